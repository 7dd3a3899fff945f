"""What a code was called and where that went: by lists of other years, and by what documents print."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.classification.codes import FUNCTIONAL
from disclosures.classification.models import Code
from disclosures.classification.official import CodeChangeKind, OfficialCodeChange, official_code_changes
from disclosures.pages.code.names import NamedCode
from disclosures.statements.form_rows import FUNCTIONAL_CLASSES

_FORMER_CLASSES = {code: former for code, _name, *former in FUNCTIONAL_CLASSES}


@dataclass(frozen=True)
class Note:
    """A sentence about a code; where it ends with another code, that leads to its page."""

    text: str
    code: str = ""
    href: str = ""


def history_of(scheme: str, named: NamedCode) -> tuple[Note, ...]:
    """The notes, oldest first; one query."""
    same_code = Code.objects.filter(scheme=scheme, code=named.code)
    rows = list(
        Code.objects.filter(Q(code=named.code) | Q(name__in=[named.name]) | Q(name__in=same_code.values("name")))
        .filter(scheme=scheme)
        .order_by("first_year", "code")
    )
    return (*_earlier_names(named, rows), *_same_name(scheme, named, rows), *_crosswalk(scheme, named))


def former_name(scheme: str, code: str) -> NamedCode | None:
    """A code that only the list of 2007 has; one query."""
    row = Code.objects.filter(scheme=scheme, code=code).first()
    return NamedCode(code, row.name, _in_years(row)) if row else None


def _in_years(row: Code) -> str:
    if row.first_year and row.last_year:
        return _("{first_year}–{last_year} 年").format(first_year=row.first_year, last_year=row.last_year)
    return _("到 {last_year} 年").format(last_year=row.last_year) if row.last_year else ""


def _earlier_names(named: NamedCode, rows: list[Code]) -> Iterator[Note]:
    told = {named.name}
    for row in rows:
        if row.code == named.code and row.last_year and row.name not in told:
            told.add(row.name)
            yield Note(_("{years}叫“{name}”。").format(years=_in_years(row), name=row.name))
    former = [change.name for change in _changes(CodeChangeKind.FORMER, named.code)] or _FORMER_CLASSES.get(named.code)
    for name in former or ():
        if name not in told:
            yield Note(_("以前叫“{name}”。").format(name=name))


def _same_name(scheme: str, named: NamedCode, rows: list[Code]) -> Iterator[Note]:
    """Where the name stood, or stands, if that is one other code alone: many items are called alike."""
    for is_historical in (True, False):
        others = [row for row in rows if row.code != named.code and row.is_historical == is_historical]
        others = [row for row in others if row.name == named.name]
        if len(others) == 1 and not any(row.code == named.code and row.is_historical == is_historical for row in rows):
            (other,) = others
            text = (
                _("这个名称在 {years}的编码是 ").format(years=_in_years(other))
                if is_historical
                else _("这个名称现在的编码是 ")
            )
            yield _leading(scheme, text, other.code)


def _crosswalk(scheme: str, named: NamedCode) -> Iterator[Note]:
    if scheme != FUNCTIONAL:
        return
    code = named.code
    for change in _changes(CodeChangeKind.NEAR, code):
        yield _leading(scheme, _("{year} 年起，公开文件里另有相近的 ").format(year=change.year), change.other_code)
    for change in official_code_changes():
        if change.kind == CodeChangeKind.NEAR and change.other_code == code:
            yield _leading(scheme, _("{year} 年起见于公开文件；相近的还有 ").format(year=change.year), change.code)
    for change in _changes(CodeChangeKind.MISPRINT, code):
        text = _("{year} 年有公开文件在这个编码下印“{name}”，它的编码是 ").format(year=change.year, name=change.name)
        yield _leading(scheme, text, change.other_code)
    for change in _changes(CodeChangeKind.IN_FUNDS, code):
        yield Note(_("{year} 年见于政府性基金预算的表；这种表里可以有任何一类的科目。").format(year=change.year))


def _changes(kind: CodeChangeKind, code: str) -> list[OfficialCodeChange]:
    return [change for change in official_code_changes() if (change.kind, change.code) == (kind, code)]


def _leading(scheme: str, text: str, code: str) -> Note:
    return Note(text, code, links.code(scheme, code))
