"""A question cut into the words that the lists know and what stands between them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from disclosures.publication.search.tokens import SILENT
from disclosures.publication.search.words.lists import (
    Figure,
    Says,
    figure_of_code,
    figures,
    figures_of_codes,
    fillers,
    pages,
    together,
)

_MARKS = str.maketrans(dict.fromkeys(SILENT, ""))
_BREAKS = re.compile(r"[^\w.,\-%¥]+|(?<![0-9])[.,]|[.,](?![0-9])")
_UNIT_CODE = re.compile(r"[0-9]{6}-\w{1,20}")
_YEAR = re.compile(r"(?<![0-9.,-])((?:19|20)[0-9]{2})(?:年度|年|(?![0-9.,-]))")
_DIGITS = re.compile(r"(?<![0-9.,-])[0-9]{3}(?:[0-9]{2}){0,2}(?![0-9.,%\-万亿元])")


@dataclass(frozen=True)
class Cut:
    """A stretch of the question: a figure or several, a word that asks, or neither; `is_apart` behind a space or a
    mark. `page` is the page of the site that it asks for.
    """

    text: str
    figures: tuple[Figure, ...] = ()
    says: Says | None = None
    page: str = ""
    is_apart: bool = False

    @property
    def is_open(self) -> bool:
        """Whether no list knows it."""
        return not self.figures and self.says is None


@dataclass(frozen=True)
class CutQuestion:
    """The stretches in their order, and the year that stood among them."""

    cuts: tuple[Cut, ...]
    year: str = ""


def plain(text: str) -> str:
    """Small letters and plain forms, without quotes and brackets, with one space for every other mark."""
    folded = unicodedata.normalize("NFKC", text).lower().translate(_MARKS)
    return " ".join(_BREAKS.sub(" ", folded).split())


def cut(text: str) -> CutQuestion:
    """The question cut up; the last year that it names is asked for."""
    text = plain(text)
    if _UNIT_CODE.fullmatch(text):
        return CutQuestion((Cut(text),))
    years = _YEAR.findall(text)
    cuts = tuple(
        replace(one, is_apart=not place)
        for part in _YEAR.sub(" ", text).split()
        for place, one in enumerate(_of_part(part))
    )
    return CutQuestion(cuts, years[-1] if years else "")


def _of_part(part: str) -> Iterator[Cut]:
    """The words of the lists, the longest first from each character on, and the rest between them."""
    begun, place = 0, 0
    while place < len(part):
        found = _known_at(part, place)
        if found:
            yield from _between(part[begun:place])
            yield found
            begun = place + len(found.text)
        place = begun if found else place + 1
    yield from _between(part[begun:])


def _known_at(part: str, place: int) -> Cut | None:
    digits = _DIGITS.match(part, place)
    if digits and (figure := figure_of_code(digits[0])):
        return Cut(digits[0], (figure,))
    for length in _lengths(part[place]):
        if known := _words().get(part[place : place + length]):
            return known
    return None


def _between(text: str) -> Iterator[Cut]:
    """What no list knows, without the small words at its ends; a single character may be a word after all."""
    text = _trimmed(text)
    if text:
        yield _single().get(text) or Cut(text)


def _trimmed(text: str) -> str:
    said = fillers()
    while text and said.get(text[0]) == Says.EDGE:
        text = text[1:]
    while text and said.get(text[-1]) in (Says.EDGE, Says.TAIL):
        text = text[:-1]
    return text


# ---------------------------------------------------------------------------------------------------------------------
# The words of all lists
# ---------------------------------------------------------------------------------------------------------------------


@cache
def _all_words() -> dict[str, Cut]:
    """Every word in its plain form; the first list that has it counts."""
    words: dict[str, Cut] = {}
    for figure in (*figures(), *figures_of_codes()):
        for word in map(_squeezed, (figure.name, *figure.also)):
            words.setdefault(word, Cut(word, (figure,)))
    for word, several in together().items():
        words.setdefault(word, Cut(word, several))
    for word, page in pages().items():
        words.setdefault(word, Cut(word, says=Says.PAGE, page=page))
    for word, says in fillers().items():
        words.setdefault(word, Cut(word, says=None if says == Says.NAME else says))
    return words


def all_names() -> list[str]:
    """Everything that has a figure, by every name that the lists have, in its plain form."""
    return [word for word, known in _all_words().items() if known.figures]


def is_known(text: str) -> bool:
    """Whether a list has the whole text as a name."""
    return _squeezed(text) in _all_words()


def _squeezed(text: str) -> str:
    return plain(text).replace(" ", "")


@cache
def _words() -> dict[str, Cut]:
    """Those that count wherever they stand."""
    return {word: known for word, known in _all_words().items() if len(word) > 1 or known.says == Says.NOTHING}


@cache
def _single() -> dict[str, Cut]:
    return {word: known for word, known in _all_words().items() if len(word) == 1 and known.figures}


@cache
def _lengths(first: str) -> tuple[int, ...]:
    """The lengths of words that begin with the character, longest first."""
    return tuple(sorted({len(word) for word in _words() if word[0] == first}, reverse=True))
