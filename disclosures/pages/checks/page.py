"""The page of one disclosure's checks: how many relations ended in which way, what was found, every rule."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from disclosures.addresses import links as site
from disclosures.addresses.links import DisclosureLinks
from disclosures.amounts import Outcome
from disclosures.checks.checking import Report
from disclosures.checks.keeping import report_of
from disclosures.checks.outcomes import Result
from disclosures.checks.register.rules import BY_CODE
from disclosures.checks.register.verdicts import Tally, Verdict, tally_of
from disclosures.pages.checks.findings import Finding, answers_of, findings_of
from disclosures.pages.checks.kinds import OfKind, by_kind, by_weight
from disclosures.pages.checks.places import Places
from disclosures.pages.checks.signs import BROKEN, OF_OUTCOMES, OF_VERDICTS, UNLINKED, Sign, sign_of
from disclosures.statements.models import Disclosure
from disclosures.statements.terms import term


@dataclass(frozen=True)
class Count:
    """How many there are of it, and the address that shows them."""

    sign: Sign
    number: int
    href: str
    is_current: bool


@dataclass(frozen=True)
class RuleGroup:
    """All relations of one rule, how many ended in which way, and each that was not told above."""

    code: str
    title: str
    href: str
    counts: tuple[tuple[Sign, int], ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class ChecksPage:
    """Everything on the page; `outcome` is the one that was asked for, "" for all; `found` counts findings by kind."""

    outcome: str
    total: int
    found: tuple[Count, ...]
    counts: tuple[Count, ...]
    lost: int
    figures: int
    kinds: tuple[OfKind, ...]
    groups: tuple[RuleGroup, ...]
    version: str
    address: str


def checks_page(disclosure: Disclosure, links: DisclosureLinks, asked: str) -> ChecksPage:
    """The page in at most three queries: the results that were kept, the answers, the numbers of the forms."""
    report, answers = report_of(disclosure), answers_of(disclosure)
    results, places = report.public, Places(disclosure, links, report)
    outcome = asked if asked in OF_OUTCOMES else ""
    shown = [result for result in results if outcome in ("", result.outcome)]
    broken = findings_of(by_weight(shown), places, answers)
    return ChecksPage(
        outcome=outcome,
        total=len(results),
        found=_found(tally_of(report.results), links),
        counts=(*_counts(results, links, outcome), *_unlinked(report, links)),
        lost=len(report.results) - len(results),
        figures=len(report.links),
        kinds=by_kind(broken),
        groups=() if outcome == Outcome.BROKEN else tuple(_groups(shown, places, answers)),
        version=report.version,
        address=links.checks(outcome),
    )


def _found(tally: Tally, links: DisclosureLinks) -> tuple[Count, ...]:
    """The findings by kind, each leading to its section; of contradictions it is said that there is none."""
    return tuple(
        Count(OF_VERDICTS[verdict], number, links.checks() + (f"#{verdict.value}" if number else ""), is_current=False)
        for verdict, number in tally.by_verdict.items()
        if number or verdict == Verdict.CONTRADICTION
    )


def _counts(results: Sequence[Result], links: DisclosureLinks, outcome: str) -> tuple[Count, ...]:
    counted = Counter(result.outcome.value for result in results)
    return tuple(
        Count(sign, counted[key], links.checks("" if key == outcome else key), key == outcome)
        for key, sign in OF_OUTCOMES.items()
        if sign != BROKEN  # those are told by kind
    )


def _unlinked(report: Report, links: DisclosureLinks) -> tuple[Count, ...]:
    """The figures of the text whose meaning is not known: they are counted, and stand in the text without a sign."""
    return (Count(UNLINKED, len(report.unlinked), links.narrative(), False),) if report.links else ()


def _groups(results: Iterable[Result], places: Places, answers: dict) -> Iterable[RuleGroup]:
    """The rules in the order of the register; what is broken was told above and is only counted here."""
    by_rule: dict[str, list[Result]] = {}
    for result in results:
        by_rule.setdefault(result.rule, []).append(result)
    for code, of_rule in by_rule.items():
        rule, counted = BY_CODE.get(code), Counter(map(sign_of, of_rule))
        others = [result for key in OF_OUTCOMES for result in of_rule if result.outcome == key != Outcome.BROKEN]
        yield RuleGroup(
            code=code,
            title=term(rule.title) if rule else code,
            href=site.rules(code) if rule else "",
            counts=tuple(sorted(counted.items(), key=lambda pair: -pair[0].weight)),
            findings=findings_of(others, places, answers),
        )
