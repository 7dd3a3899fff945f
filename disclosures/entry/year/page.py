"""A year at a glance: every unit that one may read, chosen, counted and paged; also as a file."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.utils import timezone

from disclosures.entry.year.chosen import (
    Chosen,
    chosen_in,
    chosen_units,
    departments_for,
    refuse_outside,
    regions_for,
)
from disclosures.entry.year.file import as_csv
from disclosures.entry.year.frame import framed
from disclosures.entry.year.many import actions_for, may_choose
from disclosures.entry.year.rows import rows_of
from disclosures.entry.year.standing import Clock, counted, on_the_clock, years_of
from disclosures.entry.year.work import Count
from disclosures.staff.rights import READ
from disclosures.staff.scope import disclosures_for

SIZE = 50


def year_page(model_admin, request, year: int):
    """The page for whoever may read anything; what is chosen outside of that is not found."""
    user, today = request.user, timezone.localdate()
    if not user.has_perm(READ):
        raise PermissionDenied
    years, _ = years_of(disclosures_for(user), today)
    chosen = chosen_in(request.GET, year)
    regions, departments = regions_for(user), departments_for(user, chosen.region)
    refuse_outside(chosen, regions, departments)
    if year not in years:
        raise Http404(f"nothing of {year}")
    units = chosen_units(user, chosen, today)
    if request.GET.get("format") == "csv":
        return as_csv(units, chosen)
    actions = actions_for(user)
    page = Paginator(units, SIZE).get_page(request.GET.get("page"))
    context = {
        "years": [(each, f"../{each}/?{chosen.query(state='', clock='')}") for each in years],
        "chosen": chosen,
        "regions": regions,
        "departments": departments,
        "counts": _counts(user, chosen, today),
        "page": page,
        "rows": [(row, bool(actions) and may_choose(user, row)) for row in rows_of(page.object_list)],
        "actions": actions,
        "query": chosen.query(),
        "csv": f"?{chosen.query(format='csv')}",
    }
    return framed(model_admin, request, "year.html", f"{year} 年度总览", **context)


def _counts(user, chosen: Chosen, today) -> list[Count]:
    """How many of what is otherwise chosen stand where, each a way to them; the first one leads to all."""
    units = chosen_units(user, chosen, today, in_any_state=True)
    by_standing = counted(units)
    late = {clock: on_the_clock(units, clock, today).count() for clock in Clock}
    whole = Count("全部", sum(by_standing.values()), _href(chosen), is_chosen=not (chosen.state or chosen.clock))
    return [
        whole,
        *(
            Count(one.label, number, _href(chosen, clock=one), is_urgent=True, is_chosen=one == chosen.clock)
            for one, number in late.items()
            if number
        ),
        *(
            Count(one.label, number, _href(chosen, state=one), is_chosen=one == chosen.state)
            for one, number in by_standing.items()
        ),
    ]


def _href(chosen: Chosen, state: str = "", clock: str = "") -> str:
    return f"?{chosen.query(state=state, clock=clock)}"
