"""What codes are called: by the official list where it has them, else as the newest disclosure prints them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models.functions import Length
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.classification.codes import parents_of
from disclosures.classification.models import Code

UNKNOWN = gettext_lazy("名称不详")


@dataclass(frozen=True)
class NamedCode:
    """A code with its newest name, and the years for which the list has it where it says so."""

    code: str
    name: str
    years: str = ""


def names_of(scheme: str, codes: Iterable[str]) -> dict[str, NamedCode]:
    """Those of the codes that the list has, each with its newest name; one query."""
    rows = Code.objects.modern().filter(scheme=scheme, code__in=list(codes))
    return {row.code: named_code(row) for row in rows.in_time()}


def all_names(scheme: str, length: int) -> dict[str, NamedCode]:
    """Every code of that length in the list; one query."""
    rows = Code.objects.modern().filter(scheme=scheme).annotate(length=Length("code")).filter(length=length)
    return {row.code: named_code(row) for row in rows.in_time()}


def path_and_below(scheme: str, code: str) -> tuple[dict[str, NamedCode], dict[str, NamedCode]]:
    """The code with all above it, and the codes directly below it, as far as the list has them; one query."""
    rows = Code.objects.tree_below(scheme, code) | Code.objects.filter(scheme=scheme, code__in=parents_of(code))
    names = {row.code: named_code(row) for row in rows.modern().in_time()}
    below = {key: name for key, name in names.items() if parents_of(key)[-1:] == (code,)}
    return {key: name for key, name in names.items() if len(key) <= len(code)}, below


def named_code(row: Code) -> NamedCode:
    """The code under that name, with the years for which the list has it."""
    since = _("{first_year} 年起").format(first_year=row.first_year) if row.first_year else ""
    until = _("到 {last_year} 年").format(last_year=row.last_year) if row.last_year else ""
    return NamedCode(row.code, row.name, f"{since}{until}")
