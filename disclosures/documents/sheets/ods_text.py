"""The text of a cell of an .ods: its paragraphs with their spans, without comments and drawings."""

from collections.abc import Iterator

from lxml import etree

from disclosures.documents.pieces import DELETED, RAISED, Piece, Settled, settle
from disclosures.documents.sheets.ods_styles import OFFICE, TEXT, Styles

_LEFT_OUT = {f"{OFFICE}annotation", f"{TEXT}ruby-text", f"{TEXT}note"}
_MOST_SPACES = 1000


def text_of(cell: etree._Element, styles: Styles) -> Settled | None:
    """What the paragraphs of a cell print, a line for each; None where it has none."""
    paragraphs = [element for element in cell if element.tag in (f"{TEXT}p", f"{TEXT}h")]
    if not paragraphs:
        return None
    if len(paragraphs) == 1 and not len(paragraphs[0]):
        return Settled(" ".join((paragraphs[0].text or "").split()), [])
    pieces: list[Piece] = []
    for paragraph in paragraphs:
        if pieces:
            pieces.append(Piece("\n"))
        pieces += _pieces(paragraph, styles, "")
    return settle(pieces)


def _pieces(element: etree._Element, styles: Styles, reason: str) -> Iterator[Piece]:
    if element.text:
        yield Piece(element.text, reason)
    for child in element:
        yield from _inside(child, styles, reason)
        if child.tail:
            yield Piece(child.tail, reason)


def _inside(element: etree._Element, styles: Styles, reason: str) -> Iterator[Piece]:
    if element.tag == f"{TEXT}s":
        yield Piece(" " * min(int(element.get(f"{TEXT}c", "1")), _MOST_SPACES), reason)
    elif element.tag in (f"{TEXT}tab", f"{TEXT}line-break"):
        yield Piece("\t" if element.tag.endswith("tab") else "\n", reason)
    elif isinstance(element.tag, str) and element.tag.startswith(TEXT) and element.tag not in _LEFT_OUT:
        style = element.get(f"{TEXT}style-name", "")
        own = DELETED if style in styles.struck else RAISED if style in styles.raised else ""
        yield from _pieces(element, styles, reason or own)
