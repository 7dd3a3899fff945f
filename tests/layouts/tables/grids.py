"""Grids as a person lays them out: rows of texts and numbers with merged cells, heads of several levels."""

from dataclasses import dataclass, field
from decimal import Decimal

Value = str | Decimal | None  # a text, a number, nothing


class Number(Decimal):
    """An amount that a workbook holds as a number, in the document's unit."""


class Figure(str):
    """An amount as the document shows it."""

    __slots__ = ()


class Phantom(list):
    """A row that is in the file and that nobody sees who opens it."""


@dataclass(frozen=True)
class Merge:
    """A merged cell: its first row and column, and how many of each."""

    top: int
    left: int
    height: int
    width: int


@dataclass
class Drawn:
    """A grid with its merged cells; the first `head` rows are its head."""

    rows: list[list[Value]]
    merges: list[Merge] = field(default_factory=list)
    head: int = 0

    @property
    def width(self) -> int:
        return max(map(len, self.rows), default=0)

    def add(self, row: list[Value], *merges: tuple[int, int]) -> None:
        """A row at the end; `merges` are first column and width of its merged cells."""
        self.merges += [Merge(len(self.rows), left, 1, width) for left, width in merges if width > 1]
        self.rows.append(row)

    def spread_over(self, values: list[Value], width: int) -> None:
        """Rows at the end, each of one text in a cell merged over the whole width."""
        for value in values:
            self.add([value, *[""] * (width - 1)], (0, width))

    def below(self, upper: "Drawn") -> "Drawn":
        """Both as one grid, with this one's rows under the other's."""
        down = len(upper.rows)
        moved = [Merge(one.top + down, one.left, one.height, one.width) for one in self.merges]
        return Drawn(upper.rows + self.rows, upper.merges + moved, upper.head)

    def moved_right(self, columns: int) -> "Drawn":
        """The grid with blank columns at its left."""
        moved = [Merge(one.top, one.left + columns, one.height, one.width) for one in self.merges]
        return Drawn([type(row)([*[""] * columns, *row]) for row in self.rows], moved, self.head)

    def with_blank_row(self, before: int) -> "Drawn":
        """The grid with a blank row before the given one, unless that would cut a merged cell."""
        return self.with_row(before, [""] * self.width)

    def with_row(self, before: int, row: list[Value]) -> "Drawn":
        """The grid with that row before the given one, unless that would cut a merged cell."""
        if any(one.top < before < one.top + one.height for one in self.merges):
            return self
        moved = [Merge(one.top + (one.top >= before), one.left, one.height, one.width) for one in self.merges]
        return Drawn([*self.rows[:before], row, *self.rows[before:]], moved, self.head)

    def cut(self, at: int, *, repeat_head: bool) -> tuple["Drawn", "Drawn"]:
        """Two grids: the rows before, and those from `at` on, below the same head or none."""
        first = Drawn(self.rows[:at], [one for one in self.merges if one.top < at], self.head)
        rest = Drawn(self.rows[at:], [Merge(m.top - at, m.left, m.height, m.width) for m in self.merges if m.top >= at])
        if not repeat_head:
            return first, rest
        head = Drawn(self.rows[: self.head], [one for one in self.merges if one.top < self.head], self.head)
        return first, rest.below(head)


Stack = tuple[str, ...]  # what the head prints above one column, outermost first


def head_of(stacks: list[Stack], style: str) -> Drawn:
    """The head with these titles; a blank stack is a blank column."""
    if style == "one row":
        stacks = [stack[-1:] for stack in stacks]
    depth = max(map(len, stacks))
    rows: list[list[Value]] = [[""] * len(stacks) for _ in range(depth)]
    drawn = Drawn(rows, head=depth)
    for column, stack in enumerate(stacks):
        for level in range(len(stack)):
            if style == "repeated" or not _goes_on(stacks, column, level):
                _place(drawn, stacks, column, level, style)
    return drawn


def _goes_on(stacks: list[Stack], column: int, level: int) -> bool:
    """Whether the title is that of the column before, so that one cell stands above both."""
    mine, before = stacks[column], stacks[column - 1] if column else ()
    return len(before) > level + 1 < len(mine) and before[: level + 1] == mine[: level + 1]


def _place(drawn: Drawn, stacks: list[Stack], column: int, level: int, style: str) -> None:
    stack, depth = stacks[column], len(drawn.rows)
    is_last = level == len(stack) - 1
    if style == "repeated":
        for row in range(level, depth if is_last else level + 1):
            drawn.rows[row][column] = stack[level]
        return
    if is_last and style == "at the bottom":
        drawn.rows[depth - 1][column] = stack[level]
        return
    drawn.rows[level][column] = stack[level]
    width = next((n for n in range(1, len(stacks) - column) if not _goes_on(stacks, column + n, level)), None)
    width = 1 if is_last else width or len(stacks) - column
    height = depth - level if is_last else 1
    if width * height > 1:
        drawn.merges.append(Merge(level, column, height, width))
