"""A region with many units over several years, made at once in bulk: as large as a city's, in every standing."""

import zlib
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from disclosures.checks.models import BrokenRule, CheckRun
from disclosures.classification.models import Region
from disclosures.publication.history import StepTaken
from disclosures.publication.models import PublicationPlan
from disclosures.statements.models import Disclosure, State, Unit
from tests.building import build_disclosure
from tests.roles import as_owner

COUNTIES = {"210402": "新抚区", "210403": "东洲区", "210404": "望花区", "210411": "顺城区", "210421": "抚顺县"}
NOTHING = zlib.compress(b'{"results": []}')  # what a run of the checks keeps
STANDINGS = ("not-begun", "draft", "returned", "submitted", "planned", "published", "correcting", "withdrawn")
FIRST = "011001"


@dataclass(frozen=True)
class Crowd:
    """What was made; `full` is a draft with all parts, `ways` says for each standing which units have it."""

    units: list[Unit]
    full: Disclosure
    ways: dict[str, list[Unit]]


def make_crowd(units: int, years: tuple[int, ...]) -> Crowd:
    """The units stand in turn in every standing in the last of the years; in those before all is published."""
    full = build_disclosure(year=years[-1], approval_date=timezone.localdate() - timedelta(days=30))
    made = [full.unit, *_units(units - 1)]
    ways: dict[str, list[Unit]] = {one: [] for one in STANDINGS}
    for number, unit in enumerate(made):
        ways[STANDINGS[(number + 1) % len(STANDINGS)]].append(unit)
    for year in years[:-1]:
        _publish(_submit(_drafts(made, year, full)))
    _last_year(ways, years[-1], full)
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as a server does by itself, but not of rows that only a test sees
    return Crowd(made, full, ways)


def _units(count: int) -> list[Unit]:
    province, _ = Region.objects.get_or_create(code="210000", defaults={"name": "辽宁省", "level": 1})
    city = Region.objects.get(code="210400")
    city.parent, city.level = province, 2
    city.save()
    for code, name in COUNTIES.items():
        Region.objects.get_or_create(code=code, defaults={"name": name, "level": 3, "parent": city})
    places = ["210400", *COUNTIES]
    departments = Unit.objects.bulk_create(
        Unit(region_id="210400", code=f"{number:03}", name=f"抚顺市第{number}局") for number in range(100, 110)
    )
    return departments + Unit.objects.bulk_create(
        Unit(
            region_id=places[number % len(places)],
            code=f"{200 + number // 100:03}{number % 100:03}",
            name=f"第{number}管理中心",
            department=departments[number % len(departments)],
        )
        for number in range(count - len(departments))
    )


def _last_year(ways: dict[str, list[Unit]], year: int, full: Disclosure) -> None:
    _drafts([unit for unit in ways["draft"] if unit != full.unit], year, full)
    _return(_submit(_drafts(ways["returned"], year, full)))
    _submit(_drafts(ways["submitted"], year, full))
    planned = _submit(_drafts(ways["planned"], year, full))
    at = timezone.now() + timedelta(days=3)
    PublicationPlan.objects.bulk_create(PublicationPlan(disclosure=one, at=at, digest="") for one in planned)
    _publish(_submit(_drafts(ways["published"], year, full)))
    _publish(_submit(_drafts(ways["correcting"], year, full)))
    _drafts(ways["correcting"], year, full, revision=2)
    _withdraw(_publish(_submit(_drafts(ways["withdrawn"], year, full))))


def _drafts(units: list[Unit], year: int, full: Disclosure, revision: int = 1) -> list[Disclosure]:
    """With the first row of each table of the full one, and two tables left out of every third."""
    approved = timezone.localdate() - timedelta(days=10)
    drafts = Disclosure.objects.bulk_create(
        Disclosure(
            unit=unit,
            year=year,
            revision=revision,
            unit_name=unit.name,
            approval_date=approved - timedelta(days=number % 20),
        )
        for number, unit in enumerate(units)
    )
    for number in ("01", "02", "03", "04", "05", "06", "07"):
        row = full.lines(number).exclude(**{f"{full.lines(number).model.columns()[0].name}": None}).first()
        fields = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields if not f.primary_key}
        type(row)._default_manager.bulk_create(
            type(row)(**fields | {"disclosure_id": draft.pk})
            for place, draft in enumerate(drafts)
            if place % 3 or number not in ("06", "07")
        )
    return drafts


def _step(disclosures: list[Disclosure], step: str, reason: str = "", **values) -> list[Disclosure]:
    by = User.objects.filter(username="填报").first() or User.objects.create_user("填报", last_name="张")
    Disclosure.objects.filter(pk__in=[one.pk for one in disclosures]).update(**values)
    StepTaken.objects.bulk_create(
        StepTaken(disclosure=one, step=step, by=by.pk, by_name="张三", reason=reason) for one in disclosures
    )
    return disclosures


def _submit(disclosures: list[Disclosure]) -> list[Disclosure]:
    _step(disclosures, "submit", state=State.SUBMITTED)
    runs = CheckRun.objects.bulk_create(
        CheckRun(disclosure=one, version="1", broken=3, contradictions=1, untold=2, content=NOTHING)
        for one in disclosures
    )
    BrokenRule.objects.bulk_create(
        BrokenRule(run=run, rule=rule, times=times) for run in runs for rule, times in (("A1", 1), ("E1", 2))
    )
    return disclosures


def _publish(disclosures: list[Disclosure]) -> list[Disclosure]:
    return _step(disclosures, "publish", state=State.PUBLISHED, published_at=timezone.now(), digest="0" * 64)


def _return(disclosures: list[Disclosure]) -> list[Disclosure]:
    CheckRun.objects.filter(disclosure__in=disclosures).delete()
    return _step(disclosures, "return", "公开03少一行", state=State.DRAFT)


def _withdraw(disclosures: list[Disclosure]) -> list[Disclosure]:
    return _step(
        disclosures,
        "withdraw",
        "发错了文件",
        state=State.WITHDRAWN,
        closed_at=timezone.now(),
        withdrawal_reason="发错了文件",
    )
