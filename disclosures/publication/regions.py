"""The regions in which something is published."""

from dataclasses import dataclass

from django.db.models import Count, Q

from disclosures.classification.models import Region
from disclosures.publication.current import published

UP = ("unit__region", "unit__region__parent", "unit__region__parent__parent")  # no path of regions is longer
OF_EACH = ("code", "name", "last_year")


@dataclass
class CountedRegion:
    """A region with how many units it has of its own, and how many with all below it; `above` is "" for a province."""

    code: str
    name: str
    last_year: int | None
    above: str
    own: int = 0
    count: int = 0


def counted_regions() -> dict[str, CountedRegion]:
    """The regions where something is published, with those that they lie in, by their codes; one query."""
    names = [f"{step}__{name}" for step in UP for name in OF_EACH]
    regions: dict[str, CountedRegion] = {}
    for *values, units in published().order_by(*UP).values_list(*names).annotate(Count("unit", distinct=True)):
        above = ""
        for start in range(len(values) - len(OF_EACH), -1, -len(OF_EACH)):
            code, name, last_year = values[start : start + len(OF_EACH)]
            if code:
                regions.setdefault(code, CountedRegion(code, name, last_year, above)).count += units
                above = code
        regions[above].own += units
    return regions


def is_published_in(region: Region) -> bool:
    """Whether anything is published by a unit of the region or of one that lies in it; one query."""
    return published().filter(lies_in(region.code)).exists()


def lies_in(region: str) -> Q:
    """The disclosures of units of the region with that code, and of those below it."""
    return Q(*((step, region) for step in UP), _connector=Q.OR)
