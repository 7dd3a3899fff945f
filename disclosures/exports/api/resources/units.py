"""Units that publish, each with its years."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from pydantic import Field as Described

from disclosures.addresses import links
from disclosures.addresses.keys import UnitKey
from disclosures.classification.regions import WITH_PATH
from disclosures.exports.api.fields import Field
from disclosures.exports.api.lists import Key, Listing
from disclosures.exports.api.resources.common import OfUnits
from disclosures.statements.models import Disclosure, State, Unit


class AskedOfUnits(OfUnits):
    """What can be asked of units."""

    name: str = Described("", max_length=100, description="名称里有这几个字")
    year: int | None = Described(None, ge=1990, le=2100, description="只要公开了这一年度决算的")


def _rows(asked: AskedOfUnits) -> QuerySet[Unit]:
    published = Disclosure.objects.filter(unit=OuterRef("pk"), state=State.PUBLISHED)
    if asked.year:
        published = published.filter(year=asked.year)
    units = Unit.objects.filter(Exists(published), asked.units(""))
    units = units.filter(name__contains=asked.name) if asked.name else units
    return units.select_related(f"region__{WITH_PATH}", "department")


def _with_years(units: list[Unit], asked: AskedOfUnits, origin: str) -> Iterable[Any]:
    """Each unit with the years of which it has something current; one query."""
    years: dict[int, list[int]] = defaultdict(list)
    published = Disclosure.objects.filter(unit__in=units, state=State.PUBLISHED).order_by("year")
    for pk, year in published.values_list("unit", "year"):
        years[pk].append(year)
    for unit in units:
        unit.years = years[unit.pk]  # type: ignore[attr-defined]
    return units


def _key(unit: Unit) -> str:
    return str(UnitKey(unit.region_id, unit.code))


UNITS = Listing(
    name="units",
    says="公开决算的单位",
    asked=AskedOfUnits,
    fields=(
        Field("key", str, "单位的键：行政区划代码-单位编码", _key),
        Field("name", str, "单位名称", lambda unit: unit.name),
        Field("region", str, "行政区划代码", lambda unit: unit.region_id),
        Field("region_name", str, "行政区划的全名", lambda unit: unit.region.full_name),
        Field("code", str, "单位编码", lambda unit: unit.code),
        Field("department", str, "主管部门的键", lambda unit: _key(unit.department) if unit.department else None),
        Field("is_made_up", bool, "是不是演示用的虚构单位", lambda unit: unit.is_made_up),
        Field("years", list[int], "公开了哪些年度", lambda unit: unit.years),
        Field("address", str, "单位的页面", links.unit, leads=True),
    ),
    order=(Key("region_id"), Key("code")),
    rows=_rows,
    completed=_with_years,
)
