"""The economic codes that governments budget by: no table of a unit prints them, so no figure stands beside them."""

from collections.abc import Iterator
from dataclasses import dataclass

from disclosures.addresses import links
from disclosures.classification.codes import ECONOMIC, GOVERNMENT, parent_of
from disclosures.classification.models import Code
from disclosures.pages.code.names import NamedCode, named_code

_LOWEST = 5  # digits of a 款, where money is spent


@dataclass(frozen=True)
class GovernmentCode:
    """A code with those of units' tables that bear the very same name, each with its address."""

    named: NamedCode
    same: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class GovernmentClass:
    """A class with what stands below it."""

    named: NamedCode
    below: tuple[GovernmentCode, ...]


def government_classes() -> tuple[GovernmentClass, ...]:
    """The whole list in the order of its codes; two queries."""
    rows = Code.objects.modern().filter(scheme=GOVERNMENT)
    listed = {row.code: named_code(row) for row in rows.in_time()}
    same = _same_names({named.name for named in listed.values()})
    return tuple(
        GovernmentClass(named, tuple(_below(code, listed, same)))
        for code, named in listed.items()
        if not parent_of(code)
    )


def _below(above: str, listed: dict[str, NamedCode], same: dict[str, list[str]]) -> Iterator[GovernmentCode]:
    for code, named in listed.items():
        if parent_of(code) == above:
            yield GovernmentCode(
                named, tuple((other, links.code(ECONOMIC, other)) for other in same.get(named.name, ()))
            )


def _same_names(names: set[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in Code.objects.modern().filter(scheme=ECONOMIC, name__in=names).in_time():
        if len(row.code) == _LOWEST and row.code not in found.setdefault(row.name, []):
            found[row.name].append(row.code)
    return found
