"""Two pages for deputies: what was planned and spent, what stands out, and the questions that this raises."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from disclosures.addresses.links import DisclosureLinks
from disclosures.checks.checking import Report
from disclosures.pages.front.key_figures import opening
from disclosures.pages.front.last_year import last_year_of
from disclosures.pages.front.shares import hundred_yuan
from disclosures.pages.reading.projects import Project, is_of_unit, projects_of
from disclosures.pages.reading.public_expenses import Expense, expenses_of
from disclosures.pages.reading.raised import Raised, raised_by
from disclosures.pages.shared.sentences import Sentence
from disclosures.pages.shared.shares import Share, percent
from disclosures.statements.lines import TOTAL
from disclosures.statements.loaded import LoadedDisclosure

SHOWN = 6  # projects on the sheet


@dataclass(frozen=True)
class Money:
    """A figure of the whole year; texts as printed in the unit of the sheet, `share` percent of all spending."""

    name: str
    planned: str
    text: str
    share: Decimal | None
    href: str


@dataclass(frozen=True)
class Sheet:
    """Everything on the two pages; amounts in `unit`."""

    unit: str
    opening: Sentence
    money: tuple[Money, ...]
    expenses: tuple[Expense, ...]
    shares: tuple[Share, ...]
    projects: tuple[Project, ...]
    more_projects: int
    raised: tuple[Raised, ...]


def sheet_of(loaded: LoadedDisclosure, report: Report, links: DisclosureLinks) -> Sheet:
    """From one revision alone; no query."""
    last_year = last_year_of(loaded.disclosure, report, links)
    projects = projects_of(loaded, links)
    return Sheet(
        unit=loaded.disclosure.precision.unit,
        opening=opening(loaded, last_year, links),
        money=tuple(_money(loaded, links)),
        expenses=expenses_of(loaded, links),
        shares=hundred_yuan(loaded, links),
        projects=projects[:SHOWN],
        more_projects=max(len(projects) - SHOWN, 0),
        raised=raised_by(loaded, report, links),
    )


def _money(loaded: LoadedDisclosure, links: DisclosureLinks) -> Iterator[Money]:
    """Income and spending beside what the unit planned for the year, where its self-evaluation says that."""
    spent = loaded.printed("03", TOTAL, "total_expenditure")
    rows = (
        (_("本年收入"), "income_budget", loaded.printed("02", TOTAL, "total_income"), "02"),
        (_("本年支出"), "budget", spent, "03"),
        (_("其中：基本支出"), "", loaded.printed("03", TOTAL, "basic_expenditure"), "03"),
        (_("其中：项目支出"), "", loaded.printed("03", TOTAL, "project_expenditure"), "03"),
    )
    form = next((one.form for one in loaded.forms if is_of_unit(one.form)), None)
    for name, planned, printed, table in rows:
        if printed:
            budget = form.text(planned, loaded.disclosure.precision) if form and planned else ""
            share = percent(printed.value, spent.value) if spent and table == "03" else None
            yield Money(name, budget, printed.text, share, links.table(table))
