"""What the styles of an .ods say of whether a text, a cell or a sheet is seen."""

from dataclasses import dataclass, field

from lxml import etree

from disclosures.documents.colours import WHITE, are_alike, colour_of
from disclosures.documents.pieces import DELETED
from disclosures.documents.sheets.seen import SAME_COLOUR

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TABLE, TEXT, STYLE = (f"{_OASIS}{name}:1.0}}" for name in ("office", "table", "text", "style"))
_DRAWN = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_LINES = (f"{STYLE}text-line-through-style", f"{STYLE}text-line-through-type")


@dataclass
class Styles:
    """Names of styles that strike text out, raise it, or hide a sheet; colours of text and paper."""

    struck: set[str] = field(default_factory=set)
    raised: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)
    parents: dict[str, str] = field(default_factory=dict)
    colours: dict[str, str] = field(default_factory=dict)
    papers: dict[str, str] = field(default_factory=dict)
    by_condition: set[str] = field(default_factory=set)  # that look otherwise under a condition
    _unseen: dict[str, str] = field(default_factory=dict)

    def add(self, root: etree._Element) -> None:
        """Take in the styles of a part."""
        for style in root.iter(f"{STYLE}style"):
            name = style.get(f"{STYLE}name", "")
            self.parents[name] = style.get(f"{STYLE}parent-style-name", "")
            for said in style:
                self._add(name, said)

    def _add(self, name: str, said: etree._Element) -> None:
        if any(said.get(line, "none") != "none" for line in _LINES):
            self.struck.add(name)
        position = said.get(f"{STYLE}text-position", "0%").split()[:1]
        if position and position[0] not in ("0%", "0"):
            self.raised.add(name)
        if said.get(f"{TABLE}display") == "false":
            self.hidden.add(name)
        if colour := said.get(f"{_DRAWN}color"):
            self.colours[name] = colour
        if paper := said.get(f"{_DRAWN}background-color"):
            self.papers[name] = paper
        if said.tag == f"{STYLE}map":
            self.by_condition.add(name)

    def unseen(self, name: str) -> str:
        """Why nothing of a cell in that style is seen: struck out, or in the colour of what is behind it; else ""."""
        if name not in self._unseen:
            self._unseen[name] = self._why_unseen(name)
        return self._unseen[name]

    def _why_unseen(self, name: str) -> str:
        if name in self.struck:
            return DELETED
        paper = self._said(self.papers, name) or "transparent"
        text, behind = colour_of(self._said(self.colours, name)), WHITE if paper == "transparent" else colour_of(paper)
        return SAME_COLOUR if name not in self.by_condition and are_alike(text, behind) else ""

    def _said(self, values: dict[str, str], name: str) -> str:
        """What a style says, or the nearest of those that it is based on."""
        for _ in range(20):
            if name in values:
                return values[name]
            name = self.parents.get(name, "")
        return ""
