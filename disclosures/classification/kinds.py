"""Kinds of office as `fixtures/office_kinds.csv` has them: known by how a name ends, else by what most money is for.

An editor adds a row: the kind, its English words, endings of names, and the functional codes of its own business.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from disclosures.classification.official import rows_of_list

_LEFT_OUT = re.compile(r"[（(][^（()）]*[)）]$")  # （本级）, （汇总）, （虚构）


@dataclass(frozen=True)
class OfficeKind:
    """Units of one kind do the same work at whatever level; `name` is what pages call it."""

    name: str
    english: str
    endings: tuple[str, ...]
    codes: tuple[str, ...]


@cache
def office_kinds() -> dict[str, OfficeKind]:
    """All kinds by their names, in the order of the list."""
    return {kind.name: kind for kind in _kinds()}


def _kinds() -> Iterator[OfficeKind]:
    for row in rows_of_list("office_kinds.csv"):
        yield OfficeKind(row["kind"], row["english"], tuple(row["endings"].split()), tuple(row["codes"].split()))


def kind_of(name: str, code: str = "") -> str:
    """The kind of the unit with that name, of which most money stands under that functional code; "" for no kind.

    The longest ending that fits decides; where none does, the longest beginning of the code.
    """
    return _longest(_endings(), _plain(name).endswith) or _longest(_codes(), code.startswith)


def _longest(kinds: dict[str, str], fits) -> str:
    found = max((part for part in kinds if fits(part)), key=len, default="")
    return kinds.get(found, "")


def _plain(name: str) -> str:
    plain = "".join(name.split())
    while shorter := _LEFT_OUT.search(plain):
        plain = plain[: shorter.start()]
    return plain


@cache
def _endings() -> dict[str, str]:
    return {ending: kind.name for kind in office_kinds().values() for ending in kind.endings}


@cache
def _codes() -> dict[str, str]:
    return {code: kind.name for kind in office_kinds().values() for code in kind.codes}
