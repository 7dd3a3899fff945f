"""Who has published a year, and how many days after its approval, as far as both days are printed or known."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy

from disclosures.addresses import links
from disclosures.classification.regions import WITH_PATH
from disclosures.pages.code.figures import year_question
from disclosures.pages.shared.list_query import ListQuery, Parameter
from disclosures.pages.shared.paging import Page, page_of
from disclosures.pages.shared.timeliness import Timeliness, timeliness_of
from disclosures.pages.shared.tools import Tool
from disclosures.publication.current import published, published_years
from disclosures.statements.models import Disclosure, State, Unit

SORT = Parameter(
    "sort",
    gettext_lazy("排列"),
    (("late", gettext_lazy("公开得晚的在前")), ("place", gettext_lazy("按地区和编码"))),
)
PLACE = ("unit__region", "unit__code")
MOST_SILENT = 500  # units that the page names; their number is told in full


@dataclass(frozen=True)
class Published:
    """A current disclosure; `day` is when the document says that it was published, `here` when it came to this site.

    `timeliness` is None where the day of approval is not known.
    """

    name: str
    front: str
    region: str
    day: date | None
    here: date | None
    timeliness: Timeliness | None


@dataclass(frozen=True)
class Silent:
    """A unit on the list of its region that has not published the year."""

    name: str
    region: str


@dataclass(frozen=True)
class PublishedPage:
    """The part of the list that was asked for; `dated` counts those whose day of approval is known.

    `silent` are units of regions that keep a full list of theirs here, on the first page alone.
    """

    year: int | None
    page: Page
    dated: int
    tools: tuple[Tool, ...]
    address: str
    silent: tuple[Silent, ...] = ()
    silent_count: int = 0


def asked_of(query: Mapping[str, str]) -> tuple[ListQuery, dict[int, int]]:
    """What was asked, and the years that there are; one query."""
    years = published_years()
    return ListQuery.read(query, year_question(years), SORT), years


def rows_of(asked: ListQuery) -> QuerySet[Disclosure]:
    """The current disclosures of the year, each with the day on which its first revision came to this site."""
    first = Disclosure.objects.filter(unit=OuterRef("unit"), year=OuterRef("year"), revision=1)
    rows = published().filter(year=asked["year"] or 0)
    rows = rows.annotate(first_here=Subquery(first.values("published_at")[:1]))
    latest: list[Any] = [F("publication_date").desc(nulls_last=True)] if asked["sort"] == "late" else []
    return rows.order_by(*latest, *PLACE)


def published_page(query: Mapping[str, str], address: str) -> PublishedPage:
    """In four queries: the years, how many approvals are known, the rows of the page, who is silent."""
    asked, years = asked_of(query)
    year = int(asked["year"]) if asked["year"] else None
    rows = rows_of(asked)
    page, asked = page_of(rows, years.get(year or 0, 0), asked, address)
    silent = list(silent_in(year)) if year and page.number == 1 else []
    return PublishedPage(
        year=year,
        silent=tuple(Silent(unit.name, unit.region.full_name) for unit in silent[:MOST_SILENT]),
        silent_count=len(silent),
        page=replace(page, rows=tuple(map(published_of, page.rows))),
        dated=published().filter(year=year or 0, approval_date__isnull=False).count(),
        tools=asked.tools(address),
        address=links.with_query(address, asked),
    )


def silent_in(year: int) -> QuerySet[Unit]:
    """Units that their region lists and of which nothing of the year is published; those made up are on no list."""
    has = Disclosure.objects.filter(unit=OuterRef("pk"), year=year, state=State.PUBLISHED)
    listed = Unit.objects.filter(~Exists(has), region__lists_units=True, is_made_up=False)
    return listed.select_related(f"region__{WITH_PATH}").order_by("region", "code")


def published_of(disclosure: Any) -> Published:
    """What a row of `rows_of` says; no query."""
    first = Disclosure(revision=1, published_at=disclosure.first_here)
    return Published(
        name=disclosure.unit_name,
        front=links.of(disclosure).front(),
        region=disclosure.unit.region.full_name,
        day=disclosure.publication_date,
        here=localdate(disclosure.first_here) if disclosure.first_here else None,
        timeliness=timeliness_of(disclosure, first),
    )
