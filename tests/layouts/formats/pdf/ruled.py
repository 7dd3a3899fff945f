"""A grid as a ruled table on a page: widths, heights, wrapped names, and which rows stand on which page."""

from tests.layouts.formats.pdf.inking import Ink
from tests.layouts.tables.grids import Drawn, Merge

_PAD = 3
_SIZES = (9, 8, 7, 6, 5, 4)
_WIDEST = 110  # points that a name may take before it is wrapped
_LEADING = 1.3


class Ruled:
    """Measured for a width; draws any stretch of its rows below a height of the page."""

    def __init__(self, drawn: Drawn, ink: Ink, width: float):
        self.ink, self.rows, self.merges = ink, drawn.rows, drawn.merges
        self.columns = drawn.width
        self.own = {(one.top, one.left): one for one in drawn.merges}
        self.covered = {
            (row, column): one
            for one in drawn.merges
            for row in range(one.top, one.top + one.height)
            for column in range(one.left, one.left + one.width)
        }
        self._measure(width)
        self.heights = [self._height(n) for n in range(len(self.rows))]
        self._make_room()

    # -- measures -----------------------------------------------------------------------------------------------------

    def _measure(self, width: float) -> None:
        for size in _SIZES:
            least = [self._least(column, size) for column in range(self.columns)]
            if sum(least) <= width:
                break
        self.size = size
        wanted = [max(self._wanted(column, size), low) for column, low in enumerate(least)]
        spare, want = width - sum(least), sum(wanted) - sum(least)
        share = min(1.0, max(spare, 0) / want) if want else 0
        widths = [low + (wish - low) * share for low, wish in zip(least, wanted, strict=True)]
        self.xs = [sum(widths[:n]) for n in range(self.columns + 1)]

    def _texts(self, column: int) -> list[str]:
        return [
            str(row[column])
            for n, row in enumerate(self.rows)
            if column < len(row) and row[column] is not None and (n, column) not in self.covered
        ]

    def _least(self, column: int, size: float) -> float:
        """What keeps every figure whole and three characters of a name in a line."""
        whole = (self.ink.width(text, size) for text in self._texts(column) if text.isascii())
        return max([*whole, 3 * size]) + 3 * _PAD

    def _wanted(self, column: int, size: float) -> float:
        return min(max((self.ink.width(text, size) for text in self._texts(column)), default=0), _WIDEST) + 3 * _PAD

    def _lines(self, n: int, m: int) -> list[str]:
        row = self.rows[n]
        text = "" if m >= len(row) or row[m] is None else str(row[m])
        return self.ink.wrapped(text, self.size, self._right(n, m) - self.xs[m] - 2 * _PAD) if text else []

    def _right(self, n: int, m: int) -> float:
        merge = self.own.get((n, m))
        return self.xs[m + merge.width] if merge else self.xs[m + 1]

    def _height(self, n: int) -> float:
        """Of a row: its highest cell that does not reach into the rows below, or one that begins here and must fit."""
        lines = [len(self._lines(n, m)) / self._rows_of(n, m) for m in range(self.columns) if self._begins(n, m)]
        return max([1, *lines]) * self.size * _LEADING + 2 * _PAD

    def _make_room(self) -> None:
        """The last row of a merged cell grows where all its rows together are too low for its lines."""
        for one in self.merges:
            needed = len(self._lines(one.top, one.left)) * self.size * _LEADING + 2 * _PAD
            last = min(one.top + one.height, len(self.heights)) - 1
            self.heights[last] += max(needed - sum(self.heights[one.top : last + 1]), 0)

    def _rows_of(self, n: int, m: int) -> int:
        merge = self.own.get((n, m))
        return merge.height if merge else 1

    def _begins(self, n: int, m: int) -> bool:
        merge = self.covered.get((n, m))
        return merge is None or (merge.top, merge.left) == (n, m)

    # -- drawing ------------------------------------------------------------------------------------------------------

    def draw(self, begun: int, end: int, left: float, top: float) -> None:
        """The rows from `begun` up to `end`; merged cells are cut where the page cuts them."""
        tops = [top - sum(self.heights[begun:n]) for n in range(begun, end + 1)]
        for n in range(begun, end):
            for m in range(self.columns):
                merge = self.covered.get((n, m)) or Merge(n, m, 1, 1)
                if (max(merge.top, begun), merge.left) != (n, m):
                    continue
                bottom = min(merge.top + merge.height, end)
                self._box(left, m, self._edge(merge), tops[n - begun], tops[bottom - begun])
                if merge.top == n:
                    self._words(n, m, left, tops[n - begun], self._lines(n, m))

    def _edge(self, merge: Merge) -> float:
        return self.xs[merge.left + merge.width]

    def _box(self, left: float, m: int, right: float, top: float, bottom: float) -> None:
        self.ink.canvas.setLineWidth(0.5)
        self.ink.canvas.rect(left + self.xs[m], bottom, right - self.xs[m], top - bottom)

    def _words(self, n: int, m: int, left: float, top: float, lines: list[str]) -> None:
        value = self.rows[n][m] if m < len(self.rows[n]) else None
        for number, line in enumerate(lines):
            y = top - _PAD - self.size * (0.9 + number * _LEADING)
            x = left + self._start(n, m, line)
            if (
                lines == self._lines(n, m) and len(lines) == 1
            ):  # a figure with its mark, never the rest of a broken name
                self.ink.figure(x, y, value, self.size)
            else:
                self.ink.write(x, y, line, self.size)

    def _start(self, n: int, m: int, line: str) -> float:
        room = self._right(n, m) - self.xs[m] - 2 * _PAD - self.ink.width(line, self.size)
        share = {"right": 1.0, "centre": 0.5}.get(self.ink.layout["aligned"], 0.0)
        raised = self.size * 0.5 if share == 1.0 else 0  # room for what stands behind a figure
        return self.xs[m] + _PAD + max(room * share - raised, 0)

    # -- a row over two pages -----------------------------------------------------------------------------------------

    def draw_broken(self, n: int, left: float, top: float, room: float) -> bool:
        """The first lines of a row where a page ends; False where the layout keeps rows whole or none fits."""
        self._begun = int((room - 2 * _PAD) // (self.size * _LEADING))
        most = max(len(self._lines(n, m)) for m in range(self.columns))
        is_merged = any((n, m) in self.covered for m in range(self.columns))
        if not self.ink.layout["broken rows"] or is_merged or not 0 < self._begun < most:
            return False
        self._part(n, left, top, top - room, 0, self._begun)
        return True

    def draw_rest(self, n: int, left: float, top: float) -> float:
        """The lines that the page before did not hold; how high they are."""
        most = max(len(self._lines(n, m)) for m in range(self.columns))
        height = (most - self._begun) * self.size * _LEADING + 2 * _PAD
        self._part(n, left, top, top - height, self._begun, most)
        return height

    def _part(self, n: int, left: float, top: float, bottom: float, first: int, last: int) -> None:
        for m in range(self.columns):
            self._box(left, m, self.xs[m + 1], top, bottom)
            self._words(n, m, left, top, self._lines(n, m)[first:last])
