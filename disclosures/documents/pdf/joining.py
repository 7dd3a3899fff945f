"""Tables that run over pages: their parts put under each other, in the columns of all of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from disclosures.documents.items import BLANK, Cell, Grid
from disclosures.documents.pdf.letters import is_figure, joined_lines, says_something
from disclosures.documents.pdf.pages import PageLine, PageTable
from disclosures.documents.pdf.rules import NEAR
from disclosures.documents.pdf.tables import NOTHING, Entry

_CONTINUED = re.compile(r"[(（]?\s*(?:续表?|接上(?:页|表))\s*\d*\s*[)）]?")
_ENDS = tuple("。！？!?；;")
_BEGINS = re.compile(r"[(（]?(?:[一二三四五六七八九十]+|\d+)[)）]?[、.．]|[(（][一二三四五六七八九十\d]+[)）]|[①-⑳]")
_PAIRS = ("“”", "（）", "《》", "()", "‘’", "「」", "【】")

Row = tuple[Entry, ...]


@dataclass(frozen=True)
class PlacedRow:
    """A row where it stands: the first of its page's table is number 1."""

    part: PageTable
    number: int
    entries: Row


@dataclass
class LongTable:
    """A table through all its pages; `caption` are the lines above its first part."""

    first: PageTable
    caption: Sequence[PageLine] = ()
    xs: tuple[float, ...] = ()
    rows: list[PlacedRow] = field(default_factory=list)

    def __post_init__(self):
        self.xs = self.first.table.xs
        self.rows = _placed(self.first, self.xs, self.xs)

    def goes_on_in(self, part: PageTable, between: Sequence) -> bool:
        """Whether the first table of a page is the next part; `between` is all that stands above it."""
        if part.page != self.rows[-1].part.page + 1 or not self._fits(part):
            return False
        if not all(isinstance(line, PageLine) and line.page == part.page for line in between):
            return False
        return not between or (self._repeats_caption(between) and bool(self._repeated_head(part)))

    def add(self, part: PageTable) -> None:
        """Put the part below, without the head that it repeats; a row that the page cut in two is one again."""
        xs = max(self.xs, part.table.xs, key=len)
        if xs != self.xs:
            self.rows = [PlacedRow(row.part, row.number, _spread(row.entries, self.xs, xs)) for row in self.rows]
        self.xs = xs
        rows = _placed(part, part.table.xs, xs)[self._repeated_head(part) :]
        if rows and self._is_cut(rows):
            self.rows[-1] = PlacedRow(
                self.rows[-1].part, self.rows[-1].number, _joined(self.rows[-1].entries, rows[0].entries)
            )
            del rows[0]
        self.rows += rows

    def grid(self) -> Grid:
        """The table as the document's reader gives it."""
        return Grid(self.first.place, tuple(_cells(row) for row in self.rows))

    def _fits(self, part: PageTable) -> bool:
        """Whether the columns of one are also columns of the other, and the outer ones the same."""
        few, many = sorted((self.xs, part.table.xs), key=len)
        return (
            abs(few[0] - many[0]) <= NEAR
            and abs(few[-1] - many[-1]) <= NEAR
            and all(any(abs(x - other) <= NEAR for other in many) for x in few)
        )

    def _repeats_caption(self, between: Sequence[PageLine]) -> bool:
        caption = {_CONTINUED.sub("", line.text) for line in self.caption} | {""}
        return all(_CONTINUED.sub("", line.text) in caption for line in between)

    def _repeated_head(self, part: PageTable) -> int:
        """How many rows at the start are a head printed again; a row with an amount is no head."""
        last = 0
        for count, (ours, theirs) in enumerate(zip(self.rows, part.table.rows, strict=False), start=1):
            said = [entry.text for entry in theirs if entry.text]
            if said != [entry.text for entry in ours.entries if entry.text] or any(map(_is_amount, said)):
                break
            last = count if said else last
        return last

    def _is_cut(self, below: list[PlacedRow]) -> bool:
        """Whether the first row is the rest of our last one: only texts, each the end of one that had no more room."""
        above, rest = self.rows[-1].entries, below[0].entries
        goes_on = [n for n, entry in enumerate(rest) if entry.text]
        if not goes_on or 0 in goes_on or not all(_can_go_on(above[n], rest[n]) for n in goes_on):
            return False
        if any(_said_in(row.entries) == goes_on for row in (*self.rows[:-1], *below[1:])):
            return False  # rows with nothing but that are usual here
        return any(_evidently_goes_on(above[n], rest[n]) for n in goes_on)


def _placed(part: PageTable, xs: Sequence[float], wanted: Sequence[float]) -> list[PlacedRow]:
    return [
        PlacedRow(part, number, _spread(entries, xs, wanted)) for number, entries in enumerate(part.table.rows, start=1)
    ]


def _spread(entries: Row, xs: Sequence[float], wanted: Sequence[float]) -> Row:
    """The row in more columns: each entry in the column that begins where its own did."""
    if len(xs) == len(wanted):
        return entries
    row = [NOTHING] * (len(wanted) - 1)
    for x, entry in zip(xs, entries, strict=False):
        row[min(range(len(row)), key=lambda column: abs(wanted[column] - x))] = entry
    return tuple(row)


def _cells(row: PlacedRow) -> tuple[Cell, ...]:
    place = f"{row.part.place} 第 {row.number} 行第 {{}} 格"
    return tuple(
        Cell(entry.text, place.format(position)) if entry.text else BLANK
        for position, entry in enumerate(row.entries, start=1)
    )


def _said_in(entries: Row) -> list[int]:
    return [n for n, entry in enumerate(entries) if entry.text]


def _can_go_on(above: Entry, below: Entry) -> bool:
    return says_something(above.text) and says_something(below.text)


def _evidently_goes_on(above: Entry, below: Entry) -> bool:
    """Whether something is left open above, or its last line is full and no sentence ends with it."""
    if any(above.text.count(opening) > above.text.count(closing) for opening, closing in _PAIRS):
        return True
    return above.is_full and not above.text.endswith(_ENDS) and not _BEGINS.match(below.text)


def _joined(above: Row, below: Row) -> Row:
    return tuple(
        Entry(joined_lines(upper.text, lower.text), lower.is_full if lower.text else upper.is_full)
        for upper, lower in zip(above, below, strict=True)
    )


def _is_amount(text: str) -> bool:
    return is_figure(text) and not text.isdigit()
