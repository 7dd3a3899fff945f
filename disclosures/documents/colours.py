"""Colours in office documents: text in that of what is behind it is not seen by anybody who opens the file."""

import re

Colour = tuple[int, int, int] | None  # red, green, blue; None where it cannot be told
BLACK, WHITE = (0, 0, 0), (255, 255, 255)
_HEX = re.compile(r"#?(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")  # with or without how opaque it is
_NEAR = 8


def colour_of(digits: str) -> Colour:
    """The colour that six or eight hexadecimal digits name."""
    match = _HEX.fullmatch(digits.strip())
    return (int(match[1][:2], 16), int(match[1][2:4], 16), int(match[1][4:], 16)) if match else None


def are_alike(text: Colour, behind: Colour) -> bool:
    """Whether nobody can tell them apart; what is not known is taken to be seen."""
    if text is None or behind is None:
        return False
    return all(abs(mine - other) < _NEAR for mine, other in zip(text, behind, strict=True))
