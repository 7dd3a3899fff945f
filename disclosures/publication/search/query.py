"""What a reader asks: words that must all be there, each with the ways in which an entry may say it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice

from disclosures.amounts import AmountUnit, plain
from disclosures.publication.search.tokens import Token, figure, tokens_of

LONGEST = 100  # characters of a question
WORDS = 6  # of a question; more would only make it slow

_AMOUNT = re.compile(r"[-+]?[¥]?([0-9][0-9,]*(?:\.[0-9]+)?)(?:(万|亿)?元)?")
_ZEROS = {None: 0, "万": AmountUnit.WAN.zeros, "亿": AmountUnit.YI.zeros}


@dataclass(frozen=True)
class Phrase:
    """Neighbouring tokens; where it `is_open`, the last one may go on, as 20805 does in 2080505."""

    tokens: tuple[str, ...]
    is_open: bool = False

    def begins_at(self, place: int, texts: list[str]) -> bool:
        """Whether the tokens of a text say it from that place on."""
        here = texts[place : place + len(self.tokens)]
        *before, last = self.tokens
        if len(here) < len(self.tokens) or here[:-1] != before:
            return False
        return here[-1].startswith(last) if self.is_open else here[-1] == last


@dataclass(frozen=True)
class QueryWord:
    """What stands between two spaces: phrases that an entry must say all, or an amount that it may hold instead."""

    text: str
    phrases: tuple[Phrase, ...]
    amount: str = ""
    others: tuple[tuple[Phrase, ...], ...] = ()  # other words for the same, each as good


@dataclass(frozen=True)
class Query:
    """The question in its one canonical text, with its words; without words nothing can be found.

    `year`, `region` (the first digits of its code) and `units` (their ids) are what entries are chosen by beside words.
    """

    text: str
    words: tuple[QueryWord, ...]
    year: str = ""
    region: str = ""
    units: tuple[int, ...] = ()

    @classmethod
    def read(cls, raw: str) -> "Query":
        """From what a reader typed, whatever it is."""
        parts = canonical(raw).split()
        return cls(" ".join(parts), words_of(parts))

    @property
    def amounts(self) -> set[str]:
        """The numbers that are asked for, without sign."""
        return {word.amount for word in self.words if word.amount}

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        return tuple(phrase for word in self.words for phrases in (word.phrases, *word.others) for phrase in phrases)


def canonical(raw: str) -> str:
    """What a reader typed in one way: without what cannot be seen, no longer than is read."""
    return " ".join("".join(c if c.isprintable() else " " for c in raw[: 2 * LONGEST])[:LONGEST].split())


def words_of(parts: Iterable[str]) -> tuple[QueryWord, ...]:
    """As many of the words as are asked at once."""
    return tuple(islice(filter(None, map(_word, parts)), WORDS))


def with_others(word: QueryWord, texts: Iterable[str]) -> QueryWord:
    """The word with other words for the same."""
    phrases = (tuple(map(_phrase, _runs(tokens_of(text)))) for text in texts if text != word.text)
    return replace(word, others=tuple(filter(None, phrases)))


def _word(part: str) -> QueryWord | None:
    phrases = tuple(map(_phrase, _runs(tokens_of(part))))
    return QueryWord(part, phrases, _amount(part)) if phrases else None


def _runs(tokens: list[Token]) -> list[list[Token]]:
    """Tokens that follow each other without a mark in between."""
    runs: list[list[Token]] = []
    for token in tokens:
        if not runs or token.start > runs[-1][-1].end:
            runs.append([])
        runs[-1].append(token)
    return runs


def _phrase(run: list[Token]) -> Phrase:
    """The last character of Chinese is no word of its own behind its pair; alone it may begin any."""
    last = run[-1]
    ends_a_pair = len(run) > 1 and not last.is_latin and run[-2].end > last.start
    tokens = tuple(token.text for token in (run[:-1] if ends_a_pair else run))
    return Phrase(tokens, is_open=not ends_a_pair and _may_go_on(last))


def _may_go_on(token: Token) -> bool:
    """A single character, the beginning of a code or of what stands for a name; not a figure."""
    text = token.text
    if not token.is_latin:
        return True
    return "." not in text and len(text) >= (3 if text.isdigit() else 2)


def _amount(part: str) -> str:
    """1262.08, 1,262.08 and 12620800元 as the number by which an entry is found; "" for what is no amount.

    With a unit it is 元, exact; without one the number as it may be printed, in whatever unit.
    """
    match = _AMOUNT.fullmatch(plain(part))
    return figure(f"{Decimal(match[1].replace(',', '')).scaleb(_ZEROS[match[2]]):f}") if match else ""
