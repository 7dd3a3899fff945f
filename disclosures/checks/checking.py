"""`check`: every rule of the register on one disclosure."""

from collections import Counter
from dataclasses import dataclass

from disclosures.checks.book import Book
from disclosures.checks.outcomes import Outcome, Result
from disclosures.checks.register.rules import RULES, VERSION


@dataclass(frozen=True)
class Report:
    """All results of one disclosure, in the order of the register, and the version of the rules."""

    results: tuple[Result, ...]
    version: str = VERSION

    @property
    def broken(self) -> tuple[Result, ...]:
        return tuple(result for result in self.results if result.outcome == Outcome.BROKEN)

    @property
    def counts(self) -> dict[str, int]:
        """How many relations ended in which way."""
        found = Counter(result.outcome for result in self.results)
        return {outcome.value: found[outcome] for outcome in Outcome}


def check(book: Book) -> Report:
    """Look at every relation of the book."""
    return Report(tuple(result for rule in RULES for result in rule.check(rule.code, book)))
