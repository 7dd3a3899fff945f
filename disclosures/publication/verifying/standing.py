"""The figures of units of one kind, against what is kept of each of them."""

from collections.abc import Iterator

from disclosures.publication.standing.models import GroupFigure, Peer
from disclosures.publication.standing.storage import Group, group_figures
from disclosures.publication.verifying.derived import contents


def standing_differences() -> Iterator[str]:
    """A sentence for each group of which other figures are kept than its units print, or that has no units."""
    groups = {
        Group(*row) for model in (Peer, GroupFigure) for row in model._default_manager.values_list(*Group._fields)
    }
    for group in sorted(groups):
        if contents(group_figures(group)) != contents(GroupFigure.objects.filter(**group._asdict())):
            yield f"{group.year} 年度的{group.kind}：所记的同类单位的数与现行的决算不符。"
