"""A table before it is written: boxes row by row, each over as many columns and rows as it takes."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

LEFT, CENTER, RIGHT = "left", "center", "right"


@dataclass(frozen=True)
class Box:
    """A cell with its words; `level` is how far they are set in."""

    text: str = ""
    wide: int = 1
    high: int = 1
    side: str = LEFT
    is_bold: bool = False
    level: int = 0


@dataclass
class Grid:
    """Rows of boxes; the first `head` rows are printed again on every page."""

    width: int
    head: int = 0
    rows: list[list[Box]] = field(default_factory=list)
    _tall: list[tuple[int, int]] = field(default_factory=list)  # the row before which a tall box ends, and its columns

    def add(self, *boxes: Box) -> None:
        """A row; what it lacks on the right is one blank box."""
        taken = sum(box.wide for box in boxes) + self._covered()
        rest = [Box(wide=self.width - taken)] if taken < self.width else []
        self._tall += [(len(self.rows) + box.high, box.wide) for box in boxes if box.high > 1]
        self.rows.append([*boxes, *rest])

    def _covered(self) -> int:
        """Columns of the row to come that boxes above reach into."""
        return sum(wide for end, wide in self._tall if end > len(self.rows))

    def placed(self) -> Iterator[list[tuple[Box, bool]]]:
        """Each row from the left to the right, with whether a box only goes on from above."""
        reaching: dict[int, tuple[Box, int]] = {}  # by column: a box from above, and the rows that it still takes
        for row in self.rows:
            boxes, column, placed = iter(row), 0, []
            while column < self.width:
                box, left = reaching.pop(column, (None, 0))
                goes_on = box is not None
                if box is None:
                    box = next(boxes)
                    left = box.high
                if left > 1:
                    reaching[column] = box, left - 1
                placed.append((box, goes_on))
                column += box.wide
            yield placed

    def without(self, columns: set[int]) -> "Grid":
        """The same without those columns; a box that reaches over one is as much narrower."""
        narrower = Grid(self.width - len(columns), self.head)
        for row in self.placed():
            start, boxes = 0, []
            for box, goes_on in row:
                left = box.wide - len(columns & set(range(start, start + box.wide)))
                if left and not goes_on:
                    boxes.append(replace(box, wide=left))
                start += box.wide
            narrower.add(*boxes)
        return narrower

    def columns(self) -> list[list[tuple[Box, bool]]]:
        """For each column the boxes that stand in it alone, with whether they are of the head."""
        found: list[list[tuple[Box, bool]]] = [[] for _ in range(self.width)]
        for number, row in enumerate(self.placed()):
            column = 0
            for box, goes_on in row:
                if box.wide == 1 and not goes_on:
                    found[column].append((box, number < self.head))
                column += box.wide
        return found
