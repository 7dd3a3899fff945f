"""What is chosen of a year: region with all below it, department, standing, the law's days, a name or a number."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, QueryDict
from django.utils.http import urlencode

from disclosures.classification.models import Region
from disclosures.classification.regions import WITH_PATH
from disclosures.entry.year.standing import Clock, Standing, WithStanding, on_the_clock, standing_of
from disclosures.staff.rights import READ
from disclosures.staff.scope import places_for, units_for
from disclosures.statements.models import Unit

LONGEST = 100  # characters that are looked for


@dataclass(frozen=True)
class Option:
    """One line of a choice; `depth` says how far a region lies below the widest one."""

    value: str
    title: str
    depth: int = 0

    @property
    def steps(self) -> range:
        """For a template: as often as it is moved in."""
        return range(self.depth)


@dataclass(frozen=True)
class Chosen:
    """The choices that an address asks for, "" where none; those that do not exist count as none."""

    year: int
    region: str = ""
    department: str = ""
    state: str = ""
    clock: str = ""
    q: str = ""

    def query(self, **changed: Any) -> str:
        """The same choices with some changed, as the query of an address."""
        names = ("region", "department", "state", "clock", "q")
        kept = {name: getattr(self, name) for name in names} | changed
        return urlencode({name: value for name, value in kept.items() if value})


def chosen_in(data: QueryDict, year: int) -> Chosen:
    """Read off a query or a form."""
    return Chosen(
        year=year,
        region=data.get("region", ""),
        department=data.get("department", ""),
        state=data.get("state", "") if data.get("state") in Standing else "",
        clock=data.get("clock", "") if data.get("clock") in Clock else "",
        q=data.get("q", "").strip()[:LONGEST],
    )


def regions_for(user) -> list[Option]:
    """The regions with units that somebody reads, and the wider ones in reach, as a tree; one query."""
    places = places_for(user, READ)
    found: dict[str, Region] = {}
    own = Region.objects.filter(pk__in=units_for(user, READ).order_by().values("region")).select_related(WITH_PATH)
    for region in own:
        path = region.path()
        for place, one in enumerate(path):
            reached = places.everywhere or any(wider.pk in places.regions for wider in path[: place + 1])
            if reached or one is region:
                found[one.pk] = one
    ordered = sorted(found.values(), key=lambda one: [each.pk for each in one.path()])
    return [Option(one.pk, one.name, sum(each.pk in found for each in one.path()) - 1) for one in ordered]


def departments_for(user, region: str) -> list[Option]:
    """The departments of the units that somebody reads there; one query."""
    units = _in_region(units_for(user, READ), region)
    departments = Unit.objects.filter(pk__in=units.exclude(department=None).order_by().values("department"))
    return [Option(one.slug, one.name) for one in departments.order_by("region", "code")]


def chosen_units(user, chosen: Chosen, today: date, *, in_any_state: bool = False) -> WithStanding:
    """The units with their standing, by region and code; with `in_any_state` as if no standing were chosen."""
    units = _in_region(units_for(user, READ), chosen.region)
    if chosen.department:
        code = _slug(chosen.department)
        units = units.filter(code | Q(department__in=Unit.objects.filter(code).values("pk")))
    if chosen.q:
        units = units.filter(_asked(chosen.q))
    found = standing_of(units, chosen.year)
    if not in_any_state:
        found = found.filter(standing=chosen.state) if chosen.state else found
        found = on_the_clock(found, Clock(chosen.clock), today) if chosen.clock else found
    return found.select_related(f"region__{WITH_PATH}", "department").order_by("region", "code")


def refuse_outside(chosen: Chosen, regions: list[Option], departments: list[Option]) -> None:
    """Somebody else's region or department is not found, as if it did not exist."""
    for value, options in ((chosen.region, regions), (chosen.department, departments)):
        if value and value not in {option.value for option in options}:
            raise Http404(f"{value} is not reached")


def _in_region(units: QuerySet[Unit], region: str) -> QuerySet[Unit]:
    steps = ("region", "region__parent", f"region__{WITH_PATH}")
    return units.filter(Q(*((step, region) for step in steps), _connector=Q.OR)) if region else units


def _asked(text: str) -> Q:
    """`210400-011003` is one unit, digits are the beginning of a code, anything else is part of a name."""
    if "-" in text and text.replace("-", "").isalnum() and text.isascii():
        return _slug(text)
    return Q(code__startswith=text) if text.isdecimal() else Q(name__icontains=text)


def _slug(slug: str) -> Q:
    region, _, code = slug.partition("-")
    return Q(region=region, code=code)
