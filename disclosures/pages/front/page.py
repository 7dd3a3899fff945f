"""A disclosure's front page: what a citizen asks first, then the contents."""

from dataclasses import dataclass

from disclosures.addresses.links import DisclosureLinks
from disclosures.checks.checking import Report
from disclosures.pages.charts.svg.picture import Picture, picture_of
from disclosures.pages.front.key_figures import KeyFigure, key_figures, opening
from disclosures.pages.front.last_year import last_year_of
from disclosures.pages.front.money_flow import money_flow
from disclosures.pages.front.projects import named_projects
from disclosures.pages.front.shares import Flow, flow_of, hundred_yuan
from disclosures.pages.performance.forms import form_heads
from disclosures.pages.shared.sentences import Sentence
from disclosures.pages.shared.shares import Share
from disclosures.statements.loaded import LoadedDisclosure, load_all_tables
from disclosures.statements.models import Disclosure, statements_in
from disclosures.statements.terms import term
from disclosures.tables.headline import Headline, headline
from disclosures.tables.performance.forms import FormHead


@dataclass(frozen=True)
class ContentsEntry:
    """A table in the contents, with the figure it comes down to, or none where it prints none."""

    number: str
    title: str
    href: str
    headline: Headline | None


@dataclass(frozen=True)
class Front:
    """Everything between the name of the unit and the end of the page."""

    opening: Sentence
    figures: tuple[KeyFigure, ...]
    hundred: tuple[Share, ...]
    flow: Flow
    money: Picture | None
    names_projects: bool
    forms: tuple[FormHead, ...]
    contents: tuple[ContentsEntry, ...]


def front_of(
    disclosure: Disclosure, report: Report, links: DisclosureLinks, loaded: LoadedDisclosure | None = None
) -> Front:
    """In a query for the performance forms; and one for each table, however long it is, where nothing is `loaded`."""
    loaded = loaded or load_all_tables(disclosure)
    forms = form_heads(disclosure, links)
    last_year = last_year_of(disclosure, report, links)
    projects = named_projects(loaded, report, links)
    return Front(
        opening=opening(loaded, last_year, links),
        figures=key_figures(loaded, last_year, forms, links),
        hundred=hundred_yuan(loaded, links),
        flow=flow_of(loaded, links),
        money=picture_of(money) if (money := money_flow(loaded, links, projects)) else None,
        names_projects=bool(projects),
        forms=forms,
        contents=_contents(loaded, links),
    )


def _contents(loaded: LoadedDisclosure, links: DisclosureLinks) -> tuple[ContentsEntry, ...]:
    year = loaded.disclosure.year
    tables = statements_in(year)
    figures = {number: headline(loaded.table(number)) for number in tables}
    return tuple(
        ContentsEntry(
            number,
            term(loaded.head(number).title or model.title_in(year), model.title),
            links.table(number),
            figures[number],
        )
        for number, model in tables.items()
    )
