"""What deserves attention on a disclosure's front page: what the editorial rules notice, then how the checks ended."""

from dataclasses import dataclass
from itertools import islice

from django.utils.translation import gettext as _

from disclosures.addresses.links import DisclosureLinks, rules
from disclosures.checks.checking import Report
from disclosures.checks.outcomes import Result
from disclosures.checks.register.verdicts import TIED, Tally, Verdict, counted, tally_of, verdict_of
from disclosures.pages.attention.notices import Noticed
from disclosures.pages.attention.noticing import load_for_noting, worth_noting
from disclosures.pages.checks.findings import Finding, answers_of, findings_of
from disclosures.pages.checks.places import Places
from disclosures.pages.front.key_figures import KeyFigure
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import Disclosure

FIRST = 2  # contradictions that are told there; the page of the checks has all


@dataclass(frozen=True)
class Attention:
    """`noticed` are ranked; `findings` the first contradictions, one of each rule; `tally` counts all findings, of
    `total` relations."""

    noticed: tuple[Noticed, ...]
    figure: KeyFigure
    total: int
    findings: tuple[Finding, ...]
    tally: Tally
    answered: int

    @property
    def rules_href(self) -> str:
        """Where the editorial rules stand."""
        return f"{rules()}#attention"


def attention_of(
    disclosure: Disclosure, report: Report, links: DisclosureLinks, loaded: LoadedDisclosure | None = None
) -> Attention:
    """In two queries: the answers, the numbers of the forms; and those of `load_for_noting` where nothing is loaded."""
    answers = answers_of(disclosure)
    results = report.public
    first: dict[str, Result] = {}
    for result in report.publicly_broken:
        if verdict_of(result) == Verdict.CONTRADICTION:
            first.setdefault(result.rule, result)
    tally = tally_of(report.results)
    return Attention(
        noticed=worth_noting(loaded or load_for_noting(disclosure), report, links),
        figure=_figure(tally, links),
        total=len(results),
        findings=findings_of(islice(first.values(), FIRST), Places(disclosure, links, report), answers),
        tally=tally,
        answered=sum(result.key in answers for result in results) if answers else 0,
    )


def _figure(tally: Tally, links: DisclosureLinks) -> KeyFigure:
    """The contradictions, and in words whatever else was found; words of the document come last."""
    others = (counted(verdict, count) for verdict, count in tally.by_verdict.items() if count)
    note = TIED.join(islice(others, 1 if tally.contradictions else 0, None))
    text, is_over = str(tally.contradictions), bool(tally.contradictions)
    return KeyFigure(_("账目核对"), text, _("处矛盾"), note, links.checks(), is_over)
