"""What the styles of a page hide, strike out or raise, in its style blocks and on each element, as it is seen."""

from collections.abc import Iterator
from typing import NamedTuple

import tinycss2
from cssselect import HTMLTranslator, SelectorError, parse
from lxml.etree import XPathError
from lxml.html import HtmlElement

from disclosures.documents.html.drawing import PROPERTIES, Colours, is_away
from disclosures.documents.html.fields import is_unchosen
from disclosures.documents.items import DocumentError
from disclosures.documents.pieces import DELETED, HIDDEN, MARK, RAISED

_READ = {
    "display", "visibility", "font-size", "text-decoration", "text-decoration-line", "vertical-align", *PROPERTIES,
}  # fmt: skip
_STRUCK = {"del", "s", "strike"}
_RAISED = {"sup", "sub"}
_READINGS = {"rt", "rp"}  # how the characters below them sound
_DRAWN_BY = {
    "color": "color",
    "text": "color",
    "bgcolor": "background-color",
}  # attributes from before there were styles
_MOST_RULES = 2_000
_INLINE = (1, 0, 0, 0)
_Weight = tuple
_Said = dict[str, tuple[_Weight, str]]  # property -> how much it weighs, and its value


class Look(NamedTuple):
    """How text in an element is seen."""

    is_gone: bool = False  # takes no room either
    is_invisible: bool = False
    is_tiny: bool = False
    is_away: bool = False
    is_reading: bool = False  # of other characters
    is_struck: bool = False
    is_raised: bool = False
    keeps_lines: bool = False
    colours: Colours = Colours()

    @property
    def reason(self) -> str:
        """Why the text is not read as part of the line, as pieces say it."""
        if self.is_gone or self.is_invisible or self.is_tiny or self.is_away or self.colours.are_one:
            return HIDDEN
        if self.is_reading:
            return MARK
        return DELETED if self.is_struck else RAISED if self.is_raised else ""


class PageStyles:
    """Looks up how an element of a page is drawn."""

    def __init__(self, page: HtmlElement, name: str):
        self.said: dict[HtmlElement, _Said] = {}
        rules = list(_rules(page))
        if len(rules) > _MOST_RULES:
            raise DocumentError(f"{name} 的样式太多：显示和隐藏的规则超过 {_MOST_RULES:,} 条，没有读入。")
        for order, (selector, said) in enumerate(rules):
            for element in _selected(page, selector):
                own = self.said.setdefault(element, {})
                for prop, (important, value) in said.items():
                    _weigh(own, prop, (important, 0, *selector.specificity(), order), value)

    def inside(self, element: HtmlElement, around: Look) -> Look:
        """How text in the element is seen, given how that around it is."""
        said = dict(self.said.get(element, {}))
        if style := element.get("style"):
            for prop, (important, value) in _declared(tinycss2.parse_blocks_contents(style)).items():
                _weigh(said, prop, (important, *_INLINE, 0), value)
        says = {prop: value for prop, (_, value) in said.items()}
        is_hidden = element.get("hidden") is not None and "display" not in says
        return Look(
            is_gone=around.is_gone or is_hidden or says.get("display") == "none" or is_unchosen(element),
            is_invisible=_inherited(says.get("visibility"), ("hidden", "collapse"), around.is_invisible),
            is_tiny=_tiny(says.get("font-size", ""), around.is_tiny),
            is_away=around.is_away or is_away(says),
            is_reading=around.is_reading or element.tag in _READINGS,
            is_struck=around.is_struck or element.tag in _STRUCK or _strikes(says),
            is_raised=around.is_raised or element.tag in _RAISED or says.get("vertical-align") in ("super", "sub"),
            keeps_lines=around.keeps_lines or element.tag == "pre",
            colours=around.colours.inside(_drawn_by(element) | says),
        )


def outermost(page: HtmlElement) -> Look:
    """How text is seen of which nothing is said; styles in files of their own may put any colour behind it."""
    links = (link.get("rel", "").lower().split() for link in page.iter("link"))
    return Look(colours=Colours(behind=None) if any("stylesheet" in link for link in links) else Colours())


def _drawn_by(element: HtmlElement) -> dict[str, str]:
    return {prop: value.lower() for name, prop in _DRAWN_BY.items() if (value := element.get(name))}


def _rules(page: HtmlElement) -> Iterator[tuple]:
    """Selector and what it says, of every rule that says anything which is read; rules for other media are not."""
    for block in page.iter("style"):
        for rule in tinycss2.parse_stylesheet(block.text or "", skip_comments=True, skip_whitespace=True):
            if rule.type != "qualified-rule" or not (said := _declared(tinycss2.parse_blocks_contents(rule.content))):
                continue
            try:
                selectors = parse(tinycss2.serialize(rule.prelude))
            except (SelectorError, RecursionError):
                continue  # as a browser does
            yield from ((selector, said) for selector in selectors if not selector.pseudo_element)


def _selected(page: HtmlElement, selector) -> list[HtmlElement]:
    try:
        return page.getroottree().xpath(HTMLTranslator().selector_to_xpath(selector))
    except (SelectorError, XPathError, RecursionError):
        return []  # the second reading may see more, and then it is told


def _declared(nodes: list) -> dict[str, tuple[bool, str]]:
    return {
        node.lower_name: (node.important, tinycss2.serialize(node.value).strip().lower())
        for node in nodes
        if node.type == "declaration" and node.lower_name in _READ
    }


def _weigh(said: _Said, prop: str, weight: _Weight, value: str) -> None:
    if prop not in said or said[prop][0] <= weight:
        said[prop] = weight, value


def _inherited(value: str | None, hiding: tuple[str, ...], around: bool) -> bool:
    return around if value in (None, "inherit", "unset") else value in hiding


def _tiny(value: str, around: bool) -> bool:
    number = value.rstrip("%abcdefghijklmnopqrstuvwxyz")
    if number and not number.strip("0.+-"):
        return True
    return around and (not value or (value.endswith(("em", "%", "inherit", "er")) and not value.endswith("rem")))


def _strikes(says: dict[str, str]) -> bool:
    return any("line-through" in says.get(name, "") for name in ("text-decoration", "text-decoration-line"))
