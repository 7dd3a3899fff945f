"""Note marks: small raised characters behind a figure or word, which are no part of it."""

from ctypes import byref, c_double
from math import hypot

import pypdfium2.raw as pdfium

MARKS = frozenset("0123456789*＊※[]()（）注①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_SMALL = 0.8  # of the size of what stands before
_RAISED = (0.15, 1.0)  # of that size: how much higher than its foot a mark stands
_NEAR = 1.0  # of that size
_TOUCHING = 0.1  # of that
_CHANGED = 0.03  # of a glyph's height: less is the same line and size
_PART_OF_FIGURE = frozenset("0123456789.,%％")

Rectangle = tuple[float, float, float, float]


class NoteMarks:
    """Asked for one character after the other of an open page's text, in the order of the file.

    `base` is the last glyph of full size, `index` its number, and `end` it or the last mark behind it.
    """

    def __init__(self, text):
        self.text = text
        self.base = self.end = None
        self.index = 0

    def is_mark(self, glyph, index: int) -> bool:
        """Whether a glyph that may be one is a mark, or more of one."""
        if self.base and self._is_behind(glyph) and self._is_raised(index):
            self.end = glyph
            return True
        return False

    def _is_behind(self, glyph) -> bool:
        """Whether it follows a glyph of another size or on another level that may have a mark."""
        char, degrees = self.base.char, self.base.degrees
        if glyph.rectangle[1::2] == self.base.rectangle[1::2] or degrees is None or degrees != glyph.degrees:
            return False
        if char in ".,，．" or (char.isascii() and char.isalpha()):
            return False
        before, end, now = (_along(mark.rectangle, degrees) for mark in (self.base, self.end, glyph))
        height = before[3] - before[1]
        has_changed = max(abs(before[1] - now[1]), abs(before[3] - now[3])) > _CHANGED * height
        return has_changed and abs(now[0] - end[2]) < _NEAR * height

    def _is_raised(self, index: int) -> bool:
        size, degrees = self._size(self.index), self.base.degrees
        if self._size(index) >= _SMALL * size:
            return False
        lowest, highest = _RAISED
        return lowest * size < self._foot(index, degrees) - self._foot(self.index, degrees) < highest * size

    def _size(self, index: int) -> float:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self.text, index, byref(matrix))
        return pdfium.FPDFText_GetFontSize(self.text, index) * hypot(matrix.c, matrix.d)

    def _foot(self, index: int, degrees: int) -> float:
        """How high the line is on which a character stands, seen upright."""
        x, y = c_double(), c_double()
        pdfium.FPDFText_GetCharOrigin(self.text, index, byref(x), byref(y))
        return {0: y.value, 90: -x.value, 180: -y.value, 270: x.value}[degrees]


def goes_on_behind(glyph, mark) -> bool:
    """Whether a figure goes on behind what looks like a mark, which then is part of it."""
    if glyph.char not in _PART_OF_FIGURE or glyph.degrees != mark.degrees:
        return False
    before, now = _along(mark.rectangle, mark.degrees), _along(glyph.rectangle, mark.degrees)
    height = now[3] - now[1]
    return now[1] < before[3] and abs(now[0] - before[2]) < _TOUCHING * height


def _along(rectangle: Rectangle, degrees: int) -> Rectangle:
    """As it stands for someone to whom the text runs to the right."""
    left, bottom, right, top = rectangle
    return {
        0: rectangle,
        90: (bottom, -right, top, -left),
        180: (-right, -top, -left, -bottom),
        270: (-top, left, -bottom, right),
    }[degrees]
