"""What the site holds: how much of it there is, and the units that published last, with their years and spending."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max

from disclosures.addresses import links
from disclosures.pages.code.figures import AmountWriter
from disclosures.pages.home.together import Together, together
from disclosures.pages.questions.front import Entry, entries
from disclosures.publication.current import published, published_years
from disclosures.statements.models import Disclosure
from disclosures.tables.headline import Headline, headlines

LATEST = 12
UNIT = "wan"  # of the list, whatever the documents print
SPENDING = "03"  # the table that says what a year cost


@dataclass(frozen=True)
class Volume:
    """A unit with all its current years, newest first; `spent` is what the newest cost, "" where none is printed."""

    name: str
    href: str
    years: tuple[tuple[int, str], ...]
    published_at: datetime
    spent: str = ""

    @property
    def newest(self) -> int:
        return self.years[0][0]


@dataclass(frozen=True)
class Home:
    """How many units and disclosures there are, what they spent on together, what one may ask, who published last.

    All of `latest` is in one `unit`; `is_converted` where a document prints another.
    """

    units: int
    disclosures: int
    together: Together | None
    questions: tuple[Entry, ...]
    latest: tuple[Volume, ...]
    unit: str
    is_converted: bool


def home() -> Home:
    """Twelve queries, however much is published."""
    counts = published().aggregate(disclosures=Count("pk"), units=Count("unit", distinct=True))
    units = _latest_units()
    spent = headlines([years[0] for years in units], SPENDING)
    writer = AmountWriter.of(UNIT, [one.value for one in spent.values()])
    return Home(
        **counts,
        together=together(),
        questions=entries(published_years(), counts["units"]),
        latest=tuple(_volume(years, spent.get(years[0].pk), writer) for years in units),
        unit=writer.unit.value,
        is_converted=any(one.unit != writer.unit for one in spent.values()),
    )


def _latest_units() -> list[list[Disclosure]]:
    """The disclosures of each unit, newest year first; who published last comes first."""
    last = published().values("unit").annotate(at=Max("published_at"), last=Max("pk")).order_by("-at", "-last")
    units = [row["unit"] for row in last[:LATEST]]
    by_unit: dict[int, list[Disclosure]] = defaultdict(list)
    for disclosure in published().filter(unit__in=units).order_by("-year"):
        by_unit[disclosure.unit_id].append(disclosure)
    return [by_unit[unit] for unit in units]


def _volume(years: list[Disclosure], spent: Headline | None, writer: AmountWriter) -> Volume:
    fronts = tuple((disclosure.year, links.of(disclosure).front()) for disclosure in years)
    return Volume(
        name=years[0].unit_name,
        href=fronts[0][1] if len(years) == 1 else links.unit(years[0].unit),
        years=fronts,
        published_at=max(disclosure.published_at for disclosure in years),
        spent=writer.text(spent.value) if spent else "",
    )
