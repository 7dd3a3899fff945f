"""Cells of a ruled table: the fields between its lines, joined where no line stands between them."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from disclosures.documents.pdf.drawn.boxes import Box
from disclosures.documents.pdf.drawn.budget import Budget
from disclosures.documents.pdf.tables.groups import Groups
from disclosures.documents.pdf.tables.rules import NEAR, Rule, Ruling, positions

_ENOUGH = 0.6  # of a field's side that a line must run along to divide it from its neighbour
_BEYOND = 6.0  # points by which lines across must stand out for a column without an outer line


@dataclass(frozen=True)
class Lattice:
    """Columns between `xs`, rows between `ys`; `owners` has for every field the first one of its cell.

    Fields are numbered row by row; the first field of a cell is its top left one.
    """

    xs: list[float]
    ys: list[float]
    owners: list[int]

    @property
    def columns(self) -> int:
        return len(self.xs) - 1

    @property
    def rows(self) -> int:
        return len(self.ys) - 1

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    @cached_property
    def cells(self) -> dict[int, Box]:
        """First field of each cell -> its place on the page."""
        ends: dict[int, tuple[int, int]] = {}
        for field, owner in enumerate(self.owners):
            row, column = divmod(field, self.columns)
            below, beside = ends.get(owner, (0, 0))
            ends[owner] = max(below, row), max(beside, column)
        places = {}
        for owner, (below, beside) in ends.items():
            row, column = divmod(owner, self.columns)
            places[owner] = Box(self.xs[column], self.ys[row], self.xs[beside + 1], self.ys[below + 1])
        return places

    def cell_at(self, box: Box) -> int:
        """The cell in which the middle of a box is."""
        column = min(max(bisect_right(self.xs, box.center) - 1, 0), self.columns - 1)
        row = min(max(bisect_right(self.ys, box.middle) - 1, 0), self.rows - 1)
        return self.owners[row * self.columns + column]


def lattice_of(ruling: Ruling, budget: Budget) -> Lattice | None:
    """The cells between lines that touch each other; None where they enclose nothing."""
    if len(ruling.across) < 2 or not ruling.upright:
        return None
    xs = _sides([rule.at for rule in ruling.upright], ruling.across)
    ys = _sides([rule.at for rule in ruling.across], ruling.upright)
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns * rows < 1:
        return None
    budget.spend("rows", rows)
    budget.spend("cells", columns * rows)
    lines_left = _drawn(ruling.upright, xs, ys)
    lines_above = _drawn(ruling.across, ys, xs)
    return Lattice(xs, ys, _owners(columns, rows, lines_left, lines_above))


def _sides(places: list[float], crossing: Iterable[Rule]) -> list[float]:
    """Where columns (or rows) begin and end; also at the ends of lines that stand out beyond the outermost."""
    places = positions(places)
    start, end = min(rule.start for rule in crossing), max(rule.end for rule in crossing)
    first = [start] if start < places[0] - _BEYOND else []
    last = [end] if end > places[-1] + _BEYOND else []
    return [*first, *places, *last]


def _drawn(rules: list[Rule], places: list[float], crossing: list[float]) -> set[tuple[int, int]]:
    """(which of `places` it stands at, which field along it) for every side along which a line is drawn."""
    drawn = set()
    for rule in rules:
        at = _nearest(places, rule.at)
        first = max(bisect_right(crossing, rule.start - NEAR) - 1, 0)
        for field in range(first, len(crossing) - 1):
            start, end = crossing[field : field + 2]
            if start >= rule.end:
                break
            if min(end, rule.end) - max(start, rule.start) >= _ENOUGH * (end - start):
                drawn.add((at, field))
    return drawn


def _nearest(places: list[float], value: float) -> int:
    after = min(bisect_right(places, value), len(places) - 1)
    return min((max(after - 1, 0), after), key=lambda place: abs(places[place] - value))


def _owners(columns: int, rows: int, lines_left: set, lines_above: set) -> list[int]:
    """Join fields without a line between; the smallest number of the joined ones is the top left field."""
    groups = Groups(columns * rows)
    for row in range(rows):
        for column in range(columns):
            field = row * columns + column
            if column and (column, row) not in lines_left:
                groups.join(field - 1, field)
            if row and (row, column) not in lines_above:
                groups.join(field - columns, field)
    return groups.leaders()
