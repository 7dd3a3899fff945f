"""Performance indicators across projects: those that missed their targets or lost points, and which say no reason."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.addresses import links
from disclosures.pages.shared.list_query import ListQuery, Parameter
from disclosures.pages.shared.paging import Page, page_of
from disclosures.pages.shared.tools import Tool
from disclosures.publication.caching import of_the_site
from disclosures.publication.current import published_years
from disclosures.publication.totals.models import Shortfall
from disclosures.statements.models import PerformanceForm
from disclosures.tables.performance.indicators import Indicator, indicator_of

KIND = Parameter(
    "kind",
    gettext_lazy("哪些"),
    (
        ("all", gettext_lazy("没达到或扣了分")),
        ("missed", gettext_lazy("没达到目标")),
        ("lost", gettext_lazy("扣了分")),
        ("unexplained", gettext_lazy("扣了分没写原因")),
    ),
)
SORT = Parameter(
    "sort", gettext_lazy("排列"), (("lost", gettext_lazy("扣分多的在前")), ("unit", gettext_lazy("按单位")))
)
KINDS = {
    "all": Q(),
    "missed": Q(is_missed=True),
    "lost": Q(lost__gt=0),
    "unexplained": Q(lost__gt=0, is_explained=False),
}
ORDERS = {
    "lost": ["-lost", "indicator"],
    "unit": ["disclosure__unit__region", "disclosure__unit__code", "-year", "indicator__position"],
}


@dataclass(frozen=True)
class Missed:
    """An indicator with the form that it stands in and the disclosure that prints it."""

    indicator: Indicator
    form: str
    owner: str
    year: int
    href: str
    front: str


@dataclass(frozen=True)
class ShortfallsPage:
    """The page of the list that was asked for; `counts` are of the year that was asked for."""

    page: Page
    counts: Mapping[str, int]
    tools: tuple[Tool, ...]
    address: str


def shortfalls_page(query: Mapping[str, str]) -> ShortfallsPage:
    """In three queries: the years that there are, how many of each kind, the rows of the page."""
    asked = asked_shortfalls(query)
    counts = _counts(_of_year(asked))
    page, asked = page_of(rows_of(asked), counts[asked["kind"]], asked, links.shortfalls())
    return ShortfallsPage(
        page=replace(page, rows=tuple(map(missed, page.rows))),
        counts=counts,
        tools=asked.tools(links.shortfalls()),
        address=links.with_query(links.shortfalls(), asked),
    )


def asked_shortfalls(query: Mapping[str, str]) -> ListQuery:
    """What was asked; one query."""
    years = Parameter(
        "year",
        _("年度"),
        (("", _("全部")), *((str(year), _("{year} 年").format(year=year)) for year in published_years())),
    )
    return ListQuery.read(query, KIND, years, SORT)


def rows_of(asked: ListQuery) -> QuerySet[Shortfall]:
    """Those that were asked for, in the order that was."""
    return _with_number(_of_year(asked).filter(KINDS[asked["kind"]])).order_by(*ORDERS[asked["sort"]])


def _of_year(asked: ListQuery) -> QuerySet[Shortfall]:
    return Shortfall.objects.filter(**({"year": asked["year"]} if asked["year"] else {}))


def _counts(shortfalls: QuerySet[Shortfall]) -> dict[str, int]:
    """How many of each kind; one query."""
    counted = shortfalls.aggregate(**{f"of_{kind}": Count("pk", filter=which) for kind, which in KINDS.items()})
    return {name.removeprefix("of_"): count for name, count in counted.items()}


def _with_number(shortfalls: QuerySet[Shortfall]) -> QuerySet[Shortfall]:
    """`number` is which form of the disclosure it is, from 1, as addresses count."""
    before = PerformanceForm.objects.filter(
        disclosure=OuterRef("disclosure"), position__lte=OuterRef("indicator__form__position")
    )
    counted = before.order_by().values("disclosure").annotate(count=Count("pk")).values("count")
    number = Subquery(counted, output_field=IntegerField())
    return shortfalls.annotate(number=number).select_related("indicator__form", "disclosure__unit__region")


def missed(shortfall: Any) -> Missed:
    """What a row of `rows_of` says, with the addresses of where it stands."""
    pages, form = links.of(shortfall.disclosure), shortfall.indicator.form
    page = pages.performance_form(shortfall.number)
    indicator = indicator_of(shortfall.indicator, "")
    name = form.get_kind_display() if form.kind == PerformanceForm.UNIT else form.name
    href = f"{page}#{indicator.anchor}"
    return Missed(indicator, name, shortfall.disclosure.unit_name, shortfall.year, href, pages.front())


@of_the_site
def shortfalls(request: HttpRequest) -> HttpResponse:
    """Missed, or points lost, or lost without a reason; the largest losses first."""
    return render(request, "pages/shortfalls.html", {"page": shortfalls_page(request.GET)})
