"""What the site holds: units by region, a unit's disclosures over the years, the latest ones with their spending."""

from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count, QuerySet

from disclosures.classification.models import Region
from disclosures.pages import links
from disclosures.pages.contents.frame import Crumb, unit_crumbs
from disclosures.pages.contents.headline import Headline, headlines
from disclosures.publication.current import published
from disclosures.publication.steps import PUBLIC
from disclosures.statements.addresses import EditionKey, UnitKey
from disclosures.statements.models import Disclosure, State, Unit

LATEST = 20
SPENDING = "03"  # the table that says what a year cost


@dataclass(frozen=True)
class Volume:
    """A disclosure on the shelf; `spent` is the figure of its total as published."""

    disclosure: Disclosure
    href: str
    spent: Headline | None = None


@dataclass(frozen=True)
class Holder:
    """A unit with the years it has published, newest first."""

    unit: Unit
    href: str
    years: tuple[Volume, ...]


@dataclass(frozen=True)
class Home:
    """How many units and disclosures there are, and the latest of them."""

    units: int
    disclosures: int
    latest: tuple[Volume, ...]


@dataclass(frozen=True)
class UnitPage:
    """A unit's current disclosures, and the earlier and withdrawn revisions that stay for reference."""

    unit: Unit
    crumbs: tuple[Crumb, ...]
    current: tuple[Volume, ...]
    others: tuple[Volume, ...]


def home() -> Home:
    """Four queries, however much is published."""
    counts = published().aggregate(disclosures=Count("pk"), units=Count("unit", distinct=True))
    latest = published().order_by("-published_at", "-pk")[:LATEST]
    return Home(**counts, latest=_with_spending(latest))


def holders() -> tuple[tuple[Region, tuple[Holder, ...]], ...]:
    """The units by region, in the order of their codes; one query."""
    found = published().order_by("unit__region", "unit__code", "-year")
    units = [_holder(unit, list(years)) for unit, years in groupby(found, key=lambda one: one.unit)]
    return tuple((region, tuple(part)) for region, part in groupby(units, key=lambda one: one.unit.region))


def _holder(unit: Unit, years: list[Disclosure]) -> Holder:
    return Holder(unit, links.unit(unit), tuple(Volume(one, links.of(one).front()) for one in years))


def unit_page(key: UnitKey) -> UnitPage | None:
    """The unit over the years in three queries; None where it has never published anything."""
    found = Disclosure.objects.filter(unit__region=key.region, unit__code=key.code, state__in=PUBLIC)
    revisions = list(found.select_related("unit__region").order_by("-year", "-revision"))
    if not revisions:
        return None
    current = [one for one in revisions if one.state == State.PUBLISHED]
    others = [one for one in revisions if one.state != State.PUBLISHED]
    unit = revisions[0].unit
    return UnitPage(unit, unit_crumbs(unit), _with_spending(current), tuple(map(_as_it_was, others)))


def _as_it_was(disclosure: Disclosure) -> Volume:
    return Volume(disclosure, links.of(disclosure, EditionKey(disclosure.year, disclosure.revision)).front())


def _with_spending(found: QuerySet[Disclosure] | list[Disclosure]) -> tuple[Volume, ...]:
    disclosures = list(found)
    spent = headlines(disclosures, SPENDING)
    return tuple(Volume(one, links.of(one).front(), spent.get(one.pk)) for one in disclosures)
