"""The rows of the vocabulary, as its files have them: a phrase, its section, what it means, where it was seen."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from disclosures.checks.narrative.meaning.scopes import Scope

FILES = tuple(sorted((Path(__file__).parent / "rows").glob("*.csv")))
_EVERYWHERE = "…"  # at the beginning of a phrase: whatever stands before it


class Kind(StrEnum):
    """What a phrase can say; the words behind it in a row say more."""

    SUBJECT = "subject"  # keys of what it names; several where one thing has amounts and counts
    BOTH = "both"  # keys of two things, in the order in which figures follow
    MEASURE = "measure"  # key of a count of what the text speaks of; else of that subject
    ACTUAL = "actual"  # the figure is what became of it
    BUDGET = "budget"  # the figure, or what it is compared with, is a budget
    WHICH = "which"  # the word for a kind of budget
    COMPLETES = "completes"
    SHARE = "share"  # what is named behind it is the whole
    WITHIN = "within"  # what is named before it is the whole
    CHANGE = "change"  # the word for more or less
    RATE = "rate"  # more or less, as the change before
    COMPARE = "compare"
    LAST = "last"  # the year before
    OTHER = "other"  # another year, or somebody else
    EACH = "each"  # several figures follow
    NOTHING = "nothing"


@dataclass(frozen=True)
class Row:
    """A phrase as squeezed text has it; `means` are kinds with their words; `is_loose` says that anything may stand
    before it."""

    phrase: str
    scope: Scope | None
    means: tuple[tuple[Kind, tuple[str, ...]], ...]
    seen: str
    is_loose: bool = False

    @classmethod
    def read(cls, line: dict[str, str]) -> "Row":
        section = line["section"]
        phrase = line["phrase"]
        means = [meaning.split() for meaning in line["means"].split("+")]
        return cls(
            phrase.removeprefix(_EVERYWHERE),
            Scope[section.upper()] if section else None,
            tuple((Kind(kind), tuple(words)) for kind, *words in means),
            line["seen"],
            phrase.startswith(_EVERYWHERE),
        )


def read_rows(file: Path) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        return [Row.read(line) for line in csv.DictReader(lines)]


@cache
def all_rows() -> tuple[Row, ...]:
    """Every row of every file."""
    return tuple(row for file in FILES for row in read_rows(file))


def rows_in(scope: Scope | None) -> Iterator[Row]:
    """The rows that hold in a section: its own before those of every section."""
    own = [row for row in all_rows() if row.scope == scope] if scope else []
    yield from own
    yield from (row for row in all_rows() if row.scope is None)


def lengths_by_first(phrases) -> dict[str, tuple[int, ...]]:
    """How long the phrases are that begin with a character, the longest first."""
    found: dict[str, set[int]] = defaultdict(set)
    for phrase in phrases:
        found[phrase[0]].add(len(phrase))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def standing(lengths: dict[str, tuple[int, ...]], text: str, start: int) -> Iterator[str]:
    """What stands there and may be a phrase, the longest first."""
    room = len(text) - start
    return (text[start : start + length] for length in lengths.get(text[start], ()) if length <= room)
