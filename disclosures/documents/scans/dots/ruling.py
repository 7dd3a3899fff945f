"""Ruling lines of a page, found in its picture: long runs of dots, across or upright."""

from collections.abc import Iterator

import cv2
import numpy as np

from disclosures.documents.scans.dots.paper import Paper

Dots = tuple[int, int, int, int]  # left, top, right, bottom

_CLEAR = 250  # dots: no stroke of a letter is as long, and dashes are broken
_LONG = 60  # dots: no stroke of usual letters is as long
_HIGH = 36  # dots: hardly any letter in a cell is as high
_SHORTEST = 18  # dots: between the lines of the lowest row of a table
_THICKEST = 9  # dots
_BREAK = 3  # dots by which a line may be broken
_LEAN = 3  # dots by which a line may leave its level from one stretch to the next
_CURL = 0.004  # of its length by which a line may leave its level in the whole
_BESIDE = 7  # dots by which lines may end before the one that they meet
_TOUCH = 3  # dots between the end of a line and the one that it leads to
_SIDE = 7  # dots looked at beside a line
_EMPTY = 0.01  # of them that specks darken
_DARK, _TEXT = 0.08, 0.25  # how much of them may be dark on each side of a short line, on one side of a long one


def rules_of(paper: Paper) -> list[Dots]:
    """The lines across, then the upright ones.

    What is not clearly a line, and may be a stroke of a letter, only where it leads from one line to another.
    """
    lines = list(_lines(paper.faint, _LONG))
    across = [line for line in lines if _is_clear(line) and min(_beside(paper.faint, line, 0)) < _TEXT]
    upright = _upright(paper.faint, across)
    shorter = [line for line in lines if line not in across and _leads(line, upright)]
    if shorter:
        across += shorter
        upright = _upright(paper.faint, across)
    return [*across, *map(_flipped, upright)]


def _upright(dots: np.ndarray, across: list[Dots]) -> list[Dots]:
    """Upright lines piece by piece from one line across to the next, so that letters that touch those are no part."""
    turned = np.ascontiguousarray(without(dots, across).T)
    pieces = [line for line in _lines(turned, _SHORTEST) if _is_clear(line) or _leads(line, across)]
    sure = [line for line in pieces if _goes_on(line, pieces) > _LONG or _is_alone(turned, line)]
    return [line for line in pieces if line in sure or any(_is_level(line, other) for other in sure)]


def _goes_on(line: Dots, pieces: list[Dots]) -> int:
    """How long a piece is with those before and behind it: strokes of letters end at the line that they touch."""
    near = [other for other in pieces if _is_level(line, other) and _meets(line, other)]
    return max(other[2] for other in near) - min(other[0] for other in near)


def _meets(line: Dots, other: Dots) -> bool:
    """Whether hardly more than a line that both lead to is between them."""
    return max(line[0], other[0]) - min(line[2], other[2]) <= _THICKEST


def without(dots: np.ndarray, lines: list[Dots], margin: int = 0) -> np.ndarray:
    """The dots with these boxes, and a margin around them, left blank."""
    blank = dots.copy()
    for left, top, right, bottom in lines:
        blank[max(top - margin, 0) : bottom + margin, max(left - margin, 0) : right + margin] = 0
    return blank


def _lines(dots: np.ndarray, length: int) -> Iterator[Dots]:
    """Runs across of at least that length; what leans a little is put together."""
    runs = cv2.morphologyEx(dots, cv2.MORPH_CLOSE, np.ones((1, _BREAK), np.uint8))
    runs = cv2.morphologyEx(runs, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    runs = cv2.dilate(runs, np.ones((_LEAN, _LEAN), np.uint8))
    _, _, boxes, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    for left, top, width, height, _ in boxes[1:].tolist():
        line = (left + 1, top + 1, left + width - 1, top + height - 1)
        if height <= _THICKEST + _LEAN + _CURL * width:
            yield line


def _flipped(line: Dots) -> Dots:
    left, top, right, bottom = line
    return top, left, bottom, right


def _is_clear(line: Dots) -> bool:
    return line[2] - line[0] >= _CLEAR


def _leads(line: Dots, others: list[Dots]) -> bool:
    """Whether it leads from one of the others, which run the other way, to another; it may go on beyond both."""
    left, top, right, bottom = line
    met = [
        (other[1], other[3])
        for other in others
        if other[0] - _BESIDE <= top and bottom <= other[2] + _BESIDE
        if left - _TOUCH <= other[3] and other[1] <= right + _TOUCH
    ]
    return len(met) > 1 and max(start for start, _ in met) - min(end for _, end in met) > (right - left) / 2


def _is_alone(dots: np.ndarray, line: Dots) -> bool:
    """Whether hardly anything is beside it, as there is beside strokes of letters; text may begin at a longer one."""
    beside = _beside(dots, line, _SIDE // 2)
    return max(beside) < _DARK or (line[2] - line[0] > _HIGH and min(beside) < _EMPTY and max(beside) < _TEXT)


def _beside(dots: np.ndarray, line: Dots, inset: int) -> tuple[float, float]:
    """How much is dark right above and right below a line, without its ends."""
    left, top, right, bottom = line
    above = dots[max(top - _SIDE - 2, 0) : max(top - 2, 0), left + inset : right - inset]
    below = dots[bottom + 2 : bottom + 2 + _SIDE, left + inset : right - inset]
    return np.count_nonzero(above) / max(above.size, 1), np.count_nonzero(below) / max(below.size, 1)


def _is_level(line: Dots, other: Dots) -> bool:
    return abs(line[1] + line[3] - other[1] - other[3]) <= 2 * _TOUCH
