"""How wide the columns of a table are: figures never wrap, words take what is left, each by what stands in it."""

from disclosures.exports.document.grids.grid import RIGHT, Box, Grid
from disclosures.exports.table.xlsx_sheet import width_of

Column = list[tuple[Box, bool]]

POINT = 25.4 / 72  # millimetres
MARGINS = 2.6  # millimetres that a cell keeps free, with the line
_WIDEST = 60  # half-width letters that a column of words is made for
_DIGIT = 1.25  # half-width letters that a digit takes in the widest of usual fonts
_LINES_OF_TITLES = (1, 2)  # in the head, on two where there is no room for one
_NARROWEST = 5  # and those that fit on a line in any


def widths_of(grid: Grid, room: float, size: float) -> list[float]:
    """Millimetres for each column, which fill the room; `size` is that of the letters in points."""
    letter = size * POINT / 2
    columns = grid.columns()
    least = [_least(column) * letter + MARGINS for column in columns]
    for lines in _LINES_OF_TITLES:
        wanted = [max(_wanted(one, lines) * letter + MARGINS, low) for one, low in zip(columns, least, strict=True)]
        if sum(wanted) <= room:
            return [width * room / sum(wanted) for width in wanted]
    share = max(room - sum(least), 0) / (sum(wanted) - sum(least))
    given = [low + (wish - low) * share for wish, low in zip(wanted, least, strict=True)]
    return [width * room / sum(given) for width in given]


def _least(column: Column) -> float:
    """Half-width letters that must fit on one line: a figure whole, of words a few."""
    return max([_NARROWEST, *(_DIGIT * width_of(box.text) for box, _ in column if box.side == RIGHT)])


def _wanted(column: Column, lines_of_titles: int) -> float:
    """Half-width letters of the longest line; a title may take so many."""
    lines = ((line, box.level, is_head) for box, is_head in column for line in box.text.split("\n"))
    longest = max(
        (width_of(line) / (lines_of_titles if is_head else 1) + 2 * level for line, level, is_head in lines), default=0
    )
    return min(longest + 2, _WIDEST)
