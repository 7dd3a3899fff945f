"""What a list says of a unit in a year: where it stands and since when, what is missing and found, the time left."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from disclosures.checks.models import CheckRun
from disclosures.checks.publication.deadline import last_day
from disclosures.checks.register.verdicts import Tally, tally_in
from disclosures.classification.regions import WITH_PATH
from disclosures.entry.year.missing import Missing, in_words, missing_in
from disclosures.entry.year.standing import Standing
from disclosures.publication.history import StepTaken
from disclosures.publication.models import PublicationPlan
from disclosures.publication.steps import RETURN, SUBMIT
from disclosures.statements.models import Disclosure, State, Unit


@dataclass(frozen=True)
class Row:
    """A unit in a year. `found` is None where nothing was kept; `days_left` is below 0 once it is late."""

    unit: Unit
    standing: Standing
    disclosure: Disclosure | None = None
    since: datetime | None = None
    who: str = ""
    who_id: int | None = None  # of the person who submitted
    last_step: int = 0  # its id
    reason: str = ""
    plan: PublicationPlan | None = None
    missing: list[Missing] = field(default_factory=list)
    found: Tally | None = None
    due: date | None = None
    days_left: int | None = None

    @property
    def lacks(self) -> str:
        """What is missing, in words."""
        return in_words(self.missing)

    @property
    def days(self) -> int | None:
        """For how many days it has stood like this."""
        return (timezone.localdate() - timezone.localdate(self.since)).days if self.since else None

    @property
    def is_late(self) -> bool:
        return self.days_left is not None and self.days_left < 0

    @property
    def days_late(self) -> int:
        return max(0, -(self.days_left or 0))

    @property
    def is_correction(self) -> bool:
        return bool(self.disclosure and self.disclosure.revision > 1)


@dataclass(frozen=True)
class Place:
    """A unit, the id of its newest revision of the year, where it stands, whether something is public."""

    unit: Unit
    latest: int | None
    standing: Standing
    is_public: bool


def rows_of(units: Iterable[Any]) -> list[Row]:
    """The rows for units that come with their standing."""
    return rows_at([Place(unit, unit.latest, Standing(unit.standing), unit.is_public) for unit in units])


def rows_at(places: list[Place]) -> list[Row]:
    """The rows in the same order; six queries, however many there are."""
    latest = [place.latest for place in places if place.latest]
    if not latest:
        return [Row(place.unit, place.standing) for place in places]
    disclosures = Disclosure.objects.select_related(f"unit__region__{WITH_PATH}").in_bulk(latest)
    steps, plans, found = _last_steps(latest), _plans(latest), _found(latest)
    missing = missing_in(one for one in disclosures.values() if one.state in (State.DRAFT, State.SUBMITTED))
    return [_row(place, disclosures.get(place.latest or 0), steps, plans, found, missing) for place in places]


def _row(place: Place, disclosure: Disclosure | None, steps, plans, found, missing) -> Row:
    if disclosure is None:
        return Row(place.unit, place.standing)
    step = steps.get(disclosure.pk)
    open_until = _due(place, disclosure)
    return Row(
        unit=place.unit,
        standing=place.standing,
        disclosure=disclosure,
        since=_since(disclosure, step),
        who=step.by_name if step else "",
        who_id=step.by if step and step.step == SUBMIT.key else None,
        last_step=step.pk if step else 0,
        reason=step.reason if step and step.step == RETURN.key else "",
        plan=plans.get(disclosure.pk),
        missing=missing.get(disclosure.pk, []),
        found=found.get(disclosure.pk),
        due=open_until,
        days_left=(open_until - timezone.localdate()).days if open_until else None,
    )


def _since(disclosure: Disclosure, step: StepTaken | None) -> datetime | None:
    if disclosure.state in (State.DRAFT, State.SUBMITTED):
        return step.at if step else disclosure.created_at
    return disclosure.closed_at or disclosure.published_at


def _due(place: Place, disclosure: Disclosure) -> date | None:
    """The last day in time, while nothing is public yet."""
    is_open = disclosure.state in (State.DRAFT, State.SUBMITTED) and not place.is_public
    is_open = is_open and disclosure.publication_date is None  # not published elsewhere either
    return last_day(disclosure.approval_date) if is_open and disclosure.approval_date else None


def _last_steps(latest: list[int]) -> dict[int, StepTaken]:
    return {step.disclosure_id: step for step in StepTaken.objects.filter(disclosure__in=latest).order_by("pk")}


def _plans(latest: list[int]) -> dict[int, PublicationPlan]:
    """The newest plan of each."""
    return {plan.disclosure_id: plan for plan in PublicationPlan.objects.filter(disclosure__in=latest).order_by("pk")}


def _found(latest: list[int]) -> dict[int, Tally]:
    """What was kept when each was submitted or published."""
    return {run.disclosure_id: tally_in(run) for run in CheckRun.objects.filter(disclosure__in=latest).defer("content")}
