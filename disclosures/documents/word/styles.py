"""How a run is drawn: hidden, raised, its size; said by the run itself, by its style, or by that of its paragraph."""

from dataclasses import dataclass, field

from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import _Element

from disclosures.documents.colours import Colour, colour_of
from disclosures.documents.word.paper import colour_named, colour_said, shade_said, shaded_styles

_VALUE, _ID, _TYPE = qn("w:val"), qn("w:styleId"), qn("w:type")
_PROPERTIES, _FONTS = qn("w:rPr"), qn("w:rFonts")
_READ = {qn(f"w:{name}"): name for name in ("vanish", "vertAlign", "position", "sz", "color", "shd", "highlight")}
_SAID = {"color": colour_said, "shd": shade_said}  # those of which more than the value counts
_OFF = {"0", "false", "off"}
_DEEPEST = 20  # styles based on each other
_USUAL_SIZE = 21  # half points: 五号


@dataclass(frozen=True)
class Look:
    """What of the drawing of a run matters for its text."""

    is_hidden: bool
    is_raised: bool
    position: int
    size: int
    colour: Colour = None
    paper: Colour | str = ""  # what the run itself puts behind its text; "" where it puts nothing there


@dataclass
class Styles:
    """The styles of a document, as far as they hide or raise text."""

    by_id: dict[str, _Element] = field(default_factory=dict)
    default: dict[str, str] = field(default_factory=dict)
    shaded: set[str] = field(default_factory=set)
    _known: dict[str, dict[str, str]] = field(default_factory=dict)
    _looks: dict[tuple, Look] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> "Styles":
        root = document.styles.element
        styles = {style.get(_ID, ""): style for style in root.iterchildren(qn("w:style"))}
        usual = root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{_PROPERTIES}")
        whole = cls(styles, said_in(usual), shaded_styles(styles))
        for key, style in styles.items():
            if style.get(_TYPE) == "paragraph" and style.get(qn("w:default")) in ("1", "true"):
                whole.default = whole.default | whole.said_by(key)
        return whole

    def said_by(self, key: str, depth: int = 0) -> dict[str, str]:
        """What a style says, and what those say that it is based on."""
        if key not in self._known:
            style = self.by_id.get(key)
            if style is None or depth > _DEEPEST:
                return {}
            base = style.find(qn("w:basedOn"))
            below = self.said_by(base.get(_VALUE, ""), depth + 1) if base is not None else {}
            self._known[key] = below | said_in(style.find(_PROPERTIES))
        return self._known[key]

    def look(self, properties: _Element | None, paragraph_style: str) -> Look:
        """How a run with these properties is drawn in a paragraph of that style."""
        own = said_in(properties)
        style = properties.find(qn("w:rStyle")) if properties is not None else None
        key = (paragraph_style, style.get(_VALUE, "") if style is not None else "", *own.items())
        if key not in self._looks:
            said = self.default | self.said_by(paragraph_style) | self.said_by(str(key[1])) | own
            self._looks[key] = _look(said)
        return self._looks[key]


def said_in(properties: _Element | None) -> dict[str, str]:
    """The properties of a run that are read, by their name; what they were before a tracked change is not."""
    if properties is None:
        return {}
    return {
        name: _SAID[name](child) if name in _SAID else child.get(_VALUE, "1")
        for child in properties
        if (name := _READ.get(child.tag))
    }


def font_in(properties: _Element | None) -> str:
    """The font of a run's own."""
    fonts = properties.find(_FONTS) if properties is not None else None
    return "" if fonts is None else fonts.get(qn("w:ascii")) or fonts.get(qn("w:hAnsi")) or ""


def _look(said: dict[str, str]) -> Look:
    return Look(
        is_hidden=said.get("vanish", "0") not in _OFF,
        is_raised=said.get("vertAlign") in ("superscript", "subscript"),
        position=_whole(said.get("position", ""), 0),
        size=_whole(said.get("sz", ""), _USUAL_SIZE),
        colour=colour_named(said.get("color", "auto")),
        paper=_paper(said),
    )


def _paper(said: dict[str, str]) -> Colour | str:
    if said.get("highlight", "none") != "none":
        return None  # one of sixteen colours, none of which is white
    shade = said.get("shd", "auto")
    return "" if shade == "auto" else colour_of(shade)


def _whole(text: str, otherwise: int) -> int:
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) < 6 else otherwise
