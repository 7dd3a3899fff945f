"""What was found, by kind and then by rule: what a rule says of all its findings is said once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.amounts import Outcome
from disclosures.checks.figures import Unit
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.register.verdicts import Verdict, counted, verdict_of
from disclosures.pages.checks.findings import Finding
from disclosures.pages.checks.signs import OF_VERDICTS, Sign
from disclosures.pages.shared.sentences import Phrase

MEANINGS = {
    Verdict.CONTRADICTION: gettext_lazy("两处的数不能同时成立，不说哪一处错了。"),
    Verdict.INCONSISTENCY: gettext_lazy("两处的数不一样，可能另有没有印出来的原因。"),
    Verdict.MEANINGLESS: gettext_lazy("拿来作除数的是 0，写什么百分比都没有意义。"),
    Verdict.UNTOLD: gettext_lazy("应当写明的，没有写。"),
    Verdict.WORDING: gettext_lazy("格式和用语，不算错误。"),
}
_CLAUSE = re.compile(r"[，。：；]|[,.:;] ")


@dataclass(frozen=True)
class OfRule:
    """The findings of one rule; `said` is what all their sentences end with, "" where they have no end in common."""

    title: str
    said: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class OfKind:
    """The findings of one kind; `key` is what their section is called in addresses."""

    key: str
    sign: Sign
    title: str
    meaning: str
    count: int
    rules: tuple[OfRule, ...]


def by_weight(results: Iterable[Result]) -> list[Result]:
    """What is broken: by kind, in it the heaviest first, then what is about money."""
    kinds, severities = list(Verdict), list(Severity)

    def weight(result: Result) -> tuple[int, int, bool]:
        is_money = result.left is not None and result.left.unit == Unit.YUAN and result.left.value is not None
        return kinds.index(verdict_of(result) or Verdict.WORDING), severities.index(result.severity), not is_money

    return sorted((result for result in results if result.outcome == Outcome.BROKEN), key=weight)


def by_kind(findings: Iterable[Finding]) -> tuple[OfKind, ...]:
    """The findings as sections; they come in the order of `by_weight`."""
    sections = groupby((one for one in findings if one.verdict), key=lambda one: one.verdict)
    return tuple(_of_kind(Verdict(verdict), tuple(some)) for verdict, some in sections if verdict)


def _of_kind(verdict: Verdict, findings: tuple[Finding, ...]) -> OfKind:
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    rules = tuple(_of_rule(some) for some in by_rule.values())
    title, meaning = counted(verdict, len(findings)), str(MEANINGS[verdict])
    return OfKind(verdict.value, OF_VERDICTS[verdict], title, meaning, len(findings), rules)


def _of_rule(findings: list[Finding]) -> OfRule:
    said = _said_by_all(findings)
    shortened = tuple(_without(finding, said) for finding in findings) if said else tuple(findings)
    return OfRule(findings[0].title, said, shortened)


def _said_by_all(findings: list[Finding]) -> str:
    """The clauses that end every sentence; "" for a single one."""
    if len(findings) < 2 or any(not one.sentence or one.sentence[-1].href for one in findings):
        return ""
    backwards = zip(*(reversed(one.sentence[-1].text) for one in findings), strict=False)
    common = "".join(each[0] for each in takewhile(lambda each: len(set(each)) == 1, backwards))[::-1]
    clause = _CLAUSE.search(common)
    return common[clause.end() :].strip().removeprefix("而") if clause else ""


def _without(finding: Finding, said: str) -> Finding:
    """The finding without what was said for all."""
    last = finding.sentence[-1]
    left = last.text.removesuffix(said).rstrip(" 而，。：；,.:;")
    return replace(finding, sentence=(*finding.sentence[:-1], Phrase(left + _("。"), lang=last.lang)))
