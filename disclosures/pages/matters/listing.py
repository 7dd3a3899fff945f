"""One matter across units and years: who printed which figure for it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.addresses import links
from disclosures.addresses.spots import text_anchor
from disclosures.amounts import AmountUnit, printed
from disclosures.checks.figures import Unit
from disclosures.checks.narrative.matters import MATTERS
from disclosures.pages.shared.list_query import ListQuery, Parameter
from disclosures.pages.shared.paging import Page, page_of
from disclosures.pages.shared.tools import Tool
from disclosures.publication.current import published_years
from disclosures.publication.totals.models import OtherMatter

MATTER = Parameter(
    "matter", gettext_lazy("事项"), tuple((key, gettext_lazy(subject.title)) for key, subject in MATTERS.items())
)
SORT = Parameter("sort", gettext_lazy("排列"), (("most", gettext_lazy("多的在前")), ("unit", gettext_lazy("按单位"))))
ORDERS = {
    "most": ["-value", "disclosure"],
    "unit": ["disclosure__unit__region", "disclosure__unit__code", "-year"],
}


@dataclass(frozen=True)
class Printed:
    """The figure that a unit printed for a year, with where it stands and where the disclosure begins.

    `in_wan` is an amount in 万元 with two decimals, rounded half up, where it is printed in another unit; else "".
    """

    owner: str
    year: int
    text: str
    in_wan: str
    href: str
    front: str


@dataclass(frozen=True)
class MattersPage:
    """The list that was asked for."""

    title: str
    page: Page
    tools: tuple[Tool, ...]
    address: str


def matters_page(query: Mapping[str, str]) -> MattersPage:
    """In three queries: the years that there are, how many figures, the rows of the page."""
    asked = asked_matters(query)
    rows = rows_of(asked)
    page, asked = page_of(rows, rows.count(), asked, links.matters())
    return MattersPage(
        title=MATTERS[asked["matter"]].title,
        page=replace(page, rows=tuple(map(printed_of, page.rows))),
        tools=asked.tools(links.matters()),
        address=links.with_query(links.matters(), asked),
    )


def asked_matters(query: Mapping[str, str]) -> ListQuery:
    """What was asked; one query."""
    years = Parameter(
        "year",
        _("年度"),
        (("", _("全部")), *((str(year), _("{year} 年").format(year=year)) for year in published_years())),
    )
    return ListQuery.read(query, MATTER, years, SORT)


def rows_of(asked: ListQuery) -> QuerySet[OtherMatter]:
    """The figures that were asked for, in the order that was."""
    figures = OtherMatter.objects.filter(matter=asked["matter"], **({"year": asked["year"]} if asked["year"] else {}))
    return figures.select_related("disclosure__unit__region").order_by(*ORDERS[asked["sort"]])


def printed_of(figure: OtherMatter) -> Printed:
    """What a row of `rows_of` says, with where it stands."""
    pages = links.of(figure.disclosure)
    place = f"{pages.narrative()}#{text_anchor(figure.paragraph, figure.start)}"
    text = " ".join(figure.text.split())
    is_other = MATTERS[figure.matter].unit == Unit.YUAN and not text.endswith(AmountUnit.WAN)
    in_wan = printed(figure.value, AmountUnit.WAN) if is_other else ""
    return Printed(figure.disclosure.unit_name, figure.year, text, in_wan, place, pages.front())
