"""Characters of symbol fonts: the private codes of Symbol and Wingdings, where what they draw is a character too."""

import re

from disclosures.documents.pieces import REPLACEMENT

_PRIVATE = 0xF000
_PRIVATE_CODE = re.compile("[\uf020-\uf0ff]")

_SYMBOL = {code: chr(code) for code in (*range(0x20, 0x22), *range(0x28, 0x2A), *range(0x2E, 0x3B))} | {
    0x23: "#", 0x25: "%", 0x26: "&", 0x2A: "*", 0x2B: "+", 0x2C: ",", 0x2D: "-", 0x3B: ";", 0x3C: "<", 0x3D: "=",
    0x3E: ">", 0x3F: "?", 0x5B: "[", 0x5D: "]", 0x5F: "_", 0x7B: "{", 0x7C: "|", 0x7D: "}", 0x7E: "~", 0xA3: "≤",
    0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
    0xBE: "—", 0xD6: "√", 0xD7: "·", 0xE5: "∑",
    **dict(zip(range(0x61, 0x67), "αβχδεφ", strict=True)), 0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0x6D: "μ", 0x70: "π",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9F: "•", 0xA7: "▪", 0xA8: "□", 0xD8: "➢",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", **{0x81 + n: chr(0x2460 + n) for n in range(10)},
    **{0x8C + n: chr(0x2776 + n) for n in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0xA2: "■"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def symbol(font: str, code: str) -> str:
    """What `w:sym` draws; U+FFFD where that is not known."""
    try:
        number = int(code, 16)
    except ValueError:
        return REPLACEMENT
    drawn = _FONTS.get(font.lower())
    if drawn is not None:
        return drawn.get(number & 0xFF if number >> 8 in (0, _PRIVATE >> 8) else -1, REPLACEMENT)
    is_private = 0xD800 <= number < 0xF900 or number < 0x20 or number > 0x10FFFF
    return REPLACEMENT if is_private else chr(number)


def without_private_codes(text: str, font: str) -> str:
    """The text of a run in a symbol font with what it draws; other fonts' text as it is."""
    if font.lower() not in _FONTS or not _PRIVATE_CODE.search(text):
        return text
    return _PRIVATE_CODE.sub(lambda match: symbol(font, f"{ord(match[0]):x}"), text)
