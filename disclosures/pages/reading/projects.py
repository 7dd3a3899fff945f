"""The projects of a disclosure as their self-evaluations tell them: what was planned, what was spent."""

from dataclasses import dataclass
from decimal import Decimal

from disclosures.addresses.links import DisclosureLinks
from disclosures.pages.shared.shares import percent
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import PerformanceForm


@dataclass(frozen=True)
class Project:
    """Amounts as printed in `unit`, "" where nothing is; `share` is percent of the budget that was spent."""

    name: str
    href: str
    budget: str
    executed: str
    unit: str
    share: Decimal | None
    score: str


def projects_of(loaded: LoadedDisclosure, links: DisclosureLinks) -> tuple[Project, ...]:
    """In the order of the document; the form of the whole unit is none of them."""
    numbered = enumerate((one.form for one in loaded.forms), start=1)
    return tuple(_project(loaded, form, links.performance_form(n)) for n, form in numbered if not is_of_unit(form))


def is_of_unit(form: PerformanceForm) -> bool:
    """Whether the form is about the whole unit."""
    return form.kind == PerformanceForm.UNIT


def _project(loaded: LoadedDisclosure, form: PerformanceForm, href: str) -> Project:
    precision = loaded.disclosure.precision
    return Project(
        name=form.name,
        href=href,
        budget=form.text("budget", precision),
        executed=form.text("executed", precision),
        unit=precision.unit,
        share=percent(form.executed, form.budget),
        score=form.total_score,
    )
