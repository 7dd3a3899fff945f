"""Rows without lines between them: figures that stand below each other in the cells of what is ruled as one row."""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from disclosures.documents.pdf.drawn.boxes import Box
from disclosures.documents.pdf.drawn.letters import is_cut_figure, is_figure
from disclosures.documents.pdf.drawn.lines import Line, lines_of

_ADVANCES = 1.5  # of a character: where less is left in a line, the next one had no room


def levels(cells: Sequence[tuple[list[Line], float]]) -> list[Box]:
    """Where such rows are, for the lines of each cell and the room in it: as many as figures stand below each other."""
    if not _holds_rows([_stacked(lines, room) for lines, room in cells]):
        return []
    return [level.box for level in lines_of(word for lines, _ in cells for line in lines for word in line.words)]


def _holds_rows(figures: list[list[Box]]) -> bool:
    """Whether figures stand below each other in two columns on the same levels, or three and more in one."""
    figures = [boxes for boxes in figures if len(boxes) > 1]
    if any(len(boxes) > 2 for boxes in figures):
        return True
    return any(
        sum(any(box.levels_with(beside) for beside in other) for box in boxes) > 1
        for number, boxes in enumerate(figures)
        for other in figures[number + 1 :]
    )


def _stacked(lines: list[Line], room: float) -> list[Box]:
    """The figures of a cell; none where its narrowness has cut one of them into two lines."""
    if any(_is_one(upper, lower, room) for upper, lower in pairwise(lines)):
        return []
    return [line.box for line in lines if is_figure(line.text)]


def _is_one(upper: Line, lower: Line, room: float) -> bool:
    advance = upper.box.width / max(len(upper.text), 1)
    return is_cut_figure(_plain(upper), _plain(lower), is_full=upper.box.width + _ADVANCES * advance > room)


def _plain(line: Line) -> str:
    return unicodedata.normalize("NFKC", line.text).replace(" ", "")
