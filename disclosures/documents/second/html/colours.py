"""Text that styles draw so that nobody sees it, as the second reading tells it from what styles say in plain words."""

import re

DRAWN = {
    "opacity",
    "position",
    "left",
    "top",
    "clip",
    "clip-path",
    "text-indent",
    "color",
    "background",
    "background-color",
}
SAID_BY = (("color", "color"), ("text", "color"), ("bgcolor", "background-color"))  # attributes, and properties
UNKNOWN = ""  # a colour that is not told from here
WHITE, BLACK = "ffffff", "000000"
_NAMES = {"white": WHITE, "black": BLACK}
_HEX, _RGB = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})"), re.compile(r"rgb\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*\)")
_FAR = re.compile(r"-(?:\d{4,}|[5-9]\d\d)(?:\.\d*)?(?:px|pt)?|-\d{2,}(?:\.\d*)?r?em|-\d{3,}(?:\.\d*)?%")
_CUT = re.compile(r"rect\((?:\s*[01](?:px)?\s*,?){4}\)|inset\(\s*(?:50|100)%\s*\)|circle\(\s*0(?:px|%)?\s*\)")


def is_out_of_sight(says: dict[str, str]) -> bool:
    """Off the page, cut to nothing, or transparent."""
    if re.fullmatch(r"[+]?0*\.?0*%?", says.get("opacity", "1")) or _FAR.fullmatch(says.get("text-indent", "")):
        return True
    if says.get("position") not in ("absolute", "fixed"):
        return False
    is_cut = _CUT.search(f"{says.get('clip', '')} {says.get('clip-path', '')}")
    return bool(is_cut or _FAR.fullmatch(says.get("left", "")) or _FAR.fullmatch(says.get("top", "")))


def text_colour(says: dict[str, str], around: str) -> str:
    said = says.get("color", "inherit")
    return around if said in ("inherit", "unset", "currentcolor") else _colour(said)


def colour_behind(says: dict[str, str], around: str) -> str:
    said = says.get("background-color") or says.get("background", "none")
    return around if said in ("none", "transparent", "inherit", "unset", "initial", "0", "0 0") else _colour(said)


def are_alike(text: str, behind: str) -> bool:
    """Whether two colours are one to the eye."""
    if UNKNOWN in (text, behind):
        return False
    pairs = zip(_channels(text), _channels(behind), strict=True)
    return all(abs(mine - other) < 8 for mine, other in pairs)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (0, 2, 4))


def _colour(said: str) -> str:
    """The one colour in a value; unknown where there is none or more than a colour."""
    if any(word in said for word in ("url(", "gradient", "var(", "image")):
        return UNKNOWN
    if match := _RGB.search(said):
        return "".join(f"{min(int(channel), 255):02x}" for channel in match.groups())
    words = said.split()
    for word in words:
        if match := _HEX.fullmatch(word):
            return match[1] if len(match[1]) == 6 else "".join(digit * 2 for digit in match[1])
        if word in _NAMES:
            return _NAMES[word]
    return UNKNOWN
