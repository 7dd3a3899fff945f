"""Which styles hide or raise text, and what the codes of symbol fonts draw, as the second reading sees it."""

from dataclasses import dataclass, field

from disclosures.documents.second.word.elements import parser_of

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = {
    WORD: "",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
}
_KEPT = ("vanish", "vertAlign", "position", "sz", "color", "shd", "highlight")
_THEME = {"background1": "ffffff", "light1": "ffffff", "text1": "000000", "dark1": "000000"}
_NO = ("0", "false", "off")
_SIZE = "21"
_DEFAULTS = "the document's own defaults"
_SYMBOL_FONTS = ("symbol", "wingdings", "wingdings 2")
UNKNOWN = "\ufffd"


@dataclass
class Looks:
    """What styles.xml says of text that is hidden or raised."""

    said: dict[str, dict[str, str]] = field(default_factory=dict)
    based_on: dict[str, str] = field(default_factory=dict)
    usual: str = ""  # the paragraph style of paragraphs without one
    lists: dict[str, dict[str, str]] = field(default_factory=dict)  # numId and ilvl, by style
    shaded: set[str] = field(default_factory=set)  # styles that put a colour behind whole paragraphs or cells
    has_background: bool = False  # whether the pages have a colour
    _runs: dict[tuple, dict[str, str]] = field(default_factory=dict)
    _open: list[str] = field(default_factory=list)
    _style: str = ""

    def read(self, content: bytes) -> "Looks":
        parser_of(self._start, lambda name: self._open.pop()).Parse(content, True)
        return self

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.removeprefix(f"{WORD}|")
        value = attributes.get(f"{WORD}|val", "1")
        if tag == "style":
            self._style = attributes.get(f"{WORD}|styleId", "")
            if attributes.get(f"{WORD}|type") == "paragraph" and attributes.get(f"{WORD}|default") in ("1", "true"):
                self.usual = self._style
        elif tag == "basedOn":
            self.based_on[self._style] = value
        elif tag in _KEPT and self._open[-2:] in (["style", "rPr"], ["rPrDefault", "rPr"]):
            key = self._style if self._open[-2] == "style" else _DEFAULTS
            self.said.setdefault(key, {})[tag] = said_of(tag, attributes)
        elif tag == "shd" and "style" in self._open and attributes.get(f"{WORD}|fill", "auto") != "auto":
            self.shaded.add(self._style)
        elif tag in ("numId", "ilvl") and self._open[-3:] == ["style", "pPr", "numPr"]:
            self.lists.setdefault(self._style, {})[tag] = value
        self._open.append(tag)

    def is_shaded(self, style: str) -> bool:
        """Whether a style, or one that it is based on, puts a colour behind its paragraphs or tables."""
        for _ in range(20):
            if style in self.shaded:
                return True
            style = self.based_on.get(style, "")
        return False

    def list_of(self, style: str) -> tuple[str, str, str]:
        """The number of the list and the level that a style puts its paragraphs in, and which of its bases says so."""
        for _ in range(20):
            said = self.lists.get(style, {})
            if "numId" in said:
                return said["numId"], said.get("ilvl", ""), style
            style = self.based_on.get(style, "")
        return "", "", ""

    def of_style(self, style: str) -> dict[str, str]:
        chain: list[str] = []
        while style and style not in chain and len(chain) < 20:
            chain.append(style)
            style = self.based_on.get(style, "")
        look = {}
        for style in reversed(chain):
            look.update(self.said.get(style, {}))
        return look

    def of_run(self, own: dict[str, str], paragraph_style: str) -> dict[str, str]:
        """All that is said of a run: the document's defaults first, the run's own last."""
        key = (paragraph_style, *own.items())
        if key not in self._runs:
            self._runs[key] = self._of_run(own, paragraph_style)
        return self._runs[key]

    def _of_run(self, own: dict[str, str], paragraph_style: str) -> dict[str, str]:
        look = dict(self.said.get(_DEFAULTS, {}))
        for style in (self.usual, paragraph_style, own.get("rStyle", "")):
            if style:
                look.update(self.of_style(style))
        look.update(own)
        return look


def short_name(name: str) -> str:
    space, _, tag = name.rpartition("|")
    prefix = _SPACES.get(space)
    return tag if prefix == "" else f"{prefix or 'other:'}{tag}"


def said_of(tag: str, attributes: dict[str, str]) -> str:
    """What counts of a property of a run: of a colour and a shading more than their value."""
    value = attributes.get(f"{WORD}|val", "1")
    if tag == "shd":
        return attributes.get(f"{WORD}|fill", "auto") if value in ("clear", "nil", "1") else "pattern"
    if tag == "color" and (theme := attributes.get(f"{WORD}|themeColor")):
        is_mixed = attributes.get(f"{WORD}|themeTint") or attributes.get(f"{WORD}|themeShade")
        return "mixed" if is_mixed else _THEME.get(theme, "other")
    return value


def is_on(said: dict[str, str], name: str) -> bool:
    return said.get(name, "0") not in _NO


def is_beside_the_line(said: dict[str, str]) -> bool:
    return said.get("vertAlign", "") in ("superscript", "subscript")


def position_and_size(said: dict[str, str]) -> tuple[int, int]:
    return _number(said.get("position", "0"), 0), _number(said.get("sz", _SIZE), int(_SIZE))


def _number(text: str, otherwise: int) -> int:
    try:
        return int(text) if text.isascii() and len(text) < 7 and "_" not in text and "+" not in text else otherwise
    except ValueError:
        return otherwise


def drawn(font: str, code: str) -> str:
    """The character that a symbol draws, as far as figures are made of it."""
    try:
        number = int(code, 16)
    except ValueError:
        return UNKNOWN
    if font.lower() not in _SYMBOL_FONTS:
        return chr(number) if 0x20 <= number < 0xD800 or 0xF900 <= number <= 0x10FFFF else UNKNOWN
    low = number - 0xF000 if number >= 0xF000 else number
    if font.lower() == "symbol" and chr(max(low, 0)) in "0123456789%()-.,":
        return chr(low)
    if font.lower() == "wingdings" and 0x81 <= low <= 0x8A:
        return "①②③④⑤⑥⑦⑧⑨⑩"[low - 0x81]
    return UNKNOWN


def in_font(text: str, font: str) -> str:
    """Text of a run as its font draws it."""
    if font.lower() not in _SYMBOL_FONTS:
        return text
    return "".join(drawn(font, hex(ord(char))) if "\uf020" <= char <= "\uf0ff" else char for char in text)
