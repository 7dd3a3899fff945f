"""What is behind the text of a paragraph: its own shading, that of its cell and table, or the white page."""

from docx.oxml.ns import qn
from lxml.etree import _Element

from disclosures.documents.colours import BLACK, WHITE, Colour, colour_of

_SHADE, _FILL, _VALUE = qn("w:shd"), qn("w:fill"), qn("w:val")
_ROUND = {qn("w:tc"): qn("w:tcPr"), qn("w:tbl"): qn("w:tblPr")}
_BOX, _BODY = qn("w:txbxContent"), qn("w:body")
_STYLES = (f"{qn('w:pPr')}/{qn('w:pStyle')}", f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
_CLEAR = (None, "", "auto")
_OF_THEME = {"background1": WHITE, "light1": WHITE, "text1": BLACK, "dark1": BLACK}


def paper_behind(paragraph: _Element, shaded: set[str]) -> Colour:
    """The colour behind a paragraph; None where a style, a picture or a box may bring one. `shaded` are such styles."""
    own = _filled(paragraph.find(qn("w:pPr")))
    if own is not None or _is_styled(paragraph, shaded):
        return own
    for around in paragraph.iterancestors():
        if around.tag == _BOX:
            return None
        if around.tag in _ROUND:
            filled = _filled(around.find(_ROUND[around.tag]))
            if filled is not None or _is_styled(around, shaded):
                return filled
        elif around.tag == _BODY:
            has_background = around.getparent() is not None and around.getparent().find(qn("w:background")) is not None
            return None if has_background else WHITE
    return WHITE


def colour_said(element: _Element) -> str:
    """The colour of a run as a property: six digits, the name of one of the theme, or "" where it is mixed."""
    theme = element.get(qn("w:themeColor"))
    if theme is None:
        return element.get(_VALUE, "")
    mixed = element.get(qn("w:themeTint")) or element.get(qn("w:themeShade"))
    return "" if mixed else theme


def shade_said(element: _Element) -> str:
    """The shading of a run as a property; "auto" where it has none, "" where it is a pattern."""
    return element.get(_FILL, "auto") if element.get(_VALUE, "clear") in ("clear", "nil") else ""


def colour_named(said: str) -> Colour:
    """What a property of a run says; a colour that the program chooses stands off from what is behind it."""
    return _OF_THEME.get(said) or colour_of(said)


def shaded_styles(styles: dict[str, _Element]) -> set[str]:
    """Styles that put a colour behind whole paragraphs, cells or tables, and those that are based on one of them."""
    shaded = {key for key, style in styles.items() if any(map(_is_shade_of_block, style.iter(_SHADE)))}
    for _ in range(20):
        more = {key for key, style in styles.items() if key not in shaded and _base(style) in shaded}
        if not more:
            break
        shaded |= more
    return shaded


def _is_shade_of_block(shade: _Element) -> bool:
    return shade.get(_FILL) not in _CLEAR and shade.getparent().tag != qn("w:rPr")


def _base(style: _Element) -> str:
    base = style.find(qn("w:basedOn"))
    return "" if base is None else base.get(_VALUE, "")


def _filled(properties: _Element | None) -> Colour:
    shade = properties.find(_SHADE) if properties is not None else None
    return None if shade is None or shade.get(_FILL) in _CLEAR else colour_of(shade.get(_FILL, ""))


def _is_styled(element: _Element, shaded: set[str]) -> bool:
    return any((style := element.find(path)) is not None and style.get(_VALUE) in shaded for path in _STYLES)
