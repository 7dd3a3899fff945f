"""Tables that run over pages: their parts put under each other, in the columns of all of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from disclosures.documents.items import BLANK, Cell, Grid
from disclosures.documents.pdf.cut_rows import Row, has_amount, is_cut, joined_rows
from disclosures.documents.pdf.pages import PageLine, PageTable
from disclosures.documents.pdf.tables.ruled import NOTHING
from disclosures.documents.pdf.tables.rules import NEAR

_CONTINUED = re.compile(r"[(（]?\s*(?:续上?表?|接上(?:页|表))\s*\d*\s*[)）]?")
_BLANKS = re.compile(r"\s+")
_LINES_OF_CAPTION = 6  # rows at most of the table itself that hold its title, its number and the unit of its amounts


@dataclass(frozen=True)
class PlacedRow:
    """A row where it stands: the first of its page's table is number 1."""

    part: PageTable
    number: int
    entries: Row

    @property
    def place(self) -> str:
        return f"{self.part.place} 第 {self.number} 行"


@dataclass
class LongTable:
    """A table through all its pages; `caption` are the lines above its first part.

    `parts` has, for each row of each part, the row of the whole that it became; None for a head printed again.
    """

    first: PageTable
    caption: Sequence[PageLine] = ()
    xs: tuple[float, ...] = ()
    rows: list[PlacedRow] = field(default_factory=list)
    parts: list[tuple[PageTable, list[str | None]]] = field(default_factory=list)

    def __post_init__(self):
        self.xs = self.first.table.xs
        self.rows = _placed(self.first, self.xs)
        self.parts = [(self.first, [row.place for row in self.rows])]

    def goes_on_in(self, part: PageTable, between: Sequence) -> bool:
        """Whether the first table of a page is the next part; `between` is all that stands above it."""
        if part.page != self.parts[-1][0].page + 1 or not self._fits(part):
            return False
        if not all(isinstance(line, PageLine) and line.page == part.page for line in between):
            return False
        return not between or (self._repeats_caption(between) and (_says_so(between) or bool(self._head_of(part))))

    def add(self, part: PageTable) -> None:
        """Put the part below, without the head that it repeats; a row that the page cut in two is one again."""
        xs = max(self.xs, part.table.xs, key=len)
        if xs != self.xs:
            self.rows = [PlacedRow(row.part, row.number, _spread(row.entries, self.xs, xs)) for row in self.rows]
        self.xs = xs
        repeated = self._head_of(part)
        rows = _placed(part, xs)[repeated:]
        became = [row.place for row in rows]
        if rows and is_cut([row.entries for row in self.rows], [row.entries for row in rows]):
            last = self.rows[-1]
            self.rows[-1] = PlacedRow(last.part, last.number, joined_rows(last.entries, rows[0].entries))
            became[0] = last.place
            del rows[0]
        self.rows += rows
        self.parts.append((part, [None] * repeated + became))

    def grid(self) -> Grid:
        """The table as the document's reader gives it."""
        return Grid(self.first.place, tuple(_cells(row) for row in self.rows))

    def places(self) -> Iterator[tuple[PageTable, list[list[str]]]]:
        """For each part, the place of every field of its rows in the whole; "" for a head printed again."""
        for part, became in self.parts:
            columns = [_column(x, self.xs) + 1 for x in part.table.xs[:-1]]
            yield part, [[f"{row}第 {column} 格" if row else "" for column in columns] for row in became]

    def _fits(self, part: PageTable) -> bool:
        """Whether the columns of one are also columns of the other, and the outer ones the same."""
        few, many = sorted((self.xs, part.table.xs), key=len)
        return (
            abs(few[0] - many[0]) <= NEAR
            and abs(few[-1] - many[-1]) <= NEAR
            and all(any(abs(x - other) <= NEAR for other in many) for x in few)
        )

    def _repeats_caption(self, between: Sequence[PageLine]) -> bool:
        caption = self._captions()
        return all(_bare(line.text) in caption for line in between)

    def _captions(self) -> set[str]:
        """What stands above the table, or inside at its top over the whole width."""
        inside = takewhile(lambda texts: len(texts) < 2, (_said(row.entries) for row in self.rows[:_LINES_OF_CAPTION]))
        return {_bare(line.text) for line in self.caption} | {text for texts in inside for text in texts} | {""}

    def _head_of(self, part: PageTable) -> int:
        """How many rows at the start are a head printed again, with its caption; a row with an amount is no head."""
        last, captions = 0, self._captions()
        ours = [_said(row.entries) for row in self.rows[: len(part.table.rows) + _LINES_OF_CAPTION]]
        while ours and len(ours[0]) == 1 and ours[0][0] in captions and ours[0] != _said(part.table.rows[0]):
            del ours[0]
        for count, row in enumerate(part.table.rows, start=1):
            said = _said(row)
            if has_amount(row) or not ours:
                break
            if said == ours[0]:
                del ours[0]
                last = count if said else last
            elif not _is_caption(said, captions):
                break
        return last


def _is_caption(texts: list[str], captions: set[str]) -> bool:
    """Whether a row at the top of a part says again what stands above the first part."""
    return set(texts) <= captions or "".join(texts) in captions


def _says_so(between: Sequence[PageLine]) -> bool:
    """Whether something above a part says that it is one."""
    return any(_CONTINUED.search(line.text) for line in between)


def _bare(text: str) -> str:
    return _BLANKS.sub("", _CONTINUED.sub("", text))


def _said(row: Row) -> list[str]:
    return [_bare(entry.text) for entry in row if _bare(entry.text)]


def _placed(part: PageTable, wanted: Sequence[float]) -> list[PlacedRow]:
    rows = enumerate(part.table.rows, start=1)
    return [PlacedRow(part, number, _spread(entries, part.table.xs, wanted)) for number, entries in rows]


def _spread(entries: Row, xs: Sequence[float], wanted: Sequence[float]) -> Row:
    """The row in more columns: each entry in the column that begins where its own did."""
    if len(xs) == len(wanted):
        return entries
    row = [NOTHING] * (len(wanted) - 1)
    for x, entry in zip(xs, entries, strict=False):
        row[_column(x, wanted)] = entry
    return tuple(row)


def _column(x: float, xs: Sequence[float]) -> int:
    """The column that begins nearest."""
    return min(range(len(xs) - 1), key=lambda column: abs(xs[column] - x))


def _cells(row: PlacedRow) -> tuple[Cell, ...]:
    return tuple(
        Cell(entry.text, f"{row.place}第 {position} 格") if entry.text else BLANK
        for position, entry in enumerate(row.entries, start=1)
    )
