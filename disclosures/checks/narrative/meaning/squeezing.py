"""A paragraph without blanks and quotes, so that wordings compare; each character knows its place."""

import re
from dataclasses import dataclass

_SENTENCE = "，；：！？"  # stay wide: they part sentences, not digits
_HALF_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _SENTENCE}
_WIDE = str.maketrans(dict(zip(";:!?", "；：！？", strict=True)))
_DROPPED = re.compile(r"[\s“”\"'‘’「」『』\u00ad\u200b-\u200f\u2060\ufeff]")
_BETWEEN_DIGITS = re.compile(r"(?<=[\d.])\s+(?=\d)")
_COMMA = re.compile(r",(?!(?<=\d,)\d{3}(?!\d))")  # every comma that does not part thousands


@dataclass(frozen=True)
class Squeezed:
    """The squeezed text; `places[i]` is where its character i stands in the original."""

    text: str
    places: tuple[int, ...]
    original: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the original of a stretch of the squeezed text."""
        return self.places[start], self.places[end - 1] + 1


def squeeze(original: str) -> Squeezed:
    """One blank stays where two numbers would otherwise become one; a comma that parts thousands stays a comma."""
    wide = original.translate(_HALF_WIDTH)
    dropped = {match.start() for match in _DROPPED.finditer(wide)}
    blanks = {match.start() for match in _BETWEEN_DIGITS.finditer(wide)}
    places = tuple(place for place in range(len(wide)) if place not in dropped or place in blanks)
    text = "".join([" " if place in blanks else wide[place] for place in places])
    return Squeezed(_COMMA.sub("，", text.translate(_WIDE)), places, original)
