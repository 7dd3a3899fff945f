"""The projects that a document's text names, where they make up all project expenditure: no table has their names."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from disclosures.addresses.links import DisclosureLinks
from disclosures.addresses.spots import text_anchor
from disclosures.amounts import Outcome, decimals_of, outcome_of_sum, printed
from disclosures.checks.checking import Report
from disclosures.checks.narrative.links import Link
from disclosures.checks.narrative.meaning.meanings import Role
from disclosures.statements.lines import TOTAL
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import Expenditure

WHOLE = "project"  # what the text calls the sum of all projects
PART = "part:"  # how the keys of what a list names begin


@dataclass(frozen=True)
class Project:
    """A project with what was spent on it: 元, exact, and as text in the unit of the document."""

    title: str
    value: Decimal
    text: str
    href: str


def named_projects(loaded: LoadedDisclosure, report: Report, links: DisclosureLinks) -> tuple[Project, ...]:
    """The first list of the text that adds up to the project expenditure of table 03, largest first; else none."""
    total = loaded.printed(Expenditure.number, TOTAL, "project_expenditure")
    for parts in _lists(report) if total else ():
        outcome = outcome_of_sum(total.value, [link.value for link in parts], loaded.precision(Expenditure.number))
        if len(parts) > 1 and outcome != Outcome.BROKEN:
            return tuple(_project(link, loaded, links) for link in sorted(parts, key=lambda link: -link.value))
    return ()


def _lists(report: Report) -> Iterable[list[Link]]:
    """What the text lists as parts of project expenditure, one list a paragraph."""
    lists = defaultdict(list)
    for link in report.links:
        if link.role == Role.PART and link.whole == WHOLE and link.subject.startswith(PART):
            lists[link.paragraph].append(link)
    return lists.values()


def _project(link: Link, loaded: LoadedDisclosure, links: DisclosureLinks) -> Project:
    precision = loaded.disclosure.precision
    decimals = decimals_of(link.value, precision.unit, precision.decimals)
    text = printed(link.value, precision.unit, decimals)
    href = f"{links.narrative()}#{text_anchor(link.paragraph, link.start)}"
    return Project(link.subject.removeprefix(PART), link.value, text, href)
