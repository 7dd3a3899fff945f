"""Questions about where units stand: a unit among its peers, the figures of a code by groups, who the peers are."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, QuerySet

from disclosures.classification.regions import WITH_PATH
from disclosures.publication.standing.figures import FIGURES, StandingFigure
from disclosures.publication.standing.models import GroupFigure, Peer
from disclosures.publication.standing.spread import LEAST, Spread
from disclosures.publication.standing.storage import Group
from disclosures.publication.totals.ranking import TableColumn
from disclosures.statements.models import Disclosure

MOST_GROUPS = 3  # that a code's page draws


@dataclass(frozen=True)
class Standing:
    """A unit's own figure, None where it prints none, among those of its group; 元 or percent, as the figure is."""

    figure: StandingFigure
    own: Decimal | None
    spread: Spread


def group_of(disclosure: Disclosure) -> Group | None:
    """The group of a current revision that was read with its `peer`; None for a unit of no kind. No query then."""
    peer = getattr(disclosure, "peer", None)
    return Group(*(getattr(peer, field) for field in Group._fields)) if peer and peer.kind else None


def standings_of(disclosure: Disclosure, group: Group) -> list[Standing]:
    """Each figure that peers print; the revision was read with its totals. One query."""
    kept = dict(GroupFigure.objects.filter(**group._asdict()).values_list("figure", "values"))
    return _standings(disclosure, kept)


def standings_in(disclosures: list[Disclosure]) -> dict[int, list[Standing]]:
    """The same of many, by their ids; those of a kind that were read with their totals and `peer`. One query."""
    groups = {disclosure.pk: group_of(disclosure) for disclosure in disclosures}
    of_all = {group for group in groups.values() if group}
    near = {f"{field}__in": {getattr(group, field) for group in of_all} for field in Group._fields}
    kept: dict[Group, dict[str, str]] = defaultdict(dict)
    for *of, figure, values in GroupFigure.objects.filter(**near).values_list(*Group._fields, "figure", "values"):
        kept[Group(*of)][figure] = values
    return {
        disclosure.pk: _standings(disclosure, kept[group])
        for disclosure in disclosures
        if (group := groups[disclosure.pk])
    }


def _standings(disclosure: Disclosure, kept: dict[str, str]) -> list[Standing]:
    return [
        Standing(figure, figure.value_in(disclosure.totals), Spread([Decimal(value) for value in kept[key].split()]))
        for key, figure in FIGURES.items()
        if key in kept
    ]


def peers_in(group: Group) -> QuerySet[Disclosure]:
    """The current revisions of the group, with their units and the regions that these lie in, by their codes."""
    of_group = Disclosure.objects.filter(**{f"peer__{field}": value for field, value in group._asdict().items()})
    return of_group.select_related(f"unit__region__{WITH_PATH}").order_by("unit__region", "unit__code")


def spreads_of(figure: TableColumn, code: str, year: int) -> dict[Group, Spread]:
    """What the largest groups print for a code, 元, exact, where enough units do; at most three groups. Two queries."""
    totals = figure.totals().filter(code=code, year=year).exclude(disclosure__peer__kind="")
    fields = [f"disclosure__peer__{field}" for field in Group._fields]
    counted = totals.order_by().values(*fields).annotate(units=Count("pk")).filter(units__gte=LEAST)
    largest = counted.order_by("-units", *fields)[:MOST_GROUPS]
    groups = [Group(*(row[field] for field in fields)) for row in largest]
    if not groups:
        return {}
    wanted = Q(pk=None)
    for group in groups:
        wanted |= Q(**dict(zip(fields, group, strict=True)))
    found: dict[Group, list[Decimal]] = defaultdict(list)
    for *of, amount in totals.filter(wanted).values_list(*fields, "amount"):
        found[Group(*of)].append(amount)
    return {group: Spread(sorted(found[group])) for group in groups}


def peer_groups(year: int) -> dict[Group, int]:
    """How many units each group of the year has; one query."""
    rows = Peer.objects.filter(year=year).exclude(kind="").values_list(*Group._fields).annotate(Count("pk"))
    return {Group(*of): count for *of, count in rows.order_by(*Group._fields)}
