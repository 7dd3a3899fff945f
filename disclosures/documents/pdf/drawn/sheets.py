"""A page as it is read: words and ruling lines after it was turned upright, and what cannot be read on it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from pypdfium2 import PdfPage

from disclosures.documents.pdf.drawn.boxes import Box, Turn, turn_of
from disclosures.documents.pdf.drawn.budget import Budget
from disclosures.documents.pdf.drawn.drawings import drawings_of
from disclosures.documents.pdf.drawn.glyphs import Glyph, glyphs_of
from disclosures.documents.pdf.drawn.unseen import OFF_THE_PAGE, Visibility
from disclosures.documents.pdf.drawn.words import Character, Word, words_of


class PutAside(NamedTuple):
    """Text that nobody sees, or that only refers to a note: where it is, and why it is not read."""

    text: str
    box: Box
    degrees: int | None
    reason: str


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
    put_aside: list[PutAside]


def sheet_of(page: PdfPage, number: int, budget: Budget) -> Sheet:
    """Take everything from the page that is wanted of it."""
    drawings = drawings_of(page, budget)
    glyphs = glyphs_of(page, budget, Visibility(page, drawings.doubts, drawings.pictures))
    edges = page.get_bbox()
    degrees = _degrees(glyphs, page.get_rotation())
    turn = turn_of(degrees, *edges)
    box = turn(*edges)
    glyphs = [glyph if _is_on(edges, glyph) else glyph._replace(aside=OFF_THE_PAGE) for glyph in glyphs]
    read = [glyph for glyph in glyphs if not glyph.aside]
    return Sheet(
        number=number,
        degrees=degrees,
        turn=turn,
        box=box,
        words=words_of(_upright(read, turn, degrees)),
        askew="".join(glyph.char for glyph in read if glyph.degrees is None).strip(),
        rules=_visible(drawings.lines, turn, box),
        pictures=_visible(drawings.pictures, turn, box),
        strokes=drawings.strokes,
        put_aside=list(_put_aside(glyphs, turn, degrees)),
    )


def _degrees(glyphs: list[Glyph], rotation: int) -> int:
    """How most of the text runs; a page without text is turned as it says itself."""
    turned = Counter(glyph.degrees for glyph in glyphs if glyph.degrees is not None and glyph.char != " ")
    return turned.most_common(1)[0][0] if turned else rotation


def _is_on(edges: tuple[float, float, float, float], glyph: Glyph) -> bool:
    """Whether the middle of the glyph is on the page; what stands askew may begin beside it."""
    (left, bottom, right, top), (x0, y0, x1, y1) = edges, glyph.rectangle
    return glyph.degrees is None or (2 * left <= x0 + x1 <= 2 * right and 2 * bottom <= y0 + y1 <= 2 * top)


def _upright(glyphs: list[Glyph], turn: Turn, degrees: int) -> list[Character]:
    """The characters, each with the quarter by which it is still turned on the page."""
    return [
        (glyph.char, turn(*glyph.rectangle), (glyph.degrees - degrees) % 360)
        for glyph in glyphs
        if glyph.degrees is not None
    ]


def _put_aside(glyphs: list[Glyph], turn: Turn, degrees: int) -> Iterator[PutAside]:
    """What follows each other for one reason, together."""
    for reason, group in groupby(glyphs, key=lambda glyph: glyph.aside):
        together = list(group)
        text = "".join(glyph.char for glyph in together).strip()
        if reason and text:
            first = next(glyph for glyph in together if glyph.char != " ")
            turned = None if first.degrees is None else (first.degrees - degrees) % 360
            yield PutAside(text, turn(*first.rectangle), turned, reason)


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
