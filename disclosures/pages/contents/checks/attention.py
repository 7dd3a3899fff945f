"""What deserves attention on a disclosure's front page: how the checks ended, and the first findings."""

from collections import Counter
from dataclasses import dataclass

from disclosures.checks.keeping import report_of
from disclosures.checks.outcomes import Outcome
from disclosures.pages.contents.checks.findings import Finding, answers_of, findings_of
from disclosures.pages.contents.checks.page import by_weight, public_results
from disclosures.pages.contents.checks.places import Places
from disclosures.pages.contents.checks.signs import EQUAL, ROUNDING, UNCHECKED
from disclosures.pages.contents.key_figures import KeyFigure
from disclosures.pages.links import DisclosureLinks
from disclosures.statements.models import Disclosure

FIRST = 5


@dataclass(frozen=True)
class Attention:
    """The first findings by weight; `more` are left for the page of the checks."""

    figure: KeyFigure
    total: int
    findings: tuple[Finding, ...]
    more: int
    answered: int


def attention_of(disclosure: Disclosure, links: DisclosureLinks) -> Attention:
    """In three queries: the results that were kept, the answers, the numbers of the forms."""
    results, answers = public_results(report_of(disclosure)), answers_of(disclosure)
    found = findings_of(by_weight(results), Places(disclosure, links), answers)
    counts = Counter(result.outcome for result in results)
    return Attention(_figure(counts, links), len(results), found[:FIRST], len(found[FIRST:]), len(answers))


def _figure(counts: Counter, links: DisclosureLinks) -> KeyFigure:
    told = ((EQUAL, Outcome.EQUAL), (ROUNDING, Outcome.ROUNDING), (UNCHECKED, Outcome.NOT_APPLICABLE))
    note = " ".join(f"{sign.mark} {counts[outcome]} {sign.word}" for sign, outcome in told)
    return KeyFigure("账目核对", str(counts[Outcome.BROKEN]), "处对不上", note, links.checks())
