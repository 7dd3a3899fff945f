"""Footnotes and endnotes, which stand in parts of their own: listed beside the document, as no place of its text."""

from collections.abc import Iterator

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError

from disclosures.documents.items import Aside, DocumentError
from disclosures.documents.pieces import Piece, settle
from disclosures.documents.word.runs import PARAGRAPH, Paragraph
from disclosures.documents.word.styles import Styles

_NAMES = {"footnotes": ("w:footnote", "脚注"), "endnotes": ("w:endnote", "尾注")}
_LONGEST = 2_000
_REASON = "注释的文字，列在这里，没有读入正文"


def notes_of(document: Document, styles: Styles, name: str) -> Iterator[Aside]:
    """Every note with its number; the lines that part notes from the text are none."""
    for relation in document.part.rels.values():
        kind = _NAMES.get(relation.reltype.rpartition("/")[2])
        if not kind or relation.is_external:
            continue
        tag, title = kind
        try:
            notes = parse_xml(relation.target_part.blob).iterchildren(qn(tag))
        except XMLSyntaxError as error:
            raise DocumentError(f"{name} 的{title}损坏了，打不开。") from error
        written = (note for note in notes if not note.get(qn("w:type")))
        for number, note in enumerate(written, start=1):
            pieces = [
                piece
                for paragraph in note.iter(PARAGRAPH)
                for piece in (*Paragraph.of(paragraph, styles).pieces, Piece("\n"))
            ]
            settled = settle(pieces)
            if settled.text:
                yield Aside(f"{title} {number}", settled.text[:_LONGEST], _REASON)
            yield from settled.asides_at(f"{title} {number}")
