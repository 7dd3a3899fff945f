"""What a unit is called in its documents, where that is another name than the register has."""

from collections.abc import Iterable
from dataclasses import dataclass

from disclosures.addresses import links
from disclosures.statements.models import Disclosure, Unit
from disclosures.statements.terms import is_same_name


@dataclass(frozen=True)
class OtherName:
    """A name with the years whose documents print it, each with the address of that disclosure, newest first.

    It is a former one where every newer document prints the name of the register.
    """

    name: str
    years: tuple[tuple[int, str], ...]
    is_former: bool


def other_names(unit: Unit, current: Iterable[Disclosure]) -> tuple[OtherName, ...]:
    """Those of its disclosures, which come newest first; no query."""
    years: dict[str, list[tuple[int, str]]] = {}
    since = None  # the oldest of the newest years in a row that print the name of the register
    for disclosure in current:
        if not is_same_name(disclosure.unit_name, unit.name):
            years.setdefault(disclosure.unit_name, []).append((disclosure.year, links.of(disclosure).front()))
        elif not years:
            since = disclosure.year
    return tuple(OtherName(name, tuple(printed), since is not None) for name, printed in years.items())
