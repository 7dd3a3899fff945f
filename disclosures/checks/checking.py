"""`check`: every rule of the register on one disclosure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from disclosures.amounts import Outcome
from disclosures.checks.briefs import having
from disclosures.checks.narrative.links import Link, TextSign, links_of
from disclosures.checks.outcomes import Result
from disclosures.checks.register.rules import RULES, VERSION
from disclosures.statements.loaded import LoadedDisclosure


@dataclass(frozen=True)
class Report:
    """All results of one disclosure, in the order of the register, the figures of the text, the rules' version."""

    results: Sequence[Result]
    version: str = VERSION
    links: Sequence[Link] = ()

    @property
    def public(self) -> Sequence[Result]:
        """What a reader is shown: a suspected loss in reading says nothing about the office."""
        return having(self.results, "is_suspected_loss", False)

    @property
    def broken(self) -> Sequence[Result]:
        return having(self.results, "outcome", Outcome.BROKEN)

    @property
    def publicly_broken(self) -> Sequence[Result]:
        """What of that a reader is shown."""
        return having(self.broken, "is_suspected_loss", False)

    @property
    def facts(self) -> tuple[tuple[Result, ...], ...]:
        """The broken results; those that say the same at several places are one fact, which is answered once."""
        facts: dict[tuple[str, str], list[Result]] = {}
        for result in self.broken:
            facts.setdefault((result.rule, result.message), []).append(result)
        return tuple(map(tuple, facts.values()))

    @property
    def counts(self) -> dict[str, int]:
        """How many relations ended in which way."""
        found = Counter(result.outcome for result in self.results)
        return {outcome.value: found[outcome] for outcome in Outcome}

    @property
    def unlinked(self) -> tuple[Link, ...]:
        """The figures of the text whose meaning is not known."""
        return tuple(link for link in self.links if link.sign == TextSign.UNLINKED)


def check(loaded: LoadedDisclosure) -> Report:
    """Look at every relation of the disclosure."""
    results = tuple(result for rule in RULES for result in rule.check(rule.code, loaded))
    return Report(results, links=links_of(loaded, results))
