"""The figures that the sentences tell, of this year's tables and, where there are any, of last year's."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from disclosures.amounts import from_fen
from disclosures.sentences.gaps import gap
from disclosures.sentences.phrases import Wording
from disclosures.statements.lines import TOTAL, AnyLine
from disclosures.statements.loaded import LoadedDisclosure

NOTHING = from_fen(0)


class At(NamedTuple):
    """Where a figure stands: table, row and column."""

    number: str
    key: str
    column: str


class MissingError(Exception):
    """A table or a total that a sentence needs and that is not there yet; the message names it."""


@dataclass(frozen=True)
class Accounts:
    """Two years of one unit, as its tables print them; `before` is None where last year is not in the system."""

    now: LoadedDisclosure
    before: LoadedDisclosure | None = None

    @property
    def year(self) -> int:
        return self.now.disclosure.year

    @cached_property
    def wording(self) -> Wording:
        return Wording(self.now.disclosure.precision)

    def amount(self, *at: At) -> Decimal:
        """元, exact: what this year's tables print there, added up; a blank cell of a filled table is nothing."""
        return sum((self._told(each) for each in at), NOTHING)

    def last(self, *at: At) -> Decimal | None:
        """The same of last year; None where nobody knows."""
        before = self.before
        if not before or any(
            not before.has(each.number) and not before.head(each.number).is_declared_empty for each in at
        ):
            return None
        return sum((_printed(before, each) for each in at), NOTHING)

    def say(self, *at: At) -> str:
        """ "1262.08万元"."""
        return self.wording.amount(self.amount(*at))

    def change(self, *at: At) -> str:
        """ "减少331.83万元，降低20.82%", or a gap where last year is not known."""
        before = self.last(*at)
        return gap("增加或减少多少万元、百分之几") if before is None else self.wording.change(self.amount(*at), before)

    def lines(self, number: str) -> Iterator[AnyLine]:
        """The rows of a table, in the order of the document."""
        self._refuse_unless_told(number)
        yield from self.now.lines[number]

    def _told(self, at: At) -> Decimal:
        self._refuse_unless_told(at.number)
        if at.key == TOTAL and self.now.has(at.number) and not self.now.row(at.number, TOTAL):
            raise MissingError(f"公开{at.number}表没有合计行")
        return _printed(self.now, at)

    def _refuse_unless_told(self, number: str) -> None:
        if not (self.now.has(number) or self.now.head(number).is_declared_empty):
            raise MissingError(f"公开{number}表还没有填")


def _printed(loaded: LoadedDisclosure, at: At) -> Decimal:
    figure = loaded.printed(*at)
    return figure.value if figure else NOTHING
