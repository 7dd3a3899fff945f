"""The parts of an .xlsx: which sheets it has, the formats of its styles, and the strings that its cells share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from posixpath import dirname, join, normpath
from typing import NamedTuple
from zipfile import ZipFile

from lxml import etree

from disclosures.documents.colours import BLACK, WHITE, Colour, are_alike, colour_of
from disclosures.documents.limits import Limits
from disclosures.documents.pieces import DELETED, RAISED, Piece, Settled, settle
from disclosures.documents.sheets.formats.builtin import code_of
from disclosures.documents.sheets.formats.numbers import Format, format_of
from disclosures.documents.sheets.seen import SAME_COLOUR

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_NO = ("0", "false", "off")


class Part(NamedTuple):
    """A sheet by its name, the part that holds it, and whether it is hidden."""

    name: str
    path: str
    is_hidden: bool


class Style(NamedTuple):
    """How a cell shows what it holds, and why nothing of it is seen, if so."""

    look: Format
    unseen: str = ""


def local(element: etree._Element) -> str:
    """The name of an element without its namespace, which differs between the two editions of the standard."""
    tag = element.tag
    return tag[tag.rfind("}") + 1 :] if isinstance(tag, str) else ""


def named(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """The children of that name."""
    return (inner for inner in (element if element is not None else ()) if local(inner) == name)


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    return next(named(element, name), None)


def is_on(element: etree._Element | None) -> bool:
    """Whether a property is there and not switched off."""
    return element is not None and element.get("val", "1") not in _NO


@dataclass
class Package:
    """An open .xlsx."""

    archive: ZipFile
    name: str
    limits: Limits

    def content(self, part: str) -> bytes:
        return self.archive.read(part)

    def parsed(self, part: str) -> etree._Element:
        """The root of a part; entities stay unresolved."""
        return parsed(self.content(part))

    @cached_property
    def main(self) -> str:
        return next(target for kind, target in self._relations("").values() if kind == "officeDocument")

    @cached_property
    def workbook(self) -> etree._Element:
        return self.parsed(self.main)

    @cached_property
    def related(self) -> dict[str, tuple[str, str]]:
        return self._relations(self.main)

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Kind and target of what a part refers to, by its id."""
        folder, _, file = part.rpartition("/")
        root = self.parsed(join(folder, "_rels", f"{file}.rels"))
        return {
            relation.get("Id", ""): (
                relation.get("Type", "").rpartition("/")[2],
                normpath(join("/", dirname(part), relation.get("Target", ""))).lstrip("/"),
            )
            for relation in root
            if isinstance(relation.tag, str)
        }

    def sheets(self) -> Iterator[Part]:
        """The sheets with cells in their order; charts and macros have none."""
        for sheet in named(child(self.workbook, "sheets"), "sheet"):
            kind, target = self.related[sheet.get(_ID) or sheet.get(_STRICT_ID) or ""]
            if kind == "worksheet":
                yield Part(sheet.get("name", ""), target, sheet.get("state", "visible") != "visible")

    @cached_property
    def first_day(self) -> int:
        """Days between the usual calendar and the one that begins in 1904, where that is used."""
        said = child(self.workbook, "workbookPr")
        return 1462 if said is not None and said.get("date1904", "0") not in _NO else 0

    def _of_kind(self, kind: str) -> str | None:
        return next((target for relation_kind, target in self.related.values() if relation_kind == kind), None)

    @cached_property
    def styles(self) -> "Styles":
        part = self._of_kind("styles")
        return Styles(self.parsed(part) if part and part in self.archive.namelist() else None)

    @cached_property
    def strings(self) -> "list[str | Settled]":
        """The shared strings; those of which some is not part of the text are settled."""
        part = self._of_kind("sharedStrings")
        if not part:
            return []
        strings: list[str | Settled] = []
        with self.archive.open(part) as stream:
            for _, element in etree.iterparse(stream, tag="{*}si", resolve_entities=False, no_network=True):
                strings.append(text_of(element))
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
        return strings


class Styles:
    """The formats of the cells, looked up by number when a cell first needs one."""

    def __init__(self, root: etree._Element | None):
        own = child(root, "numFmts")
        self.own = {
            int(number_format.get("numFmtId", "0")): number_format.get("formatCode", "")
            for number_format in named(own, "numFmt")
        }
        self.formats = list(named(child(root, "cellXfs"), "xf"))
        self.fonts = list(named(child(root, "fonts"), "font"))
        self.fills = list(named(child(root, "fills"), "fill"))
        self.known: dict[str, Style] = {}

    def __getitem__(self, number: str) -> Style:
        if number not in self.known:
            at = int(number)
            self.known[number] = self._style(self.formats[at]) if 0 <= at < len(self.formats) else _PLAIN
        return self.known[number]

    def _style(self, said: etree._Element) -> Style:
        font = _numbered(self.fonts, said.get("fontId", "0"))
        fill = _numbered(self.fills, said.get("fillId", "0"))
        look = format_of(code_of(int(said.get("numFmtId", "0")), self.own))
        if is_on(child(font, "strike")):
            return Style(look, DELETED)
        return Style(look, SAME_COLOUR if are_alike(_colour(child(font, "color"), BLACK), _behind(fill)) else "")


_PLAIN = Style(format_of("General"))
_INDEXED = {"0": BLACK, "1": WHITE, "8": BLACK, "9": WHITE, "64": BLACK, "65": WHITE}
_OF_THEME = {"0": WHITE, "1": BLACK}  # what nearly all themes have as paper and ink


def _numbered(elements: list[etree._Element], number: str) -> etree._Element | None:
    return elements[int(number)] if int(number) < len(elements) else None


def _colour(said: etree._Element | None, otherwise: Colour) -> Colour:
    if said is None or said.get("auto") in ("1", "true"):
        return otherwise
    if float(said.get("tint", "0")):
        return None
    if digits := said.get("rgb"):
        return colour_of(digits)
    return _INDEXED.get(said.get("indexed", "")) or _OF_THEME.get(said.get("theme", ""))


def _behind(fill: etree._Element | None) -> Colour:
    """What a fill puts behind the text; patterns and gradients cannot be told."""
    pattern = child(fill, "patternFill")
    if fill is not None and pattern is None:
        return None
    kind = "none" if pattern is None else pattern.get("patternType", "none")
    return WHITE if kind == "none" else _colour(child(pattern, "fgColor"), None) if kind == "solid" else None


def parsed(content: bytes) -> etree._Element:
    """The root of some XML; nothing outside of it is fetched."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))


def text_of(element: etree._Element) -> str | Settled:
    """What a string prints: struck-out runs and note marks are put aside, how its words sound is no part of it."""
    if len(element) == 1 and element[0].tag == element.tag[: element.tag.rfind("}") + 1] + "t":
        return unescaped(element[0].text or "")
    pieces = [piece for run in element if (piece := _piece(run))]
    if any(piece.reason for piece in pieces):
        return settle(pieces)
    return "".join(piece.text for piece in pieces)


def _piece(element: etree._Element) -> Piece | None:
    kind = local(element)
    if kind == "t":
        return Piece(unescaped(element.text or ""))
    if kind != "r":
        return None
    text = "".join(unescaped(line.text or "") for line in named(element, "t"))
    look = child(element, "rPr")
    if is_on(child(look, "strike")):
        return Piece(text, DELETED)
    raised = child(look, "vertAlign")
    is_raised = raised is not None and raised.get("val") in ("superscript", "subscript")
    return Piece(text, RAISED if is_raised else "")


def unescaped(text: str) -> str:
    """Control characters stand in a workbook as `_x000D_`."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
