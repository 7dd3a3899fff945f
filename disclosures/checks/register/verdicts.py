"""What kind of finding a broken relation is, and how many of each kind there are: the one count that every page, list
and picture tells, so that a formality never counts as an error."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy

from disclosures.amounts import Outcome
from disclosures.checks.briefs import Brief, broken_briefs
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.register.rules import BY_CODE
from disclosures.checks.rules import Kind


class Verdict(StrEnum):
    """The kinds of finding, the heaviest first; the last is about words alone."""

    CONTRADICTION = "contradiction"  # two figures that cannot both hold
    INCONSISTENCY = "inconsistency"  # figures that do not fit, which something that is not printed may explain
    MEANINGLESS = "meaningless"  # a percentage of nothing
    UNTOLD = "untold"  # what should be told and is not
    WORDING = "wording"


TIED = "\N{NO-BREAK SPACE}· "  # a line may break behind the dot, not before it
_COUNTED = {
    Verdict.CONTRADICTION: gettext_lazy("{count} 处矛盾"),
    Verdict.INCONSISTENCY: gettext_lazy("{count} 处不一致"),
    Verdict.MEANINGLESS: gettext_lazy("{count} 处百分比没有意义"),
    Verdict.UNTOLD: gettext_lazy("{count} 处没有写明"),
    Verdict.WORDING: gettext_lazy("{count} 处措辞"),
}


_OF_KINDS = {Kind.FORM: Verdict.WORDING, Kind.COMPLETENESS: Verdict.UNTOLD, Kind.TIMELINESS: Verdict.UNTOLD}


@dataclass(frozen=True)
class Tally:
    """How many findings of each kind, named as `CheckRun` keeps them; what says the same at two places counts once."""

    contradictions: int = 0
    inconsistencies: int = 0
    meaningless: int = 0
    untold: int = 0
    wording: int = 0

    @property
    def by_verdict(self) -> dict[Verdict, int]:
        return dict(zip(Verdict, astuple(self), strict=True))

    @property
    def errors(self) -> int:
        """Those about figures or about what is missing; words are none."""
        return sum(astuple(self)) - self.wording

    @property
    def others(self) -> int:
        """What is no contradiction, words left out."""
        return self.errors - self.contradictions

    @property
    def phrases(self) -> tuple[str, ...]:
        """“1 处矛盾”, “13 处不一致” and so on, of those that there are."""
        return tuple(counted(verdict, count) for verdict, count in self.by_verdict.items() if count)

    @property
    def words(self) -> str:
        """All of them in one line; "" where nothing was found."""
        return TIED.join(self.phrases)


def counted(verdict: Verdict, count: int) -> str:
    """How many findings of a kind, in words."""
    return str(_COUNTED[verdict]).format(count=count).replace(f"{count} ", f"{count}\N{NO-BREAK SPACE}")


def verdict_of(result: Result | Brief) -> Verdict | None:
    """The kind of finding; None for a relation that is not broken."""
    if result.outcome != Outcome.BROKEN:
        return None
    if result.is_undefined:
        return Verdict.MEANINGLESS
    rule = BY_CODE.get(result.rule)
    if rule and rule.kind in _OF_KINDS:
        return _OF_KINDS[rule.kind]
    cannot_both_hold = result.has_two_sides and result.severity == Severity.ERROR
    return Verdict.CONTRADICTION if cannot_both_hold else Verdict.INCONSISTENCY


def tally_of(results: Sequence[Result]) -> Tally:
    """Of all results of a report; a suspected loss in reading says nothing about the office and is left out."""
    return _tally(brief for brief in broken_briefs(results) if not brief.is_suspected_loss)


def _tally(broken: Iterable[Brief]) -> Tally:
    facts = {(brief.rule, brief.message): verdict_of(brief) for brief in broken}
    counts = Counter(facts.values())
    return Tally(*(counts[verdict] for verdict in Verdict))


def tally_in(run: Any) -> Tally:
    """What a `CheckRun` has of it."""
    return Tally(run.contradictions, run.inconsistencies, run.meaningless, run.untold, run.wording)
