"""Lengths as svg writes them, and how many characters fit: a Chinese one is as wide as its size, others half."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

Number = Decimal | float | int


def px(value: Number) -> str:
    """Pixels to a tenth, which is finer than a screen."""
    return f"{float(value):.1f}".removesuffix(".0")


def pc(part: Number, whole: Number = 100) -> str:
    """A share of the width, from 0 to 100 %, to a thousandth."""
    share = float(part) / float(whole) * 100 if whole else 0
    return f"{min(max(share, 0), 100):.3f}".rstrip("0").rstrip(".") + "%"


def width_of(text: str) -> float:
    """In characters of full width."""
    return sum(1 if unicodedata.east_asian_width(character) in "WFA" else 0.56 for character in text)


def cut(text: str, room: float) -> str:
    """The text, or its beginning and an ellipsis where it is wider than that many characters."""
    if width_of(text) <= room:
        return text
    kept = ""
    while kept != text and width_of(kept + text[len(kept)]) <= room - 1:
        kept += text[len(kept)]
    return kept + "…"


def lines_of(text: str, room: float, at_most: int) -> list[str]:
    """The text in lines of that many characters; the last line that there is room for is cut."""
    lines = list(_broken(text, room))
    if len(lines) <= at_most:
        return lines
    return [*lines[: at_most - 1], cut("".join(lines[at_most - 1 :]), room)] if at_most > 0 else []


def _broken(text: str, room: float) -> Iterator[str]:
    line = ""
    for piece in _pieces(text, room):
        if line and width_of((line + piece).rstrip()) > room:
            yield line.rstrip()
            line = ""
        line += piece
    if line:
        yield line


def _pieces(text: str, room: float) -> Iterator[str]:
    """Where a line may end: after any Chinese character with its brackets, and after a word of others unless that fits
    no line."""
    for piece in re.findall(r"[!-~]+ ?|[（“]?.[）”，、]?", text):
        yield from [piece] if width_of(piece.rstrip()) <= room else piece
