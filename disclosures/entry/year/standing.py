"""Where a unit stands in a year, as the database tells it: for lists that are counted, filtered and paged."""

from datetime import date
from typing import Any

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Subquery, TextChoices, Value, When

from disclosures.checks.publication.deadline import first_in_time, first_with_room
from disclosures.publication.history import StepTaken
from disclosures.publication.models import PublicationPlan
from disclosures.publication.steps import RETURN
from disclosures.statements.models import Disclosure, State, Unit

WithStanding = Any  # units as `standing_of` gives them; what it adds is no field of theirs
WAITING = PublicationPlan.Outcome.WAITING


class Standing(TextChoices):
    """How far a unit is; of a newest revision that corrects what is public, how far that one is."""

    RETURNED = "returned", "已退回"
    NOT_BEGUN = "not-begun", "未开始"
    DRAFT = "draft", "草稿"
    CORRECTING = "correcting", "更正中"
    SUBMITTED = "submitted", "已提交"
    PLANNED = "planned", "定时发布"
    WITHDRAWN = "withdrawn", "已撤回"
    PUBLISHED = "published", "已发布"


class Clock(TextChoices):
    """What the law's days say of a unit that has published nothing yet."""

    OVERDUE = "overdue", "已超期"
    SOON = "soon", "快到期"


def standing_of(units: QuerySet[Unit], year: int) -> WithStanding:
    """The units with `latest` (the newest revision's id), `standing` and `approved`; those that exist in that year.

    A unit whose region's code was not in use then is left out, unless it has published or begun something.
    """
    revisions = Disclosure.objects.filter(unit=OuterRef("pk"), year=year).order_by("-revision")
    steps = StepTaken.objects.filter(disclosure=OuterRef("latest")).order_by("-pk")
    plans = PublicationPlan.objects.filter(disclosure=OuterRef("latest"), outcome=WAITING)
    in_use = _open_or("region__first_year", year, "lte") & _open_or("region__last_year", year, "gte")
    return (
        units.annotate(
            latest=Subquery(revisions.values("pk")[:1]),
            latest_state=Subquery(revisions.values("state")[:1]),
            approved=Subquery(revisions.values("approval_date")[:1]),
            was_elsewhere=Subquery(revisions.values("publication_date")[:1]),
            is_public=Exists(revisions.filter(state=State.PUBLISHED)),
            is_planned=Exists(plans),
            last_step=Subquery(steps.values("step")[:1]),
        )
        .annotate(standing=_STANDING)
        .filter(in_use | Q(latest__isnull=False))
    )


def _open_or(field: str, year: int, compared: str) -> Q:
    return Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__{compared}": year})


_STANDING = Case(
    When(latest=None, then=Value(Standing.NOT_BEGUN)),
    When(latest_state=State.SUBMITTED, is_planned=True, then=Value(Standing.PLANNED)),
    When(latest_state=State.SUBMITTED, then=Value(Standing.SUBMITTED)),
    When(latest_state=State.DRAFT, last_step=RETURN.key, then=Value(Standing.RETURNED)),
    When(is_public=True, latest_state=State.DRAFT, then=Value(Standing.CORRECTING)),
    When(latest_state=State.DRAFT, then=Value(Standing.DRAFT)),
    When(latest_state=State.WITHDRAWN, then=Value(Standing.WITHDRAWN)),
    default=Value(Standing.PUBLISHED),
)

# What somebody has to act on comes first, in the order of `Standing`.
BY_URGENCY = Case(*(When(standing=one, then=Value(place)) for place, one in enumerate(Standing)))


def on_the_clock(units: WithStanding, clock: Clock, today: date) -> WithStanding:
    """Of units with their standing those that have published nothing and are late, or nearly."""
    unpublished = units.filter(is_public=False, was_elsewhere=None).exclude(standing=Standing.WITHDRAWN)
    if clock == Clock.OVERDUE:
        return unpublished.filter(approved__lt=first_in_time(today))
    return unpublished.filter(approved__gte=first_in_time(today), approved__lt=first_with_room(today))


def counted(units: WithStanding) -> dict[Standing, int]:
    """How many units stand where; only what there is, in the order of `Standing`; one query."""
    found = dict(units.order_by().values_list("standing").annotate(Count("pk")))
    return {one: found[one] for one in Standing if one in found}


def years_of(disclosures: QuerySet[Disclosure], today: date) -> tuple[list[int], int]:
    """The years with work and the one whose accounts are due now, newest first; and the newest with work."""
    years = set(disclosures.order_by().values_list("year", flat=True).distinct())
    due = today.year - 1
    return sorted(years | {due}, reverse=True), max(years, default=due)
