"""From a text to its tokens, the same for what is indexed, asked and marked; no database knows Chinese words.

In a run of Chinese each character begins a token of two, so that any word of two or more is a row of neighbouring
tokens, and a single character is the beginning of some. Latin letters and digits stay together. A figure is written
in one way, whatever its separators and zeros, so that 1,262.80 and 1262.8 are the same token.
"""

import re
import unicodedata
from functools import cache
from itertools import pairwise
from typing import NamedTuple

AMOUNT, CONTEXT, KIND = "=", "@", "#"  # before a token that is no word of the text; no token of a text begins so
IN_UNITS = "##"  # before what a unit is called, so that looking for units reads no other text
REGION, UNIT = "#r", "#u"  # before the first digits of a region's code, and before the id of a unit

# Quotes and brackets, which one writer sets and another does not: “三公”经费, 因公出国（境）费.
SILENT = "“”‘’\"'「」『』《》〈〉()[]【】"

LONGEST = 40  # characters of a token; neither index takes one without end

_FIGURE = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]+"
_OTHER = r"[^\W_0-9a-z]"  # Chinese above all; each letter that is not a to z is treated alike
_BETWEEN = rf"[\s{re.escape(SILENT)}]*"
_RUN = re.compile(rf"(?P<figure>{_FIGURE})(?![0-9a-z])|(?P<latin>[0-9a-z]+)|(?P<other>{_OTHER}(?:{_BETWEEN}{_OTHER})*)")


class Token(NamedTuple):
    """What is indexed, and where it stands in the text: from `start` up to `end`."""

    text: str
    start: int
    end: int

    @property
    def is_latin(self) -> bool:
        return self.text.isascii()


def tokens_of(text: str) -> list[Token]:
    """The tokens in their order. Inside Chinese neither spaces count, since documents set words apart to fill
    a line, nor quotes and brackets.
    """
    folded, origin = _folded(text)
    tokens = []
    for run in _RUN.finditer(folded):
        if run.lastgroup == "other":
            tokens += _pairs(folded, origin, run)
        else:
            token = figure(run[0]) if run.lastgroup == "figure" else run[0]
            tokens.append(Token(token[:LONGEST], origin[run.start()], origin[run.end() - 1] + 1))
    return tokens


def figure(text: str) -> str:
    """A number without separators between thousands and without zeros behind its point."""
    whole, _, decimals = text.replace(",", "").partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


def _pairs(folded: str, origin: list[int], run: re.Match) -> list[Token]:
    """Each character with the next one; the last one alone."""
    places = [place for place in range(*run.span()) if not folded[place].isspace() and folded[place] not in SILENT]
    pairs = [
        Token(folded[first] + folded[second], origin[first], origin[second] + 1) for first, second in pairwise(places)
    ]
    last = places[-1]
    return [*pairs, Token(folded[last], origin[last], origin[last] + 1)]


def _folded(text: str) -> tuple[str, list[int]]:
    """The text in small letters and plain forms, and for each character of it the place in the text it came from."""
    parts = [_fold(character) for character in text]
    return "".join(parts), [place for place, part in enumerate(parts) for _ in part]


@cache
def _fold(character: str) -> str:
    return unicodedata.normalize("NFKC", character).lower()
