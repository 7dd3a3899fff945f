"""What the site holds: how much of it there is, and the latest disclosures with their spending."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from disclosures.pages import links
from disclosures.pages.contents.headline import Headline, headlines
from disclosures.publication.current import published
from disclosures.statements.models import Disclosure

LATEST = 20
SPENDING = "03"  # the table that says what a year cost


@dataclass(frozen=True)
class Volume:
    """A disclosure on the shelf; `spent` is the figure of its total as published."""

    disclosure: Disclosure
    href: str
    spent: Headline | None = None


@dataclass(frozen=True)
class Home:
    """How many units and disclosures there are, and the latest of them."""

    units: int
    disclosures: int
    latest: tuple[Volume, ...]


def home() -> Home:
    """Four queries, however much is published."""
    counts = published().aggregate(disclosures=Count("pk"), units=Count("unit", distinct=True))
    latest = published().order_by("-published_at", "-pk")[:LATEST]
    return Home(**counts, latest=_with_spending(latest))


def _with_spending(found: QuerySet[Disclosure] | list[Disclosure]) -> tuple[Volume, ...]:
    disclosures = list(found)
    spent = headlines(disclosures, SPENDING)
    return tuple(Volume(one, links.of(one).front(), spent.get(one.pk)) for one in disclosures)
