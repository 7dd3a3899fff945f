"""An official table as a grid of its form: the head in its levels with 栏次, the rows across its panels, the totals."""

from collections.abc import Iterator
from itertools import accumulate, pairwise

from disclosures.exports.document.grids.grid import CENTER, RIGHT, Box, Grid
from disclosures.exports.document.grids.sides import with_totals_level
from disclosures.statements.loaded import LoadedTable
from disclosures.tables.rows import Row
from disclosures.tables.selection import Extent, Selection
from disclosures.tables.showing import tabulate
from disclosures.tables.table import Panel, Table

_WHOLE = Selection(columns=Extent.ALL)
_UPRIGHT = 5  # columns of amounts that a sheet has room for when it stands


def official(loaded: LoadedTable) -> Table:
    """The table with all columns of its form and all rows, figures as published."""
    return tabulate(loaded, _WHOLE)


def is_wide(table: Table) -> bool:
    """Whether its form lies on its side."""
    return sum(len(panel.amount_columns) for panel in table.panels) > _UPRIGHT


def grid_of(table: Table, loaded: LoadedTable) -> Grid:
    """The form, filled; a row number that no line has is not printed, nor their columns where none has one.

    A form without rows keeps a blank one.
    """
    grid = Grid(sum(len(panel.columns) for panel in table.panels), head=len(table.head))
    for row in table.head:
        grid.add(*(Box(head.title, head.colspan, head.rowspan, CENTER) for head in row))
    numbers = {(getattr(line, "side", ""), getattr(line, "line", None)) for line in loaded.lines}
    has_numbers = any(number for _, number in numbers)
    for entry in table.grid if has_numbers else with_totals_level(table):
        boxes = [_row(panel, row, numbers) for panel, row in zip(table.panels, entry, strict=True)]
        grid.add(*(box for row in boxes for box in row))
    if not table.grid:
        grid.add()
    for totals in _foot(table):
        grid.add(*totals)
    names = [column.name for panel in table.panels for column in panel.columns]
    return grid if has_numbers else grid.without({n for n, name in enumerate(names) if name == "line"})


def _row(panel: Panel, row: Row | None, numbers: set) -> list[Box]:
    if row is None:
        return [Box() for _ in panel.columns]
    return [_box(column.name, row, numbers, is_amount=column.is_amount) for column in panel.columns]


def _box(name: str, row: Row, numbers: set, *, is_amount: bool) -> Box:
    if is_amount:
        cell = row.figures.get(name)
        return Box(cell.text if cell else "", side=RIGHT)
    if name == "line":
        return Box(str(row.line) if (row.side, row.line) in numbers and row.line else "", side=CENTER)
    if name == "code":
        return Box("" if row.is_total else row.code)
    return Box(row.name, is_bold=row.is_total, level=max(row.level - 1, 0), side=CENTER if row.is_total else "left")


def _foot(table: Table) -> Iterator[list[Box]]:
    """Totals below the panels: one under each panel, the last one of a row under all that remain."""
    panels = len(table.panels)
    for start in range(0, len(table.foot), panels):
        totals = table.foot[start : start + panels]
        row: list[Box] = []
        for total, (first, last) in zip(totals, _spans(table, len(totals)), strict=True):
            row.append(Box(total.name, last - first, side=CENTER, is_bold=True))
            row.append(Box(total.cells[-1].text if total.cells else "", side=RIGHT))
        yield row


def _spans(table: Table, count: int) -> list[tuple[int, int]]:
    """The first and last column, from 0, for each of so many totals."""
    ends = [end - 1 for end in accumulate(len(panel.columns) for panel in table.panels)]
    last = [*ends[: count - 1], ends[-1]]
    return [(before + 1, end) for before, end in pairwise([-1, *last])]
