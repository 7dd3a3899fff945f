"""Numbers that Word puts before paragraphs by itself: 一、 and （一） stand in no text, but a reader sees them."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import _Element

from disclosures.documents.word.numerals import written

_VALUE, _ID, _LEVEL = qn("w:val"), qn("w:numId"), qn("w:ilvl")
_IN_TEXT = re.compile(r"%([1-9])")
_CLOSED = re.compile(r"[、）)．。：:]$")  # after these a text follows without a blank
_LONGEST = 40  # characters of a number
_NO_LIST = ("", "0")


@dataclass(frozen=True)
class _Level:
    """How one level of a list is counted and written."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    is_legal: bool = False  # all counts in usual digits
    is_tight: bool = False  # nothing between the number and the text
    restarts: bool = True
    style: str = ""


@dataclass
class Numbering:
    """The lists of a document, and how far each has been counted; paragraphs are to be asked for in their order."""

    styles: dict[str, _Element] = field(default_factory=dict)
    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)  # by abstract list
    lists: dict[str, _Element] = field(default_factory=dict)  # by number of the list
    _counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    _started: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, document: Document, styles: dict[str, _Element]) -> "Numbering":
        parts = (relation for relation in document.part.rels.values() if relation.reltype.endswith("/numbering"))
        part = next((relation for relation in parts if not relation.is_external), None)
        if part is None:
            return cls(styles)
        root = parse_xml(part.target_part.blob)
        kinds = {element.get(qn("w:abstractNumId"), ""): element for element in root.iterchildren(qn("w:abstractNum"))}
        lists = {element.get(_ID, ""): element for element in root.iterchildren(qn("w:num"))}
        numbering = cls(styles, {}, lists)
        for key, kind in kinds.items():
            numbering.levels[key] = numbering._levels_of(kind, kinds)
        return numbering

    def before(self, paragraph: _Element) -> str:
        """What stands before the text of a paragraph; "" where it is in no list, or in one with bullets."""
        number, depth = self._list_of(paragraph)
        chosen = self.lists.get(number)
        if number in _NO_LIST or chosen is None:
            return ""
        key, overrides = _said(chosen, "w:abstractNumId"), _overrides(chosen)
        levels = self.levels.get(key, {}) | {at: level for at, (_, level) in overrides.items() if level}
        level = levels.get(depth)
        if level is None:
            return ""
        self._count(key, number, depth, level, overrides.get(depth, (None, None))[0], levels)
        return _label(level, levels, self._counts[key]) if level.kind != "bullet" else ""

    def _count(
        self, key: str, number: str, depth: int, level: _Level, start: int | None, levels: dict[int, _Level]
    ) -> None:
        counts = self._counts[key]
        if start is not None and (number, depth) not in self._started:
            counts[depth] = start
        else:
            counts[depth] = counts.get(depth, level.start - 1) + 1
        self._started.add((number, depth))
        for deeper in [other for other in counts if other > depth and levels.get(other, level).restarts]:
            del counts[deeper]

    def _list_of(self, paragraph: _Element) -> tuple[str, int]:
        """The list and level of a paragraph: its own, or those of its style."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return "", 0
        own = properties.find(qn("w:numPr"))
        if own is not None and own.find(_ID) is not None:
            return _said(own, "w:numId"), _whole(_said(own, "w:ilvl"), 0)
        number, depth = self._list_of_style(_said(properties, "w:pStyle"))
        return number, depth if own is None else _whole(_said(own, "w:ilvl"), depth)

    def _list_of_style(self, name: str) -> tuple[str, int]:
        for _ in range(20):
            style = self.styles.get(name)
            if style is None:
                break
            said = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if said is not None and said.find(_ID) is not None:
                number = _said(said, "w:numId")
                return number, _whole(_said(said, "w:ilvl"), self._depth_of(number, name))
            name = _said(style, "w:basedOn")
        return "", 0

    def _depth_of(self, number: str, style: str) -> int:
        """The level of a list that is said to be that of a style."""
        levels = self.levels.get(_said(self.lists.get(number), "w:abstractNumId"), {})
        return next((depth for depth, level in levels.items() if level.style == style), 0)

    def _levels_of(self, kind: _Element, kinds: dict[str, _Element]) -> dict[int, _Level]:
        """The levels of a list; one that only names a style has those of the list that the style names."""
        link = _said(kind, "w:numStyleLink")
        style = self.styles.get(link)
        if style is not None:
            number = _said(style.find(f"{qn('w:pPr')}/{qn('w:numPr')}"), "w:numId")
            kind = kinds.get(_said(self.lists.get(number), "w:abstractNumId"), kind)
        return {_whole(element.get(_LEVEL, ""), 0): _level(element) for element in kind.iterchildren(qn("w:lvl"))}


def _label(level: _Level, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    def counted(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        other = levels.get(depth, _Level())
        return written(counts.get(depth, other.start), "decimal" if level.is_legal else other.kind)

    text = _IN_TEXT.sub(counted, level.text[:_LONGEST])[:_LONGEST].strip()
    return text if level.is_tight or not text or _CLOSED.search(text) else f"{text} "


def _level(element: _Element) -> _Level:
    legal = element.find(qn("w:isLgl"))
    return _Level(
        start=_whole(_said(element, "w:start"), 1),
        kind=_said(element, "w:numFmt") or "decimal",
        text=_said(element, "w:lvlText"),
        is_legal=legal is not None and legal.get(_VALUE, "1") not in ("0", "false", "off"),
        is_tight=_said(element, "w:suff") == "nothing",
        restarts=_said(element, "w:lvlRestart") != "0",
        style=_said(element, "w:pStyle"),
    )


def _overrides(chosen: _Element) -> dict[int, tuple[int | None, _Level | None]]:
    """Where a list counts otherwise than its kind: by level, the count it starts with and the level in its place."""
    overrides = {}
    for element in chosen.iterchildren(qn("w:lvlOverride")):
        start, level = element.find(qn("w:startOverride")), element.find(qn("w:lvl"))
        overrides[_whole(element.get(_LEVEL, ""), 0)] = (
            None if start is None else _whole(start.get(_VALUE, ""), 1),
            None if level is None else _level(level),
        )
    return overrides


def _said(element: _Element | None, name: str) -> str:
    child = element.find(qn(name)) if element is not None else None
    return "" if child is None else child.get(_VALUE, "")


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else otherwise
