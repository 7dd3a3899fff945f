"""What machines read of the site: the latest publications as a feed, and every address worth finding."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max

from disclosures.addresses import links
from disclosures.finding.front_door import QUESTIONS
from disclosures.pages.feeds.channels import Channel
from disclosures.pages.general import PAGES
from disclosures.publication.current import published
from disclosures.statements.models import Disclosure, PerformanceForm, Unit, statements_in
from disclosures.tables.headline import Headline, headlines

LATEST = 50
SPENDING = "03"  # the table that says what a year cost
EACH = 1_000  # disclosures of one map, which may have 50,000 addresses


@dataclass(frozen=True)
class News:
    """A publication; its address is that of the revision, for ever."""

    title: str
    unit: str
    href: str
    summary: str
    published_at: datetime


@dataclass(frozen=True)
class MapEntry:
    """An address with the time since when it says what it says."""

    href: str
    changed_at: datetime | None = None


def latest_news(channel: Channel) -> list[News]:
    """The latest publications of a channel that are current, in three queries."""
    disclosures = list(published().filter(channel.chosen).order_by("-published_at", "-pk")[:LATEST])
    spent = headlines(disclosures, SPENDING)
    return [_news(disclosure, spent.get(disclosure.pk)) for disclosure in disclosures]


def _news(disclosure: Disclosure, spent: Headline | None) -> News:
    again = f"（第 {disclosure.revision} 版）" if disclosure.revision > 1 else ""
    said = (f"{spent.title} {spent.text} {spent.unit}。" if spent else "", disclosure.change_note)
    title = f"{disclosure.unit_name} {disclosure.year} 年度决算{again}"
    return News(
        title,
        disclosure.unit_name,
        links.pinned(disclosure).front(),
        "\n".join(filter(None, said)),
        disclosure.published_at,
    )


def maps() -> list[MapEntry]:
    """The maps of the site: one of its general pages and units, and one for each so many disclosures; one query."""
    counted = published().aggregate(count=Count("pk"), latest=Max("published_at"))
    numbers = range(-(-counted["count"] // EACH) + 1)
    return [MapEntry(links.sitemap(number), counted["latest"]) for number in numbers]


def places_of(number: int) -> list[MapEntry]:
    """The addresses of one map, in one query or two; none where there is no such map."""
    if not number:
        general = [page.address for page in PAGES if page.is_mapped]
        return [*map(MapEntry, (*general, *(one.href for one in QUESTIONS.values()))), *_units()]
    disclosures = list(published().order_by("pk")[(number - 1) * EACH : number * EACH])
    forms = Counter(PerformanceForm.objects.filter(disclosure__in=disclosures).values_list("disclosure", flat=True))
    return [
        MapEntry(href, disclosure.published_at)
        for disclosure in disclosures
        for href in _pages(disclosure, forms[disclosure.pk])
    ]


def _units() -> list[MapEntry]:
    units = Unit.objects.filter(disclosures__in=published().values("pk")).order_by("region", "code")
    return [MapEntry(links.unit(unit), unit.latest) for unit in units.annotate(latest=Max("disclosures__published_at"))]


def _pages(disclosure: Disclosure, forms: int) -> Iterator[str]:
    pages = links.of(disclosure)
    yield from (pages.front(), pages.steps(), pages.sheet(), pages.narrative(), pages.checks(), pages.performance())
    yield from map(pages.table, statements_in(disclosure.year))
    yield from (pages.performance_form(number + 1) for number in range(forms))
    if disclosure.source_id:
        yield pages.source()
