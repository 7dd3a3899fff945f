"""Note marks: small raised characters behind a figure or word, which are no part of it."""

from ctypes import byref, c_double
from math import hypot

import pypdfium2.raw as pdfium

_MARKS = frozenset("0123456789*＊※[]()（）注①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_SMALL = 0.8  # of the size of what stands before
_RAISED = (0.15, 1.0)  # of that size: how much higher than its foot a mark stands
_NEAR = 1.0  # of that size
_TOUCHING = 0.1  # of that
_CHANGED = 0.03  # of a glyph's height: less is the same line and size
_PART_OF_FIGURE = frozenset("0123456789.,%％")

Rectangle = tuple[float, float, float, float]


class NoteMarks:
    """Asked for one character after the other of an open page's text, in the order of the file."""

    def __init__(self, text):
        self.text = text
        self.base: tuple[str, Rectangle, int, int] | None = None  # the last character of full size
        self.end: Rectangle | None = None  # of it, or of the last mark behind it

    def is_mark(self, char: str, rectangle: Rectangle, degrees: int | None, index: int) -> bool:
        """Whether this character is a mark, or more of one."""
        if char == " " or degrees is None:
            return False
        if self.base and char in _MARKS and self._is_behind(rectangle, degrees) and self._is_raised(index):
            self.end = rectangle
            return True
        self.base, self.end = (char, rectangle, degrees, index), rectangle
        return False

    def _is_behind(self, rectangle: Rectangle, degrees: int) -> bool:
        char, before, turned, _ = self.base
        if degrees != turned or char in ".,，．" or (char.isascii() and char.isalpha()):
            return False
        before, end, now = (_along(one, degrees) for one in (before, self.end, rectangle))
        height = before[3] - before[1]
        has_changed = max(abs(before[1] - now[1]), abs(before[3] - now[3])) > _CHANGED * height
        return has_changed and abs(now[0] - end[2]) < _NEAR * height

    def _is_raised(self, index: int) -> bool:
        _, _, degrees, base = self.base
        size = self._size(base)
        if self._size(index) >= _SMALL * size:
            return False
        lowest, highest = _RAISED
        return lowest * size < self._foot(index, degrees) - self._foot(base, degrees) < highest * size

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
