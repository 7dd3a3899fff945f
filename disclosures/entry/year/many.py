"""A step for many units at once: what was chosen, a page that asks once more, and the result for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from disclosures.entry.steps import ACTIONS, Action
from disclosures.entry.year.chosen import chosen_in, chosen_units
from disclosures.entry.year.frame import framed
from disclosures.entry.year.links import page_of, year_href
from disclosures.entry.year.rows import Row, rows_of
from disclosures.entry.year.standing import WAITING, Standing, standing_of
from disclosures.publication.history import StepTaken
from disclosures.publication.workflow import WorkflowError
from disclosures.staff.rights import PUBLISH, READ
from disclosures.staff.scope import units_for
from disclosures.statements.models import State

FOR_MANY = {action.key: action for action in ACTIONS if action.key in ("return", "publish", "plan")}
MOST = 100  # at once: each is checked, counted and indexed when it is published
RESULTS = "results_of_many"  # where the session keeps what became of each
CHANGED = "看过以后又有变动，没有处理；请重新核对。"


@dataclass(frozen=True)
class Item:
    """A unit that was chosen, and why the step cannot be taken there; "" where it can."""

    row: Row
    refusal: str

    @property
    def seen(self) -> str:
        """What was looked at: the unit, and its last step by then."""
        return f"{self.row.unit.pk}:{self.row.last_step}"


def may_choose(user, row: Row) -> bool:
    """Whether there is any step for many that this person could take there."""
    disclosure = row.disclosure
    return bool(disclosure and disclosure.state == State.SUBMITTED) and any(
        user.has_perm(action.permission, disclosure) for action in FOR_MANY.values()
    )


def actions_for(user) -> list[Action]:
    """The steps for many that somebody may take anywhere."""
    return [action for action in FOR_MANY.values() if user.has_perm(action.permission)]


def many_page(model_admin, request, year: int):
    """Asked first, taken when confirmed; without either, what became of the last ones."""
    if not actions_for(request.user):
        raise PermissionDenied
    if request.method != "POST":
        return _results(model_admin, request, year)
    action = FOR_MANY.get(request.POST.get("do", ""))
    if action is None:
        raise Http404("no such step for many")
    if not request.user.has_perm(action.permission):
        raise PermissionDenied
    seen = dict(pair.split(":", 1) for pair in request.POST.getlist("seen") if ":" in pair)
    if not seen:
        return _asked(model_admin, request, year, action, action.form(), *_chosen(request, year))
    rows = _rows_of(request.user, list(seen), year)
    form = action.form(request.POST)
    if not form.is_valid():
        return _asked(model_admin, request, year, action, form, rows, len(rows))
    return _taken(model_admin, request, year, action, form.cleaned_data, rows, seen)


def _chosen(request, year: int) -> tuple[list[Row], int]:
    """The rows that were ticked, or all that wait among what is listed; and how many there are of those."""
    if request.POST.get("all"):
        chosen = chosen_in(request.POST, year)
        listed = chosen_units(request.user, chosen, timezone.localdate())
        waiting = listed.filter(standing__in=(Standing.SUBMITTED, Standing.PLANNED))
        return rows_of(waiting[:MOST]), waiting.count()
    ticked = request.POST.getlist("unit")
    return _rows_of(request.user, ticked[:MOST], year), len(ticked)


def _rows_of(user, units: list[str], year: int) -> list[Row]:
    """The rows of those units; one that is not reached is not found."""
    if not all(unit.isdecimal() for unit in units):
        raise Http404("no unit")
    reached = units_for(user, READ).filter(pk__in=units[:MOST]).select_related("region__parent__parent")
    rows = rows_of(standing_of(reached, year).order_by("region", "code"))
    if len(rows) != len(set(units[:MOST])):
        raise Http404("a unit that is not reached")
    return rows


def _asked(model_admin, request, year: int, action: Action, form, rows: list[Row], count: int):
    items = [Item(row, _refusal(request.user, action, row)) for row in rows]
    context = {
        "action": action,
        "form": form,
        "able": [item for item in items if not item.refusal],
        "unable": [item for item in items if item.refusal],
        "left_out": max(0, count - len(rows)),
        "most": MOST,
        "year": year,
        "year_href": year_href(year),
    }
    return framed(model_admin, request, "many.html", f"{action.title}：{year} 年度", **context)


def _refusal(user, action: Action, row: Row) -> str:
    disclosure = row.disclosure
    if disclosure is None or disclosure.state not in action.sources:
        return f"{row.standing.label}，不能{action.title}"
    if not user.has_perm(action.permission, disclosure):
        return f"没有在这里{action.title}的权限"
    if action.permission == PUBLISH and row.who_id == user.pk:
        return f"提交的人不能自己{action.title}"
    if action.key == "plan" and row.plan and row.plan.outcome == WAITING:
        return "已经安排了发布时间；要改时间，请先取消"
    return ""


def _taken(model_admin, request, year: int, action: Action, answers: dict, rows: list[Row], seen: dict[str, str]):
    results = [
        {"unit": row.unit.name, "href": page_of(row.disclosure) if row.disclosure else "", "refusals": refusals}
        for row in rows
        for refusals in [list(_take(model_admin, request, action, answers, row, seen[str(row.unit.pk)]))]
    ]
    request.session[RESULTS] = {"title": action.title, "year": year, "results": results}
    return HttpResponseRedirect(reverse("admin:statements_disclosure_many", args=[year]))


def _take(model_admin, request, action: Action, answers: dict[str, Any], row: Row, seen: str) -> Iterator[str]:
    """Take the step there, in a transaction of its own; yields why it was not taken."""
    if refusal := _refusal(request.user, action, row):
        yield f"{refusal}。"
        return
    if seen != str(_last_step(row)):
        yield CHANGED
        return
    try:
        action.take(row.disclosure, **answers, by=request.user)
    except WorkflowError as error:
        yield from str(error).split("\n")
    else:
        model_admin.log_change(request, row.disclosure, f"{action.title}（多份一起）。")


def _last_step(row: Row) -> int:
    """As the database has it now: of many units, the last one is long after the first."""
    steps = StepTaken.objects.filter(disclosure=row.disclosure).order_by("-pk")
    return steps.values_list("pk", flat=True).first() or 0


def _results(model_admin, request, year: int):
    kept = request.session.get(RESULTS)
    if not kept or kept["year"] != year:
        return HttpResponseRedirect(year_href(year))
    done = [one for one in kept["results"] if not one["refusals"]]
    refused = [one for one in kept["results"] if one["refusals"]]
    context = {"kept": kept, "done": done, "refused": refused, "year": year, "year_href": year_href(year)}
    return framed(model_admin, request, "results.html", f"{kept['title']}：{year} 年度的结果", **context)
