"""Figures in a text: every run of digits with its sign, its marks and its percent, in one writing."""

import re
import unicodedata
from collections.abc import Iterator

from disclosures.documents.items import Sighting

_DASHES = str.maketrans(dict.fromkeys("－−–—\u2010\u2011﹣", "-"))
_FIGURE = re.compile(r"(?:[-(] ?){0,2}\d[\d,.]*[%)]{0,2}")
has_digit = re.compile(r"\d").search


def figures_in(text: str) -> list[str]:
    """The figures of a text in its order: half-width, with one kind of dash, with sign, brackets and percent sign.

    What two readings of one place must agree on. A blank between a sign and its digits is none of it.
    """
    if not has_digit(text):
        return []
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_DASHES)
    return [figure.replace(" ", "") for figure in _FIGURE.findall(text)]


def sighted(text: str, place: str) -> Iterator[Sighting]:
    """A sighting of the text, if it has figures at all."""
    if has_digit(text):
        yield Sighting(text.strip(), place)
