"""What the site holds: how much of it there is, and the units that published last, with their years and spending."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max

from disclosures.addresses import links
from disclosures.pages.home.together import Together, together
from disclosures.pages.questions.front import Entry, entries
from disclosures.publication.current import published, published_years
from disclosures.statements.models import Disclosure
from disclosures.tables.headline import Headline, headlines

LATEST = 12
SPENDING = "03"  # the table that says what a year cost


@dataclass(frozen=True)
class Volume:
    """A unit with all its current years, newest first; `spent` is what the newest cost, as published."""

    name: str
    href: str
    years: tuple[tuple[int, str], ...]
    published_at: datetime
    spent: Headline | None = None

    @property
    def newest(self) -> int:
        return self.years[0][0]


@dataclass(frozen=True)
class Home:
    """How many units and disclosures there are, what they spent on together, what one may ask, who published last."""

    units: int
    disclosures: int
    together: Together | None
    questions: tuple[Entry, ...]
    latest: tuple[Volume, ...]


def home() -> Home:
    """Twelve queries, however much is published."""
    counts = published().aggregate(disclosures=Count("pk"), units=Count("unit", distinct=True))
    return Home(**counts, together=together(), questions=entries(published_years(), counts["units"]), latest=_latest())


def _latest() -> tuple[Volume, ...]:
    last = published().values("unit").annotate(at=Max("published_at"), last=Max("pk")).order_by("-at", "-last")
    units = [row["unit"] for row in last[:LATEST]]
    by_unit: dict[int, list[Disclosure]] = defaultdict(list)
    for disclosure in published().filter(unit__in=units).order_by("-year"):
        by_unit[disclosure.unit_id].append(disclosure)
    spent = headlines([years[0] for years in by_unit.values()], SPENDING)
    return tuple(_volume(by_unit[unit], spent.get(by_unit[unit][0].pk)) for unit in units)


def _volume(years: list[Disclosure], spent: Headline | None) -> Volume:
    fronts = tuple((disclosure.year, links.of(disclosure).front()) for disclosure in years)
    return Volume(
        name=years[0].unit_name,
        href=fronts[0][1] if len(years) == 1 else links.unit(years[0].unit),
        years=fronts,
        published_at=max(disclosure.published_at for disclosure in years),
        spent=spent,
    )
