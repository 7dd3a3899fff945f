"""The text of a paragraph in pieces: what is seen, and what is hidden, deleted by a tracked change or a note mark."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from docx.oxml.ns import qn
from lxml.etree import _Element

from disclosures.documents.colours import BLACK, Colour, are_alike
from disclosures.documents.pieces import CODE, DELETED, HIDDEN, MARK, RAISED, Piece
from disclosures.documents.word.paper import paper_behind
from disclosures.documents.word.styles import Look, Styles, font_in
from disclosures.documents.word.symbols import symbol, without_private_codes

MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PARAGRAPH, BOX = qn("w:p"), qn("w:txbxContent")
ALTERNATIVES, CHOICE, FALLBACK = f"{MARKUP}AlternateContent", f"{MARKUP}Choice", f"{MARKUP}Fallback"
GONE = {qn("w:del"), qn("w:moveFrom")}
_RUN, _PROPERTIES, _FIELD, _RUBY = qn("w:r"), qn("w:rPr"), qn("w:fldChar"), qn("w:rt")
_TEXT, _DELETED_TEXT, _SYMBOL, _FORMULA = qn("w:t"), qn("w:delText"), qn("w:sym"), qn("m:t")
_NOTES = {qn("w:footnoteReference"), qn("w:endnoteReference")}
_AS_TEXT = {qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_UNREAD = {qn("w:pPr"), _PROPERTIES, qn("w:sdtPr"), qn("w:instrText"), qn("w:delInstrText")}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RAISE = 4  # half points by which a note mark stands above or below the line
_SMALL = 0.8  # of the size of what stands before it


def alternatives(element: _Element) -> Iterator[_Element]:
    """The children of an element; of what is written in several ways for several programs, only the first."""
    if element.tag == ALTERNATIVES:
        choice = element.find(CHOICE)
        yield element.find(FALLBACK) if choice is None else choice
        return
    yield from element


def is_joined_to_next(paragraph: _Element) -> bool:
    """Whether the mark that ends the paragraph is deleted or hidden, so that the next one goes on with it."""
    mark = paragraph.find(f"{qn('w:pPr')}/{_PROPERTIES}")
    if mark is None:
        return False
    hidden = mark.find(qn("w:vanish"))
    is_hidden = hidden is not None and hidden.get(qn("w:val"), "1") not in ("0", "false", "off")
    return is_hidden or any(mark.find(tag) is not None for tag in GONE)


@dataclass
class Paragraph:
    """Walks one paragraph; text boxes are met on the way and are no part of its text."""

    styles: Styles
    element: _Element
    style: str = ""
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[tuple[_Element, str]] = field(default_factory=list)  # with the reason why they are not seen
    _base: Look | None = None  # of what stands on the line
    _codes: list[bool] = field(default_factory=list)  # for each open field, whether its code is being read

    @classmethod
    def of(cls, element: _Element, styles: Styles, reason: str = "") -> "Paragraph":
        style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        read = cls(styles, element, "" if style is None else style.get(qn("w:val"), ""))
        read._walk(element, reason)
        return read

    def _walk(self, element: _Element, reason: str) -> None:
        for child in alternatives(element):
            if child is None or child.tag in _UNREAD:
                continue
            if child.tag == _RUN:
                self._run(child, reason)
            else:
                inner = DELETED if child.tag in GONE else MARK if child.tag == _RUBY else reason
                self._text(child, inner, "", None)

    def _run(self, run: _Element, reason: str) -> None:
        properties = run.find(_PROPERTIES)
        look = self.styles.look(properties, self.style)
        font = font_in(properties)
        if not reason:
            reason = HIDDEN if look.is_hidden or self._is_on_its_like(look) else self._raised(run, look)
        for child in run:
            if child.tag not in _UNREAD:
                self._text(child, reason, font, look)

    def _is_on_its_like(self, look: Look) -> bool:
        """Whether the text has the colour of what is behind it."""
        if look.colour in (None, BLACK) and look.paper == "":
            return False  # nearly all text
        paper: Any = self._paper if look.paper == "" else look.paper
        return are_alike(look.colour, paper)

    @cached_property
    def _paper(self) -> Colour:
        return paper_behind(self.element, self.styles.shaded)

    def _raised(self, run: _Element, look: Look) -> str:
        if look.is_raised or any(child.tag in _NOTES for child in run):
            return RAISED
        base = self._base
        is_away = base and abs(look.position - base.position) >= _RAISE and look.size <= base.size * _SMALL
        return RAISED if is_away else ""

    def _text(self, element: _Element, reason: str, font: str, look: Look | None) -> None:
        if element.tag == _FIELD:
            self._field(element.get(qn("w:fldCharType"), ""))
        elif (text := _text_of(element, font)) is None:
            if element.tag == BOX:
                self.boxes.append((element, "" if reason == RAISED else reason))
            elif element.tag != PARAGRAPH:
                self._walk(element, reason)
        else:
            reason = CODE if any(self._codes) else DELETED if element.tag == _DELETED_TEXT else reason
            self.pieces.append(Piece(text, reason))
            if look and not reason and text.strip():
                self._base = look

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._codes.append(True)
        elif kind == "separate" and self._codes:
            self._codes[-1] = False
        elif kind == "end" and self._codes:
            self._codes.pop()


def _text_of(element: _Element, font: str) -> str | None:
    """The text of an element that is text itself; None of one that only holds others."""
    tag = element.tag
    if tag in (_TEXT, _DELETED_TEXT, _FORMULA):
        text = element.text or ""
        return without_private_codes(text if element.get(_SPACE) == "preserve" else text.strip(" \t\r\n"), font)
    if tag == _SYMBOL:
        return symbol(element.get(qn("w:font"), ""), element.get(qn("w:char"), ""))
    return _AS_TEXT.get(tag)
