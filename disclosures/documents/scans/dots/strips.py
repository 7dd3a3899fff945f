"""Where something is written: the ink of a field cut into strips, each a piece of one line of text."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median

import numpy as np

from disclosures.documents.scans.dots.ruling import Dots

_GAP = 1.5  # heights of a line between two pieces of it: those of columns without lines
_FLAT = 0.55  # of a line's height: what is lower is a part of a character, or a dash
_TALLEST = 1.3  # heights that parts of one line may have together
_JOINED = 1.75  # heights: what is taller are two lines that touch
_THIN = 0.2  # of the usual ink of a row of dots: where lines that touch are cut
_DUST = 5  # dots: nothing that is written is smaller both ways
_USUAL = 26  # dots: the height of a line where a page does not tell


def strips_of(ink: np.ndarray, fields: Iterable[Dots]) -> list[Dots]:
    """The strips of all that is written in the fields, which are a page's cells and the page around them."""
    bands = [(field, _bands(_cut(ink, field))) for field in fields]
    heights = [bottom - top for _, found in bands for top, bottom in found if bottom - top > _DUST]
    usual = median(heights) if heights else _USUAL
    return [strip for field, _ in bands for strip in _strips(ink, field, usual)]


def parted(ink: np.ndarray, strip: Dots, longest: float) -> list[Dots]:
    """The strip in pieces no longer than so many heights, cut where the room between its characters is widest."""
    left, top, right, bottom = strip
    width = right - left
    if width <= longest * (bottom - top):
        return [strip]
    filled = _cut(ink, strip).any(axis=0)
    runs = list(_runs(filled, 1))
    gaps = [(after[0] - before[1], (before[1] + after[0]) // 2) for before, after in pairwise(runs)]
    middle = [(gap, at) for gap, at in gaps if width / 4 < at < 3 * width / 4]
    if not middle:
        return [strip]
    _, at = max(middle)
    halves = (left, top, left + at, bottom), (left + at, top, right, bottom)
    return [piece for half in halves for piece in parted(ink, half, longest)]


def _strips(ink: np.ndarray, field: Dots, usual: float) -> Iterator[Dots]:
    left, top, _, _ = field
    for upper, lower in _lines(_cut(ink, field), usual):
        row = _cut(ink, (left, top + upper, field[2], top + lower))
        for start, end in _runs(row.any(axis=0), _GAP * max(min(lower - upper, 2 * usual), 0.6 * usual)):
            part = (left + start, top + upper, left + end, top + lower)
            rows = np.flatnonzero(_cut(ink, part).any(axis=1))
            strip = (part[0], part[1] + int(rows[0]), part[2], part[1] + int(rows[-1]) + 1)
            if max(strip[2] - strip[0], strip[3] - strip[1]) > _DUST:
                yield strip


def _lines(dots: np.ndarray, usual: float) -> Iterator[tuple[int, int]]:
    """The lines of text of a field from above: flat parts put together, lines that touch cut apart."""
    bands = _bands(dots)
    heights = [bottom - top for top, bottom in bands if bottom - top > _FLAT * usual]
    height = min(median(heights), 2 * usual) if heights else usual
    if len(heights) == 1:  # may be the lower part of 元 alone
        height = max(height, usual)
    joined: list[tuple[int, int]] = []
    for top, bottom in bands:
        if joined and bottom - joined[-1][0] <= _TALLEST * height and _is_flat(joined[-1], (top, bottom), height):
            joined[-1] = joined[-1][0], bottom
        else:
            joined.append((top, bottom))
    for top, bottom in joined:
        yield from _parted(dots, top, bottom, height)


def _is_flat(above: tuple[int, int], below: tuple[int, int], height: float) -> bool:
    return min(above[1] - above[0], below[1] - below[0]) < _FLAT * height


def _parted(dots: np.ndarray, top: int, bottom: int, height: float) -> Iterator[tuple[int, int]]:
    if bottom - top < _JOINED * height:
        yield top, bottom
        return
    rows = np.count_nonzero(dots[top:bottom], axis=1)
    count = max(round((bottom - top) / height), 1)
    cuts = [0]
    for number in range(1, count):
        middle = round(number * (bottom - top) / count)
        start, end = max(middle - int(height / 3), cuts[-1] + 1), min(middle + int(height / 3), bottom - top)
        thinnest = start + int(np.argmin(rows[start:end])) if end > start else middle
        if rows[thinnest] <= _THIN * rows.mean():
            cuts.append(thinnest)
    for start, end in pairwise([*cuts, bottom - top]):
        yield top + start, top + end


def _bands(dots: np.ndarray) -> list[tuple[int, int]]:
    return list(_runs(dots.any(axis=1), 1))


def _runs(filled: np.ndarray, gap: float) -> Iterator[tuple[int, int]]:
    """Start and end of what is filled, with gaps smaller than that counted as filled."""
    places = np.flatnonzero(filled)
    if not places.size:
        return
    ends = np.flatnonzero(np.diff(places) > gap)
    starts = [places[0], *places[ends + 1]]
    for start, end in zip(starts, [*places[ends], places[-1]], strict=True):
        yield int(start), int(end) + 1


def _cut(dots: np.ndarray, field: Dots) -> np.ndarray:
    left, top, right, bottom = field
    return dots[max(top, 0) : bottom, max(left, 0) : right]
