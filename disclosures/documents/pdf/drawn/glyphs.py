"""Characters of a page as pdfium gives them, each with the rectangle in which the file draws it."""

from ctypes import byref, c_double
from math import degrees
from typing import NamedTuple

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage

from disclosures.documents.pdf.drawn.budget import Budget
from disclosures.documents.pdf.drawn.letters import letter
from disclosures.documents.pdf.drawn.marks import MARKS, NoteMarks, goes_on_behind
from disclosures.documents.pdf.drawn.unseen import Visibility

NOTE_MARK = "是注码，不是数字的一部分"
_FLAT = 0.5  # points: a rectangle lower than that tells nothing about the line on which its character stands
_ASKEW = 5  # degrees off the square: a mark across the page and no text of it


class Glyph(NamedTuple):
    """A character; the rectangle (left, bottom, right, top) is the file's own, counted upwards.

    `degrees` is how it is turned against the clock, in quarters; None for a character that stands askew. `aside` is why
    it is no part of the text.
    """

    char: str
    rectangle: tuple[float, float, float, float]
    degrees: int | None
    aside: str = ""


def glyphs_of(page: PdfPage, budget: Budget, visibility: Visibility) -> list[Glyph]:
    """All characters of the page in the order in which the file draws them, blanks among them."""
    text = page.get_textpage()
    try:
        count = pdfium.FPDFText_CountChars(text)
        budget.spend("characters", max(count, 0))
        return _without_marks(text, count, visibility)
    finally:
        text.close()


def _without_marks(text, count: int, visibility: Visibility) -> list[Glyph]:
    """The glyphs, of which those that are unseen or note marks say so."""
    marks, loose = NoteMarks(text), pdfium.FS_RECTF()
    glyphs: list[Glyph] = []
    last: list[int] = []  # the mark that may still turn out to be in the middle of a figure
    for index in range(count):
        glyph = _glyph(text, index, loose)
        if not glyph:
            continue
        if visibility.doubts and (reason := visibility.reason(text, index, glyph.rectangle)):
            glyph = glyph._replace(aside=reason)
        elif glyph.char in MARKS and marks.is_mark(glyph, index):
            glyph = glyph._replace(aside=NOTE_MARK)
            last.append(len(glyphs))
        elif glyph.char != " ":
            if last and goes_on_behind(glyph, glyphs[last[-1]]):
                for number in last:
                    glyphs[number] = glyphs[number]._replace(aside="")
            marks.base, marks.index, marks.end, last = glyph, index, glyph, []
        glyphs.append(glyph)
    return glyphs


def _glyph(text, index: int, loose) -> Glyph | None:
    char = letter(pdfium.FPDFText_GetUnicode(text, index))
    if not char or (char == " " and pdfium.FPDFText_IsGenerated(text, index) == 1):  # a blank that pdfium guessed
        return None
    return Glyph(char, _rectangle(text, index, loose), _quarter(pdfium.FPDFText_GetCharAngle(text, index)))


def _rectangle(text, index: int, loose) -> tuple[float, float, float, float]:
    """The character's place in its line, as high as its font; its ink alone where the font says nothing.

    `loose` is where pdfium writes it, the same for all characters of a page.
    """
    pdfium.FPDFText_GetLooseCharBox(text, index, byref(loose))
    if loose.top - loose.bottom > _FLAT and loose.right - loose.left > 0:
        return loose.left, loose.bottom, loose.right, loose.top
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    pdfium.FPDFText_GetCharBox(text, index, byref(left), byref(right), byref(bottom), byref(top))
    return left.value, bottom.value, right.value, max(top.value, bottom.value + _FLAT)


def _quarter(radians: float) -> int | None:
    """Quarters of a turn against the clock; pdfium counts with it."""
    if not radians:
        return 0
    turned = -degrees(radians) % 360
    quarter = round(turned / 90) * 90
    return quarter % 360 if abs(turned - quarter) < _ASKEW else None
