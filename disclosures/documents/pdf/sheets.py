"""A page as it is read: words and ruling lines after it was turned upright, and what cannot be read on it."""

from collections import Counter
from dataclasses import dataclass

from pypdfium2 import PdfPage

from disclosures.documents.pdf.boxes import Box, Turn, turn_of
from disclosures.documents.pdf.budget import Budget
from disclosures.documents.pdf.drawings import drawings_of
from disclosures.documents.pdf.glyphs import Glyph, glyphs_of
from disclosures.documents.pdf.words import Character, Word, words_of


@dataclass(frozen=True)
class Sheet:
    """One page, upright."""

    number: int
    degrees: int  # by which it was turned, and `turn` how
    turn: Turn
    box: Box
    words: list[Word]
    askew: str  # text across the page, such as a watermark
    rules: list[Box]
    pictures: list[Box]
    strokes: int


def sheet_of(page: PdfPage, number: int, budget: Budget) -> Sheet:
    """Take everything from the page that is wanted of it."""
    glyphs, drawings = glyphs_of(page, budget), drawings_of(page, budget)
    edges = page.get_bbox()
    degrees = _degrees(glyphs, page.get_rotation())
    turn = turn_of(degrees, *edges)
    box = turn(*edges)
    return Sheet(
        number=number,
        degrees=degrees,
        turn=turn,
        box=box,
        words=words_of(_upright(glyphs, turn, degrees, box)),
        askew="".join(glyph.char for glyph in glyphs if glyph.degrees is None).strip(),
        rules=_visible(drawings.lines, turn, box),
        pictures=_visible(drawings.pictures, turn, box),
        strokes=drawings.strokes,
    )


def _degrees(glyphs: list[Glyph], rotation: int) -> int:
    """How most of the text runs; a page without text is turned as it says itself."""
    turned = Counter(glyph.degrees for glyph in glyphs if glyph.degrees is not None and glyph.char != " ")
    return turned.most_common(1)[0][0] if turned else rotation


def _upright(glyphs: list[Glyph], turn: Turn, degrees: int, page: Box) -> list[Character]:
    """Characters that are on the page, each with the quarter by which it is still turned there."""
    placed = (
        (glyph.char, turn(*glyph.rectangle), (glyph.degrees - degrees) % 360)
        for glyph in glyphs
        if glyph.degrees is not None
    )
    return [one for one in placed if page.holds(one[1])]


def _visible(rectangles: list, turn: Turn, page: Box) -> list[Box]:
    """The part of each that is on the page."""
    boxes = []
    for rectangle in rectangles:
        box = turn(*rectangle)
        left, top = max(box.left, page.left), max(box.top, page.top)
        right, bottom = min(box.right, page.right), min(box.bottom, page.bottom)
        if left <= right and top <= bottom:
            boxes.append(Box(left, top, right, bottom))
    return boxes
