"""What pdfium's text of a page holds and no figure consists of: small raised marks, and what nobody sees."""

from collections.abc import Sequence
from ctypes import byref, c_uint
from math import hypot

import pypdfium2.raw as pdfium

from disclosures.documents.second.pdf.text import PageText

_MARK = frozenset("0123456789*＊※[]()（）注①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_OF_FIGURE = frozenset("0123456789.,%％")
_NO_BASE = frozenset(".,，．")
_SAME_LINE = 0.5  # points
_SMALL = 0.8  # of the size of what it stands behind, as the three that follow
_LOWEST, _HIGHEST = 0.15, 1.0
_NEAR = 1.2
_TOUCHES = 0.2
_PAPER = 250  # of 255

Stretches = Sequence[tuple[int, int, int, bool]]


def marks_in(text: PageText, stretches: Stretches, unseen: set[int]) -> set[int]:
    """The positions of all note marks; what nobody sees stands between nothing."""
    marks: set[int] = set()
    base: int | None = None  # the last character of full size, and the marks behind it
    behind: list[int] = []
    for start, end, _, follows in stretches:
        if not follows:  # other text stands between
            marks.update(behind)
            base, behind = _before(text, start), []
        for position in (index for index in range(start, end) if index not in unseen):
            last = behind[-1] if behind else base
            if base is not None and text.text[position] in _MARK and _is_raised(text, position, base, last):
                behind.append(position)
                continue
            if not (behind and _goes_on(text, position, base, behind[-1])):
                marks.update(behind)
            base, behind = position, []
    return marks.union(behind)


def unseen_in(text: PageText, stretches: Stretches) -> set[int]:
    """Where characters are that the first reading put aside and that are drawn in no colour, in white, or elsewhere."""
    left = text.areas.unseen.copy()
    unseen = set()
    for position in (position for start, end, _, _ in stretches for position in range(start, end) if left):
        if left[text.text[position]] > 0 and _may_be_unseen(text, position):
            left[text.text[position]] -= 1
            unseen.add(position)
    return unseen


def _before(text: PageText, start: int) -> int | None:
    """The last character before a stretch; a mark may stand alone behind a blank that pdfium guessed."""
    position = start - 1
    while position >= 0 and text.text[position].isspace():
        position -= 1
    return position if position >= 0 else None


def _is_raised(text: PageText, position: int, base: int, last: int) -> bool:
    char = text.text[base]
    if char in _NO_BASE or (char.isascii() and char.isalpha()):
        return False
    (there, foot), (x, y) = text.origin(base), text.origin(position)
    if abs(x - there) < _SAME_LINE or abs(y - foot) < _SAME_LINE:
        return False
    turned = text.quarter(base)
    if turned is None or turned != text.quarter(position):
        return False
    size = _size(text, base)
    before, now = (text.box(at).turned(turned) for at in (last, position))
    up = _up(text, base, (x - there, y - foot))
    is_high = _LOWEST * size < up < _HIGHEST * size
    return is_high and _size(text, position) < _SMALL * size and abs(now.left - before.right) < _NEAR * size


def _goes_on(text: PageText, position: int, base: int, mark: int) -> bool:
    """Whether a figure goes on behind what looks like a mark."""
    if text.text[position] not in _OF_FIGURE:
        return False
    turned = text.quarter(base) or 0
    before, now = (text.box(at).turned(turned) for at in (mark, position))
    is_level = abs(_up(text, base, _way(text, base, position))) < _LOWEST * _size(text, base)
    return is_level and now.left - before.right < _TOUCHES * _size(text, base)


def _way(text: PageText, start: int, end: int) -> tuple[float, float]:
    (x, y), (there, foot) = text.origin(end), text.origin(start)
    return x - there, y - foot


def _up(text: PageText, position: int, way: tuple[float, float]) -> float:
    """How far a way on the page leads upwards for someone who reads the character upright."""
    degrees = ((text.quarter(position) or 0) + text.areas.degrees) % 360
    return {0: way[1], 90: -way[0], 180: -way[1], 270: way[0]}[degrees]


def _size(text: PageText, position: int) -> float:
    matrix, index = pdfium.FS_MATRIX(), text.index(position)
    pdfium.FPDFText_GetMatrix(text.raw, index, byref(matrix))
    return pdfium.FPDFText_GetFontSize(text.raw, index) * hypot(matrix.c, matrix.d)


def _may_be_unseen(text: PageText, position: int) -> bool:
    if not text.areas.box.holds(text.box(position)):
        return True
    index = text.index(position)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(pdfium.FPDFText_GetTextObject(text.raw, index))
    if mode in (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP):
        return True
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint(255)
    pdfium.FPDFText_GetFillColor(text.raw, index, byref(red), byref(green), byref(blue), byref(alpha))
    return not alpha.value or min(red.value, green.value, blue.value) >= _PAPER
