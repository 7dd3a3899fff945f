"""One entry of the index: a text with its tokens and the few that are no words of it."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from disclosures.amounts import AmountUnit, plain
from disclosures.publication.search.models import EntryKind, SearchEntry
from disclosures.publication.search.tokens import AMOUNT, CONTEXT, IN_UNITS, KIND, REGION, UNIT, figure, tokens_of
from disclosures.statements.models import Disclosure, Unit
from disclosures.tables.rows import Cell

NAME = 60  # characters of what may be a name
READ = 16_000  # characters of a text that are indexed: PostgreSQL counts no more places in one

_NOTHING_BELOW = re.compile(r"(?:00)+$")
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")


class EntryFigure(NamedTuple):
    """An amount of an entry: its column, its text as published with the unit, plain 元, its address."""

    title: str
    text: str
    yuan: str
    anchor: str

    @property
    def amounts(self) -> set[str]:
        """The numbers by which it is found, without sign: as it is printed, and in 元."""
        return {figure(self.yuan), *map(figure, _NUMBER.findall(plain(self.text)))}


def figures_of(cells: Iterable[Cell], unit: AmountUnit) -> list[EntryFigure]:
    """The amounts among the cells that are printed and not zero; their texts are in `unit`."""
    return [
        EntryFigure(cell.column.title, f"{cell.text} {unit}", f"{abs(cell.value):f}", cell.anchor)
        for cell in cells
        if cell.value
    ]


def entry_of(disclosure: Disclosure, kind: EntryKind, *, also: str = "", context: str = "", **fields) -> SearchEntry:
    """An entry of one disclosure. `also` is searched but not shown; `context` counts beside words of the text alone."""
    marks = marks_of(disclosure.unit)
    entry = shared_entry(kind, also=also, marks=marks, **fields, disclosure=disclosure, year=disclosure.year)
    around = (_words(text, CONTEXT) for text in (disclosure.unit_name, f"{disclosure.year}年", context))
    amounts = sorted({AMOUNT + amount for figure in entry.figures for amount in figure.amounts})
    entry.tokens = " ".join(filter(None, [entry.tokens, *around, *amounts]))
    return entry


def shared_entry(kind: EntryKind, *, also: str = "", marks: Iterable[str] = (), **fields) -> SearchEntry:
    """An entry that belongs to no single disclosure; `marks` are tokens as they are."""
    entry = SearchEntry(kind=kind, **fields)
    mark = IN_UNITS if kind == EntryKind.UNIT else ""
    words = (_words(text, mark) for text in (entry.title, entry.text[:READ], also))
    entry.tokens = " ".join(filter(None, [KIND + kind, *marks, *words]))
    return entry


def marks_of(unit: Unit) -> list[str]:
    """The tokens by which what belongs to a unit is chosen: its id, and each region that it lies in."""
    return [f"{UNIT}{unit.pk}", *(REGION + digits for digits in digits_of(unit.region_id))]


def digits_of(region: str) -> list[str]:
    """The first digits of the code of a region and of those around it, widest first: 21, 2104, 210402."""
    return list(dict.fromkeys(_NOTHING_BELOW.sub("", region[:length]) for length in (2, 4, 6)))


def _words(text: str, mark: str = "") -> str:
    """The tokens of a text, each behind the mark; names come again and again and are remembered."""
    return _known(text, mark) if len(text) < NAME else _cut(text, mark)


def _cut(text: str, mark: str) -> str:
    return " ".join([mark + token.text for token in tokens_of(text)])


_known = lru_cache(maxsize=5_000)(_cut)
