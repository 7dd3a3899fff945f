"""Tables of one page: what is written in each cell between ruling lines."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from disclosures.documents.pdf.drawn.boxes import Box
from disclosures.documents.pdf.drawn.budget import Budget
from disclosures.documents.pdf.drawn.lines import Line, text_of
from disclosures.documents.pdf.drawn.sheets import Sheet
from disclosures.documents.pdf.drawn.words import Word
from disclosures.documents.pdf.tables.lattice import Lattice, lattice_of
from disclosures.documents.pdf.tables.rules import rulings_of
from disclosures.documents.pdf.tables.stacked import levels

Seat = tuple[int, int]


@dataclass(frozen=True)
class Entry:
    """What a cell says; `is_full` if nothing more would fit into its last line."""

    text: str = ""
    is_full: bool = False


NOTHING = Entry()


@dataclass(frozen=True)
class Table:
    """A table as far as it stands on one page; every row has an entry for each column between `xs`.

    `owners` has, for a field (row, column) that belongs to a merged cell, the one at which its text is.
    """

    box: Box
    xs: tuple[float, ...]
    rows: tuple[tuple[Entry, ...], ...]
    ys: tuple[float, ...]
    owners: Mapping[Seat, Seat] = field(default_factory=dict)

    def seat_at(self, x: float, y: float) -> Seat:
        """The row and column whose cell is at that point."""
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        return self.owners.get((row, column), (row, column))


def ruled_tables(sheet: Sheet, budget: Budget) -> tuple[list[Table], list[Word]]:
    """The tables between ruling lines, and the words that stand in none of them."""
    lattices = [lattice for ruling in rulings_of(sheet.rules, budget) if (lattice := lattice_of(ruling, budget))]
    tables, words = [], sheet.words
    for lattice in sorted(lattices, key=lambda lattice: lattice.box.area):  # a table within a cell before its table
        if lattice.columns < 2 or len(lattice.cells) < 2:  # a frame, or lines below each other
            continue
        inside = [word for word in words if lattice.box.holds(word.box)]
        if inside:
            tables.append(_table(lattice, inside))
            words = [word for word in words if not lattice.box.holds(word.box)]
    return tables, words


def _table(lattice: Lattice, words: list[Word]) -> Table:
    in_cell: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        in_cell[lattice.cell_at(word.box)].append(word)
    written = {cell: text_of(inside) for cell, inside in in_cell.items()}
    margin = _margin(lattice, {cell: lines for cell, (_, lines) in written.items()})
    entries = {
        cell: Entry(text, _is_full(lines, lattice.cells[cell], margin)) for cell, (text, lines) in written.items()
    }
    rows: list[tuple[Entry, ...]] = []
    first, ys = [], lattice.ys[:1]
    for row in range(lattice.rows):
        fields = range(row * lattice.columns, (row + 1) * lattice.columns)
        cells = [written.get(number, ("", []))[1] for number in fields]
        first.append(len(rows))
        if stacked := levels(_with_room(lattice, fields, cells, margin)):
            rows += [tuple(_entries_at(level, cells)) for level in stacked]
            ys += [(upper.bottom + lower.top) / 2 for upper, lower in pairwise(stacked)]
        else:
            rows.append(tuple(entries.get(number, NOTHING) for number in fields))
        ys.append(lattice.ys[row + 1])
    return Table(lattice.box, tuple(lattice.xs), tuple(rows), tuple(ys), _owners(lattice, [*first, len(rows)]))


def _owners(lattice: Lattice, first: list[int]) -> dict[Seat, Seat]:
    """The merged cells; `first` has for every row between lines the first of the rows that it became."""
    owners = {}
    for number, owner in enumerate(lattice.owners):
        if number != owner:
            (row, column), (above, beside) = divmod(number, lattice.columns), divmod(owner, lattice.columns)
            for level in range(first[row], first[row + 1]):
                owners[level, column] = level if row == above else first[above], beside
    return owners


def _margin(lattice: Lattice, lines: dict[int, list[Line]]) -> float:
    """How near to the side of a cell text comes: as near as anywhere in the table, at most an ideograph."""
    gaps = [
        max(line.box.left - lattice.cells[cell].left, 0) / line.em for cell, inside in lines.items() for line in inside
    ]
    return min([1.0, *gaps])


def _is_full(lines: list[Line], cell: Box, margin: float) -> bool:
    return bool(lines) and lines[-1].box.width + lines[-1].em > _room(lines, cell, margin)


def _room(lines: list[Line], cell: Box, margin: float) -> float:
    """How wide the last of the lines could be."""
    return cell.width - 2 * margin * lines[-1].em


def _with_room(
    lattice: Lattice, fields: range, cells: list[list[Line]], margin: float
) -> list[tuple[list[Line], float]]:
    filled = ((number, lines) for number, lines in zip(fields, cells, strict=True) if lines)
    return [(lines, _room(lines, lattice.cells[number], margin)) for number, lines in filled]


def _entries_at(level: Box, cells: list[list[Line]]) -> Iterator[Entry]:
    for lines in cells:
        here = [line for line in lines if level.top <= line.box.middle <= level.bottom]
        yield Entry(" ".join(line.text for line in here)) if here else NOTHING
