"""What the styles of an .ods say of whether a text, a cell or a sheet is seen."""

from dataclasses import dataclass, field

from lxml import etree

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TABLE, TEXT, STYLE = (f"{_OASIS}{name}:1.0}}" for name in ("office", "table", "text", "style"))
_LINES = (f"{STYLE}text-line-through-style", f"{STYLE}text-line-through-type")


@dataclass
class Styles:
    """Names of styles that strike text out, raise it, or hide a sheet."""

    struck: set[str] = field(default_factory=set)
    raised: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)

    def add(self, root: etree._Element) -> None:
        """Take in the styles of a part."""
        for style in root.iter(f"{STYLE}style"):
            name = style.get(f"{STYLE}name", "")
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
