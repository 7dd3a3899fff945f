"""All units, each with its newest year: what it spent, how complete it is, what was found."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils.translation import gettext_lazy

from disclosures.addresses import links
from disclosures.checks.register.verdicts import Tally, tally_in
from disclosures.classification.models import Region
from disclosures.pages.code.figures import UNIT_QUESTION, AmountWriter
from disclosures.pages.shared.list_query import ListQuery, Parameter
from disclosures.pages.shared.paging import Page, page_of
from disclosures.pages.shared.tools import Choice, Tool
from disclosures.pages.unit.completeness import Completeness, completeness_of
from disclosures.pages.unit.regions import (
    CountedRegion,
    RegionTree,
    count_of,
    region_questions,
    region_tree,
    regions_to_choose,
    units_in,
)
from disclosures.pages.unit.successors import Successors, successors_of, with_older_codes
from disclosures.publication.current import published
from disclosures.statements.models import Disclosure, Unit

SORT = Parameter(
    "sort",
    gettext_lazy("排列"),
    (
        ("code", gettext_lazy("按地区和编码")),
        ("spent", gettext_lazy("支出多的在前")),
        ("findings", gettext_lazy("矛盾多的在前")),
        ("told", gettext_lazy("缺表多的在前")),
    ),
)
PLACE = ["unit__region", "unit__code"]
ORDERS: dict[str, Sequence[Any]] = {
    "code": PLACE,
    "spent": [F("totals__expenditure").desc(nulls_last=True), *PLACE],
    "findings": [
        F("check_run__contradictions").desc(nulls_last=True),
        F("check_run__inconsistencies").desc(nulls_last=True),
        *PLACE,
    ],
    "told": [F("totals__told").asc(nulls_last=True), *PLACE],
}


@dataclass(frozen=True)
class Holder:
    """A unit with its newest year, and all its years as links; `found` is None where nothing was checked."""

    unit: Unit
    href: str
    year: int
    spent: str
    spent_href: str
    completeness: Completeness | None
    found: Tally | None
    checks_href: str
    years: tuple[Choice, ...]


@dataclass(frozen=True)
class UnitsPage:
    """The part of the list that was asked for; amounts are texts in `unit`."""

    page: Page
    regions: RegionTree
    successors: Successors | None
    older: tuple[Choice, ...]
    unit: str
    tools: tuple[Tool, ...]
    address: str
    feed: str


def units_page(query: Mapping[str, str]) -> UnitsPage:
    """In three queries: regions with their units, the rows of the page, the years of these units.

    One more where a region was chosen; one where that has no units, two where its code is no longer in use.
    """
    regions, asked = asked_units(query)
    rows = rows_of(asked)
    page, asked = page_of(rows, count_of(regions, asked), asked, links.units())
    writer = AmountWriter.of(asked["unit"], [_spent(disclosure) for disclosure in page.rows])
    years = _years([disclosure.unit for disclosure in page.rows])
    return UnitsPage(
        page=replace(
            page, rows=tuple(_holder(disclosure, years[disclosure.unit_id], writer) for disclosure in page.rows)
        ),
        regions=region_tree(regions, asked),
        successors=_successors(regions.get(asked["region"])),
        older=with_older_codes(asked["region"], regions) if asked["region"] else (),
        unit=writer.unit.value,
        tools=asked.tools(links.units()),
        address=links.with_query(links.units(), asked),
        feed=links.region_feed(asked["region"]) if asked["region"] else links.feed(),
    )


def asked_units(query: Mapping[str, str]) -> tuple[dict[str, CountedRegion], ListQuery]:
    """The regions that can be chosen, and what was asked; one query, two where the region has no units."""
    chosen = query.get("region", "")
    regions = regions_to_choose(chosen)
    return regions, ListQuery.read(query, *region_questions(regions, chosen), SORT, UNIT_QUESTION)


def rows_of(asked: ListQuery) -> QuerySet[Disclosure]:
    """The newest year of each unit that was asked for, with its totals and checks."""
    newest = _newest(published().filter(units_in(asked)))
    beside = newest.select_related("totals", "check_run").defer("check_run__content")  # heavy to sort, and not shown
    return beside.order_by(*ORDERS[asked["sort"]])


def _successors(chosen: CountedRegion | None) -> Successors | None:
    return successors_of(Region.objects.get(code=chosen.code)) if chosen and chosen.last_year else None


def _newest(disclosures: QuerySet[Disclosure]) -> QuerySet[Disclosure]:
    """Of each unit the newest year."""
    return disclosures.filter(~Exists(published().filter(unit=OuterRef("unit"), year__gt=OuterRef("year"))))


def _years(units: list[Unit]) -> dict[int, list[Choice]]:
    by_number = {unit.pk: unit for unit in units}
    years = defaultdict(list)
    for number, year in published().filter(unit__in=by_number).order_by("-year").values_list("unit", "year"):
        years[number].append(Choice(str(year), links.year(by_number[number], year), is_current=False))
    return years


def _spent(disclosure: Disclosure):
    return disclosure.totals.expenditure if hasattr(disclosure, "totals") else None


def _completeness(disclosure: Disclosure) -> Completeness | None:
    return completeness_of(disclosure.totals.tables, disclosure.year) if hasattr(disclosure, "totals") else None


def _holder(disclosure: Disclosure, years: list[Choice], writer: AmountWriter) -> Holder:
    pages = links.of(disclosure)
    return Holder(
        unit=disclosure.unit,
        href=links.unit(disclosure.unit),
        year=disclosure.year,
        spent=writer.text(_spent(disclosure)),
        spent_href=pages.table("03"),
        completeness=_completeness(disclosure),
        found=tally_in(disclosure.check_run) if hasattr(disclosure, "check_run") else None,
        checks_href=pages.checks(),
        years=tuple(years),
    )
