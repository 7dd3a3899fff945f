"""The register of all rules, in words for everybody, with how many current disclosures break each."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext_lazy

from disclosures.checks.outcomes import Severity
from disclosures.checks.register.rules import RULES
from disclosures.checks.rules import KIND_TITLES, Kind, Rule
from disclosures.pages.attention.notices import Notice
from disclosures.pages.attention.noticing import MOST
from disclosures.pages.attention.register import NOTICES
from disclosures.publication.breaks import disclosures_breaking
from disclosures.publication.current import published
from disclosures.statements.terms import term

WEIGHTS = {
    Severity.ERROR: gettext_lazy("不能同时成立"),
    Severity.WARNING: gettext_lazy("应当留意"),
    Severity.NOTE: gettext_lazy("值得一看"),
}


@dataclass(frozen=True)
class RuleEntry:
    """A rule with the number of current disclosures that break it."""

    rule: Rule
    weight: str
    broken_by: int


@dataclass(frozen=True)
class RulesPage:
    """The rules by what they watch over, in the order of the register, and how many disclosures are current; then the
    editorial rules."""

    kinds: tuple[tuple[str, tuple[RuleEntry, ...]], ...]
    rules: int
    disclosures: int
    notices: tuple[Notice, ...] = NOTICES
    most_noticed: int = MOST


def rules_page() -> RulesPage:
    """Two queries."""
    broken_by = disclosures_breaking()
    order = list(Kind)
    rules = sorted(RULES, key=lambda rule: order.index(rule.kind))
    return RulesPage(
        kinds=tuple(
            (
                term(KIND_TITLES[kind]),
                tuple(RuleEntry(rule, str(WEIGHTS[rule.severity]), broken_by.get(rule.code, 0)) for rule in of_kind),
            )
            for kind, of_kind in groupby(rules, key=lambda rule: rule.kind)
        ),
        rules=len(RULES),
        disclosures=published().count(),
    )
