"""How a grid is set so that it stands on one sheet: the largest letters that do, rows as high as there is room for."""

from dataclasses import dataclass, replace
from itertools import count
from math import ceil

from disclosures.exports.document.grids.grid import Box, Grid
from disclosures.exports.document.grids.widths import MARGINS, POINT, widths_of
from disclosures.exports.document.wordml import ABOVE_AND_BELOW, LINE_HEIGHT
from disclosures.exports.table.xlsx_sheet import width_of

_LOWEST, _USUAL, _HIGHEST = (
    3.8,
    4.4,
    7,
)  # millimetres of a row: on one full sheet, on several, on one with room to spare
_STEP = 0.1
_RULE = 2 * ABOVE_AND_BELOW + 0.2  # millimetres that a row keeps free, with the line between rows
_OPENING = "（(「“"  # what ends no line
_CLOSING = "）)」”、，"  # what begins no line


@dataclass(frozen=True)
class Setting:
    """Points of the letters, millimetres of the columns and of the least high row."""

    size: float
    widths: list[float]
    height: float


def fitted(grid: Grid, width: float, room: float, sizes: tuple[float, ...]) -> Setting:
    """The first of the sizes in which the grid is no higher than the room; the first of all where none is.

    Titles in the head that take several lines get lines of one length.
    """
    settings = (_set(grid, width, room, size) for size in sizes)
    chosen = next((one for one in settings if one), None)
    if not chosen:
        chosen = Setting(sizes[0], widths_of(grid, width, sizes[0]), _USUAL)
    _balance(grid, chosen)
    return chosen


def _set(grid: Grid, width: float, room: float, size: float) -> Setting | None:
    widths = widths_of(grid, width, size)
    lines = _lines_of_rows(grid, widths, size)
    highest = (_HIGHEST - _STEP * n for n in count())
    for height in iter(lambda: next(highest), None):
        if height < _LOWEST:
            return None
        if sum(max(height, n * size * LINE_HEIGHT * POINT + _RULE) for n in lines) <= room:
            return Setting(size, widths, height)
    return None


def _lines_of_rows(grid: Grid, widths: list[float], size: float) -> list[int]:
    """How many lines the fullest box of each row takes."""
    return [
        max((_lines(box, wide, size) for box, wide, goes_on in row if not goes_on and box.high == 1), default=1)
        for row in _measured(grid, widths)
    ]


def _lines(box: Box, wide: float, size: float) -> int:
    letters = _letters(box, wide, size)
    return sum(max(ceil(width_of(line) / letters), 1) for line in box.text.split("\n"))


def _letters(box: Box, wide: float, size: float) -> int:
    """Half-width letters that a line of the box holds."""
    return max(int((wide - MARGINS) / (size * POINT / 2)) - 2 * box.level, 1)


def _measured(grid: Grid, widths: list[float]) -> list[list[tuple[Box, float, bool]]]:
    """Each row with the millimetres that its boxes have, and whether they only go on from above."""
    rows = []
    for row in grid.placed():
        column, measured = 0, []
        for box, goes_on in row:
            measured.append((box, sum(widths[column : column + box.wide]), goes_on))
            column += box.wide
        rows.append(measured)
    return rows


def _balance(grid: Grid, setting: Setting) -> None:
    for number, row in enumerate(_measured(grid, setting.widths)[: grid.head]):
        own = [(box, _letters(box, wide, setting.size)) for box, wide, goes_on in row if not goes_on]
        grid.rows[number] = [replace(box, text=in_equal_lines(box.text, letters)) for box, letters in own]


def in_equal_lines(title: str, letters: int) -> str:
    """The title in as few lines of so many half-width letters as hold it, none of them much shorter than others."""
    lines = ceil(width_of(title) / letters)
    if lines < 2:
        return title
    broken = (_broken(title, most) for most in range(ceil(width_of(title) / lines), letters + 1))
    return next((one for one in broken if one.count("\n") < lines), title)


def _broken(title: str, most: int) -> str:
    """The title in lines of at most so many half-width letters."""
    broken, line = "", ""
    for letter in title:
        if line and width_of(line + letter) > most and letter not in _CLOSING:
            opened = line[-1] if line[-1] in _OPENING else ""  # goes with what it opens
            broken, line = f"{broken}{line.removesuffix(opened)}\n", opened
        line += letter
    return broken + line
