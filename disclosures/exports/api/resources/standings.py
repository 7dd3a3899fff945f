"""Where units stand among those of the same kind, at the same level, in the same year."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from ninja import Schema
from pydantic import Field as Described

from disclosures.addresses import links
from disclosures.classification.regions import REGION_LEVELS
from disclosures.exports.api.fields import Field
from disclosures.exports.api.lists import Key, Listing
from disclosures.exports.api.resources.common import OfYears, whose
from disclosures.publication.current import published
from disclosures.publication.standing.asking import Standing, group_of, standings_in
from disclosures.publication.standing.spread import LEAST


class Place(Schema):
    """A figure of the unit among those of its peers."""

    figure: str = Described(
        description="expenditure 支出，basic_share 基本支出占支出，three_public “三公”经费，three_public_share 它占支出"
    )
    unit: str = Described(description="元或 %")
    value: str | None = Described(None, description="本单位的数，精确；没有印就是 null")
    rank: int | None = Described(None, description=f"从大到小第几，数相同的名次也相同；不到 {LEAST} 家不排")
    units: int = Described(description="同类单位里几家有这个数，连同本单位")
    least: str = Described(description="最小的")
    lower: str = Described(description="下四分位数")
    median: str = Described(description="中位数")
    upper: str = Described(description="上四分位数")
    most: str = Described(description="最大的")


class AskedOfStandings(OfYears):
    """What can be asked of standings."""

    kind: str = Described("", max_length=20, description="机构类别，如 信访局")


def _rows(asked: AskedOfStandings) -> QuerySet:
    rows = published().filter(asked.disclosures("")).exclude(peer__kind="").filter(peer__isnull=False)
    rows = rows.filter(peer__kind=asked.kind) if asked.kind else rows
    return rows.select_related("unit", "totals", "peer")


def _with_places(rows: list[Any], asked: AskedOfStandings, origin: str) -> Iterable[Any]:
    """Each with where it stands; one query."""
    found = standings_in(rows)
    for row in rows:
        row.group, row.places = group_of(row), [_place(standing) for standing in found[row.pk]]
    return rows


def _place(standing: Standing) -> dict[str, Any]:
    spread, own = standing.spread, standing.own
    quartiles = {name: _exact(spread.quarter(number)) for number, name in enumerate(("lower", "median", "upper"), 1)}
    return {
        "figure": standing.figure.key,
        "unit": "%" if standing.figure.whole else "元",
        "value": None if own is None else _exact(own),
        "rank": spread.rank(own) if own is not None and spread.is_enough else None,
        "units": spread.count,
        "least": _exact(spread.least),
        **quartiles,
        "most": _exact(spread.most),
    }


def _exact(value: Decimal) -> str:
    return f"{value:f}"


STANDINGS = Listing(
    name="standings",
    says="各单位在同类、同级、同年度的单位里处在什么位置",
    asked=AskedOfStandings,
    fields=(
        *whose(lambda row: row),
        Field("kind", str, "机构类别", lambda row: row.group.kind),
        Field("level", str, "单位所在区划的级别", lambda row: str(dict(REGION_LEVELS)[row.group.level])),
        Field("places", list[Place], "各个数的位置", lambda row: row.places),
        Field("address", str, "单位的页面，图和同类单位都在那里", lambda row: links.unit(row.unit), leads=True),
    ),
    order=(Key("unit__region_id"), Key("unit__code"), Key("year", descending=True)),
    rows=_rows,
    completed=_with_places,
    spread="places",
)
