"""One entry of the index: a text with its tokens and the few that are no words of it."""

from collections.abc import Iterable
from typing import NamedTuple

from disclosures.amounts import AmountUnit
from disclosures.publication.search.models import Kind, SearchEntry
from disclosures.publication.search.tokens import AMOUNT, CONTEXT, KIND, figure, tokens_of
from disclosures.statements.models import Disclosure
from disclosures.statements.tables import Cell

READ = 16_000  # characters of a text that are indexed: PostgreSQL counts no more places in one


class Figure(NamedTuple):
    """An amount of an entry: its column, its text as published with the unit, plain 元, its address."""

    title: str
    text: str
    yuan: str
    anchor: str

    @property
    def amounts(self) -> set[str]:
        """The numbers by which it is found, without sign: as it is printed, and in 元."""
        return {figure(self.yuan), *(token.text for token in tokens_of(self.text) if token.text[0].isdigit())}


def figures_of(cells: Iterable[Cell], unit: AmountUnit) -> list[Figure]:
    """The amounts among the cells that are printed and not zero; their texts are in `unit`."""
    return [
        Figure(cell.column.title, f"{cell.text} {unit}", f"{abs(cell.value):f}", cell.anchor)
        for cell in cells
        if cell.value
    ]


def entry_of(disclosure: Disclosure, kind: Kind, *, also: str = "", context: str = "", **fields) -> SearchEntry:
    """An entry of one disclosure. `also` is searched but not shown; `context` counts beside words of the text alone."""
    around = f"{disclosure.unit_name} {disclosure.year}年 {context}"
    entry = shared_entry(kind, also=also, **fields, disclosure=disclosure, year=disclosure.year)
    amounts = sorted({amount for one in entry.figures for amount in one.amounts})
    entry.tokens = " ".join(
        [entry.tokens, *(CONTEXT + token.text for token in tokens_of(around)), *(AMOUNT + amount for amount in amounts)]
    )
    return entry


def shared_entry(kind: Kind, *, also: str = "", **fields) -> SearchEntry:
    """An entry that belongs to no single disclosure."""
    entry = SearchEntry(kind=kind, **fields)
    words = f"{entry.title} ￭ {entry.text} ￭ {also}"[:READ]
    entry.tokens = " ".join([KIND + kind, *(token.text for token in tokens_of(words))])
    return entry
