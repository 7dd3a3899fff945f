"""Notes, page heads and page feet, which stand in parts of their own: listed beside the document, as no place of it."""

import re
from collections.abc import Iterator

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml.etree import XMLSyntaxError

from disclosures.documents.items import Aside, DocumentError
from disclosures.documents.pieces import Piece, settle
from disclosures.documents.word.runs import PARAGRAPH, Paragraph
from disclosures.documents.word.styles import Styles

_NOTES = {"footnotes": ("w:footnote", "脚注"), "endnotes": ("w:endnote", "尾注")}
_MARGINS = {"header": "页眉", "footer": "页脚"}
_LONGEST = 2_000
_NOTE_LISTED = "注释的文字，列在这里，没有读入正文"
_MARGIN_LISTED = "每页重复的文字，列在这里，没有读入正文"
_PAGE_NUMBER = re.compile(r"[\s\d第共页/／~·—–-]*")


def notes_of(document: Document, styles: Styles, name: str) -> Iterator[Aside]:
    """Every note, page head and page foot; the lines that part notes from the text are none, nor are page numbers."""
    margins = 0
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if relation.is_external or kind not in (*_NOTES, *_MARGINS):
            continue
        root = _parsed(relation.target_part.blob, name, _MARGINS.get(kind) or _NOTES[kind][1])
        if kind in _MARGINS:
            margins += 1
            yield from _listed(root, styles, f"{_MARGINS[kind]} {margins}", _MARGIN_LISTED)
            continue
        tag, title = _NOTES[kind]
        written = (note for note in root.iterchildren(qn(tag)) if not note.get(qn("w:type")))
        for number, note in enumerate(written, start=1):
            yield from _listed(note, styles, f"{title} {number}", _NOTE_LISTED)


def _parsed(content: bytes, name: str, title: str) -> BaseOxmlElement:
    try:
        return parse_xml(content)
    except XMLSyntaxError as error:
        raise DocumentError(f"{name} 的{title}损坏了，打不开。") from error


def _listed(part: BaseOxmlElement, styles: Styles, place: str, reason: str) -> Iterator[Aside]:
    pieces = [
        piece for paragraph in part.iter(PARAGRAPH) for piece in (*Paragraph.of(paragraph, styles).pieces, Piece("\n"))
    ]
    settled = settle(pieces)
    if not _PAGE_NUMBER.fullmatch(settled.text):
        yield Aside(place, settled.text[:_LONGEST], reason)
    yield from settled.asides_at(place)
