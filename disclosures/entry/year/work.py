"""What somebody sees after signing in: the own units with what is next, and what waits for the own decision."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from disclosures.entry.models import Progress, UploadedFile
from disclosures.entry.year.links import page_of, step_of, year_href
from disclosures.entry.year.rows import Place, Row, rows_at, rows_of
from disclosures.entry.year.standing import (
    BY_URGENCY,
    Clock,
    Standing,
    WithStanding,
    counted,
    on_the_clock,
    standing_of,
    years_of,
)
from disclosures.publication.history import StepTaken
from disclosures.publication.steps import SUBMIT
from disclosures.staff.rights import ADD, CHANGE, PUBLISH, READ, RETURN
from disclosures.staff.scope import disclosures_for, places_for, units_for
from disclosures.statements.models import Disclosure, State

MOST_OWN, MOST_WAITING = 30, 20


@dataclass(frozen=True)
class Link:
    """Something to do: a word on a button, and where it leads."""

    title: str
    href: str


@dataclass(frozen=True)
class Task:
    """A unit's year with what can be done about it, the likeliest first."""

    row: Row
    links: list[Link]


@dataclass(frozen=True)
class Count:
    """How many units stand somewhere, and the list of them."""

    title: str
    number: int
    href: str
    is_urgent: bool = False
    is_chosen: bool = False


@dataclass(frozen=True)
class Work:
    """The page. `own` and `waiting` hold the most urgent ones, `own_count` and `waiting_count` say of how many."""

    year: int
    years: list[int]
    own: list[Task]
    own_count: int
    waiting: list[Task]
    waiting_count: int
    is_waited_for: bool  # whether anything can wait for this person at all
    counts: list[Count]
    year_href: str
    uploads: int

    @property
    def is_empty(self) -> bool:
        return not (self.own_count or self.is_waited_for or self.counts)


def work_of(request) -> Work:
    """Some twenty queries, however many units there are."""
    user, today = request.user, timezone.localdate()
    years, year = years_of(disclosures_for(user), today)
    asked = request.GET.get("year", "")
    year = int(asked) if asked in map(str, years) else year
    own = _own_units(user, year)
    own_count = own.count() if own is not None else 0
    first = own.order_by(BY_URGENCY, "region", "code")[:MOST_OWN] if own is not None and own_count else []
    is_waited_for = user.has_perm(RETURN)
    waiting = _waiting(user) if is_waited_for else Disclosure.objects.none()
    return Work(
        year=year,
        years=years,
        own=[Task(row, list(_next_of(user, row, year))) for row in rows_of(first)],
        own_count=own_count,
        waiting=[Task(row, list(_decisions(user, row))) for row in _waiting_rows(waiting)] if is_waited_for else [],
        waiting_count=waiting.count() if is_waited_for else 0,
        is_waited_for=is_waited_for,
        counts=_counts(user, year, today) if is_waited_for or own_count > 1 else [],
        year_href=year_href(year),
        uploads=UploadedFile.objects.filter(user=user, state=Progress.READ).count() if user.has_perm(ADD) else 0,
    )


# ---------------------------------------------------------------------------------------------------------------------
# Units that one types for
# ---------------------------------------------------------------------------------------------------------------------


def _own_units(user, year: int) -> WithStanding:
    """The units of memberships; None for whoever may type everywhere, whose list of all is the year's page."""
    places = places_for(user, CHANGE)
    if places.everywhere or not places.units:
        return None
    return standing_of(units_for(user, CHANGE).select_related("region"), year)


def _next_of(user, row: Row, year: int) -> Iterator[Link]:
    """What somebody who types does next."""
    if row.disclosure is None:
        yield Link("导入文件", reverse("admin:entry_uploadedfile_changelist"))
        add = reverse("admin:statements_disclosure_add")
        yield Link("手工填写", f"{add}?{urlencode({'unit': row.unit.pk, 'year': year})}")
    elif row.disclosure.state == State.DRAFT:
        yield from _to_finish(row, row.disclosure)
    elif row.standing == Standing.WITHDRAWN:
        yield Link("另建新版", step_of(row.disclosure, "revise"))
        yield Link("查看", page_of(row.disclosure))
    else:
        yield Link("查看", page_of(row.disclosure))


def _to_finish(row: Row, draft: Disclosure) -> Iterator[Link]:
    if row.missing and row.standing != Standing.RETURNED:
        first = row.missing[0]
        yield Link(f"填写 {first.title}", reverse("admin:statements_disclosure_part", args=[draft.pk, first.part]))
    elif not row.missing and row.standing != Standing.RETURNED:
        yield Link("提交", step_of(draft, "submit"))
    yield Link("修改" if row.standing == Standing.RETURNED else "打开", page_of(draft))


# ---------------------------------------------------------------------------------------------------------------------
# What waits for a decision
# ---------------------------------------------------------------------------------------------------------------------


def _waiting(user) -> QuerySet[Disclosure]:
    """What was submitted and has no time set, of every year, what has waited longest first."""
    submitted = StepTaken.objects.filter(disclosure=OuterRef("pk"), step=SUBMIT.key).order_by("-pk").values("at")[:1]
    reached = disclosures_for(user, RETURN).filter(state=State.SUBMITTED).exclude(plans__outcome="waiting")
    return reached.annotate(submitted_at=Subquery(submitted)).order_by("submitted_at", "pk")


def _waiting_rows(waiting: QuerySet[Disclosure]) -> list[Row]:
    """The rows of those that have waited longest."""
    others = Disclosure.objects.filter(unit=OuterRef("unit"), year=OuterRef("year"), state=State.PUBLISHED)
    first = waiting.select_related("unit__region").annotate(is_public=Exists(others))[:MOST_WAITING]
    return rows_at([Place(one.unit, one.pk, Standing.SUBMITTED, one.is_public) for one in first])


def _decisions(user, row: Row) -> Iterator[Link]:
    assert row.disclosure is not None
    yield Link("审核", page_of(row.disclosure))
    if row.who_id != user.pk and user.has_perm(PUBLISH, row.disclosure):
        yield Link("发布", step_of(row.disclosure, "publish"))


# ---------------------------------------------------------------------------------------------------------------------
# The year in numbers
# ---------------------------------------------------------------------------------------------------------------------


def _counts(user, year: int, today) -> list[Count]:
    units = standing_of(units_for(user, READ), year)
    late = {clock: on_the_clock(units, clock, today).count() for clock in Clock}
    return [
        *(Count(one.label, number, year_href(year, clock=one), True) for one, number in late.items() if number),
        *(Count(one.label, number, year_href(year, state=one)) for one, number in counted(units).items()),
    ]
