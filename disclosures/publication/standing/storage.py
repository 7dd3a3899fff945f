"""Peers come and go with their revisions; the figures of the groups they leave or join are made anew.

That takes a group's own units alone, and belongs behind the counting of the step: whoever counts holds the counter
until the transaction ends, so that no two steps make the same group at once, each without the other's unit.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from disclosures.classification.codes import LEVELS
from disclosures.classification.kinds import kind_of
from disclosures.classification.regions import CITY, COUNTY, PROVINCE, Region
from disclosures.publication.standing.figures import FIGURES
from disclosures.publication.standing.models import GroupFigure, Peer
from disclosures.publication.totals.models import CodeTotal, YearTotal
from disclosures.statements.models import Disclosure, State, Unit

_GENERAL = ("208", "210", "221")  # what every office spends on its own people says nothing of its business
_ITEM = max(LEVELS)


class Group(NamedTuple):
    """Units that may be compared."""

    year: int
    kind: str
    level: int
    is_made_up: bool


def peer_of(disclosure: Disclosure) -> Peer:
    """Whose peer it is, unsaved; its totals are kept already. One query where neither staff nor name tell the kind."""
    unit = disclosure.unit
    kind = unit.kind or kind_of(disclosure.unit_name) or kind_of("", _main_code(disclosure))
    level = level_of_region(unit.region)
    return Peer(disclosure=disclosure, year=disclosure.year, kind=kind, level=level, is_made_up=unit.is_made_up)


def _main_code(disclosure: Disclosure) -> str:
    """The item of table 03 under which it spends most, general ones aside; "" for none."""
    spent = CodeTotal.objects.filter(disclosure=disclosure, table="03", column="total_expenditure", amount__gt=0)
    codes = spent.order_by("-amount", "code").values_list("code", flat=True)
    return next((code for code in codes if len(code) == _ITEM and not code.startswith(_GENERAL)), "")


def level_of_region(region: Region) -> int:
    """As the list says, else as the zeros of the code do."""
    if region.level:
        return region.level
    return PROVINCE if region.code.endswith("0000") else CITY if region.code.endswith("00") else COUNTY


def groups_of(disclosures: Iterable[Disclosure]) -> set[Group]:
    """The groups to which they belong now; one query."""
    return {Group(*row) for row in Peer.objects.filter(disclosure__in=disclosures).values_list(*Group._fields)}


def group_figures(group: Group) -> Iterator[GroupFigure]:
    """What its units print, unsaved; nothing for units of no kind. One query."""
    if not group.kind:
        return
    totals = list(YearTotal.objects.filter(**{f"disclosure__peer__{key}": of for key, of in group._asdict().items()}))
    for key, figure in FIGURES.items():
        values = sorted(value for total in totals if (value := figure.value_in(total)) is not None)
        if values:
            yield GroupFigure(**group._asdict(), figure=key, values=" ".join(f"{value:f}" for value in values))


def join(disclosure: Disclosure) -> None:
    """Keep whose peer a revision is; it has just become the current one, and its totals are kept."""
    peer_of(disclosure).save(force_insert=True)


def leave(disclosures: Iterable[Disclosure]) -> None:
    """Forget revisions that are current no longer."""
    Peer.objects.filter(disclosure__in=disclosures).delete()


def renew_all() -> None:
    """Everything anew from all current revisions."""
    Peer.objects.all().delete()
    GroupFigure.objects.all().delete()
    current = Disclosure.objects.filter(state=State.PUBLISHED).select_related("unit__region")
    Peer.objects.bulk_create((peer_of(disclosure) for disclosure in current.iterator(chunk_size=500)), batch_size=500)
    renew_groups({Group(*row) for row in Peer.objects.values_list(*Group._fields).distinct()})


def renew_groups(groups: Iterable[Group]) -> None:
    """Keep what the units of these groups print now."""
    for group in groups:
        GroupFigure.objects.filter(**group._asdict()).delete()
        GroupFigure.objects.bulk_create(group_figures(group))


def renew_peers(unit: Unit) -> None:
    """The unit is of another kind: its current revisions go where they belong now."""
    current = list(Disclosure.objects.filter(unit=unit, state=State.PUBLISHED).select_related("unit__region"))
    groups = groups_of(current)
    leave(current)
    Peer.objects.bulk_create(map(peer_of, current))
    if groups != groups_of(current):
        renew_groups(groups | groups_of(current))
