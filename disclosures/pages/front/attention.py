"""What deserves attention on a disclosure's front page: how the checks ended, and the first findings."""

from collections import Counter
from dataclasses import dataclass
from itertools import islice

from django.utils.translation import gettext as _

from disclosures.addresses.links import DisclosureLinks
from disclosures.amounts import Outcome
from disclosures.checks.checking import Report
from disclosures.checks.outcomes import Result
from disclosures.pages.checks.findings import Finding, answers_of, findings_of
from disclosures.pages.checks.page import by_weight
from disclosures.pages.checks.places import Places
from disclosures.pages.checks.signs import EQUAL, ROUNDING, UNCHECKED
from disclosures.pages.front.key_figures import KeyFigure
from disclosures.statements.models import Disclosure

FIRST = 5
TIED = "\N{NO-BREAK SPACE}"  # a sign, its number and its word stay on one line


@dataclass(frozen=True)
class Attention:
    """The first findings by weight, one of each rule; `broken` is how many relations are broken in all."""

    figure: KeyFigure
    total: int
    findings: tuple[Finding, ...]
    broken: int
    answered: int


def attention_of(disclosure: Disclosure, report: Report, links: DisclosureLinks) -> Attention:
    """In two queries: the answers, the numbers of the forms."""
    answers = answers_of(disclosure)
    results = report.public
    first: dict[str, Result] = {}
    for result in by_weight(results):
        first.setdefault(result.rule, result)
    findings = findings_of(islice(first.values(), FIRST), Places(disclosure, links, report), answers)
    answered = sum(result.key in answers for result in results) if answers else 0
    counts = Counter(result.outcome for result in results)
    return Attention(_figure(counts, links), len(results), findings, counts[Outcome.BROKEN], answered)


def _figure(counts: Counter, links: DisclosureLinks) -> KeyFigure:
    told = ((EQUAL, Outcome.EQUAL), (ROUNDING, Outcome.ROUNDING), (UNCHECKED, Outcome.NOT_APPLICABLE))
    note = _("，").join(f"{sign.mark}{TIED}{counts[outcome]}{TIED}{sign.word}" for sign, outcome in told)
    return KeyFigure(_("账目核对"), str(counts[Outcome.BROKEN]), _("处对不上"), note, links.checks())
