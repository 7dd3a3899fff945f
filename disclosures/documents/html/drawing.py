"""How styles draw text without hiding it by name, so that nobody sees it: off the page, transparent, white on white."""

import re
from typing import NamedTuple

import tinycss2
from tinycss2.color3 import RGBA, parse_color

PROPERTIES = {
    "opacity", "position", "left", "top", "clip", "clip-path", "text-indent", "color", "background", "background-color",
}  # fmt: skip
_AWAY = -500  # px to the left or above, where no screen goes
_LENGTH = re.compile(r"([+-]?[\d.]+)(px|pt|em|rem|%)?")
_NO_AREA = re.compile(r"rect\((?:\s*[01](?:px)?\s*,?){4}\)|(?:inset|circle)\(\s*(?:50%|100%|0(?:px)?)\s*\)")
_AS_AROUND = ("", "inherit", "unset", "currentcolor")
_SEE_THROUGH = ("none", "transparent", "initial", "unset", "0", "0 0")
_NEAR = 0.03  # of the brightness of one of red, green and blue

Colour = tuple[float, float, float] | None  # None where it cannot be told
BLACK, WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)


class Colours(NamedTuple):
    """Of a text and of what is behind it."""

    text: Colour = BLACK
    behind: Colour = WHITE

    @property
    def are_one(self) -> bool:
        """Whether nobody can tell the text from what is behind it."""
        if not self.text or not self.behind:
            return False
        return all(abs(mine - other) < _NEAR for mine, other in zip(self.text, self.behind, strict=True))

    def inside(self, says: dict[str, str]) -> "Colours":
        """In an element of which the styles say that."""
        text, behind = says.get("color", ""), says.get("background-color") or says.get("background", "")
        return Colours(
            self.text if text in _AS_AROUND else _opaque(parse_color(text)),
            self.behind if behind in (*_SEE_THROUGH, *_AS_AROUND) else _background(behind),
        )


def is_away(says: dict[str, str]) -> bool:
    """Whether an element is drawn where nobody looks, cut to nothing, or transparent."""
    if says.get("opacity", "1").rstrip("%").strip("0.") == "" and says.get("opacity", "1") != "":
        return True
    if _pixels(says.get("text-indent", "")) < _AWAY:
        return True
    if says.get("position") not in ("absolute", "fixed"):
        return False
    shape = says.get("clip", "") + says.get("clip-path", "")
    return bool(_NO_AREA.search(shape)) or min(_pixels(says.get(side, "")) for side in ("left", "top")) < _AWAY


def _pixels(length: str) -> float:
    match = _LENGTH.fullmatch(length)
    if not match:
        return 0
    try:
        return float(match[1]) * {"em": 16, "rem": 16, "%": 10}.get(match[2] or "px", 1)
    except ValueError:
        return 0


def _background(value: str) -> Colour:
    """The colour in a background; a picture or a mixture cannot be told."""
    parts = [part for part in tinycss2.parse_component_value_list(value) if part.type not in ("whitespace", "comment")]
    colours = [colour for part in parts if (colour := parse_color(part))]
    is_picture = any(part.type in ("url", "function") and not parse_color(part) for part in parts)
    return _opaque(colours[0]) if len(colours) == 1 and not is_picture else None


def _opaque(colour: RGBA | str | None) -> Colour:
    return (colour.red, colour.green, colour.blue) if isinstance(colour, RGBA) and colour.alpha == 1 else None
