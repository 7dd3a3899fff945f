"""Tables of one page: what is written in each cell between ruling lines."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from disclosures.documents.pdf.boxes import Box
from disclosures.documents.pdf.budget import Budget
from disclosures.documents.pdf.lattice import Lattice, lattice_of
from disclosures.documents.pdf.letters import is_figure
from disclosures.documents.pdf.lines import Line, lines_of, text_of
from disclosures.documents.pdf.rules import rulings_of
from disclosures.documents.pdf.sheets import Sheet
from disclosures.documents.pdf.words import Word


@dataclass(frozen=True)
class Entry:
    """What a cell says; `is_full` if nothing more would fit into its last line."""

    text: str = ""
    is_full: bool = False


NOTHING = Entry()


@dataclass(frozen=True)
class Table:
    """A table as far as it stands on one page; every row has an entry for each column between `xs`."""

    box: Box
    xs: tuple[float, ...]
    rows: tuple[tuple[Entry, ...], ...]


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
    for row in range(lattice.rows):
        fields = range(row * lattice.columns, (row + 1) * lattice.columns)
        if split := _split([written.get(field, ("", []))[1] for field in fields]):
            rows += split
        else:
            rows.append(tuple(entries.get(field, NOTHING) for field in fields))
    return Table(lattice.box, tuple(lattice.xs), tuple(rows))


def _margin(lattice: Lattice, lines: dict[int, list[Line]]) -> float:
    """How near to the side of a cell text comes: as near as anywhere in the table, at most an ideograph."""
    found = [
        max(line.box.left - lattice.cells[cell].left, 0) / line.em for cell, inside in lines.items() for line in inside
    ]
    return min([1.0, *found])


def _is_full(lines: list[Line], cell: Box, margin: float) -> bool:
    if not lines:
        return False
    last = lines[-1]
    room = cell.width - 2 * margin * last.em
    return last.box.width + last.em > room


def _split(cells: list[list[Line]]) -> list[tuple[Entry, ...]]:
    """The rows of a field that has no lines between its rows: as many as figures stand below each other in it."""
    if not _holds_rows(cells):
        return []
    levels = lines_of(word for lines in cells for line in lines for word in line.words)
    return [tuple(_entries_at(level.box, cells)) for level in levels]


def _holds_rows(cells: list[list[Line]]) -> bool:
    """Whether figures stand below each other in two columns on the same levels, or three and more in one."""
    figures = [[line.box for line in lines if is_figure(line.text)] for lines in cells]
    figures = [boxes for boxes in figures if len(boxes) > 1]
    if any(len(boxes) > 2 for boxes in figures):
        return True
    return any(
        sum(any(box.levels_with(beside) for beside in other) for box in boxes) > 1
        for number, boxes in enumerate(figures)
        for other in figures[number + 1 :]
    )


def _entries_at(level: Box, cells: list[list[Line]]) -> Iterator[Entry]:
    for lines in cells:
        here = [line for line in lines if level.top <= line.box.middle <= level.bottom]
        yield Entry(" ".join(line.text for line in here)) if here else NOTHING
