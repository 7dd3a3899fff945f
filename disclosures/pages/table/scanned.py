"""What a scan left in doubt, for the reader: the picture of the place, what it was read as, how it was settled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.statements.models import Disclosure
from disclosures.statements.scans.unclear import Settled, Unclear
from disclosures.statements.terms import term
from disclosures.tables.table import Table

HOW = {
    Settled.BY_SUM.value: gettext_lazy("与其他数核对相符"),
    Settled.CONFIRMED.value: gettext_lazy("已由填报单位对照图片确认"),
    Settled.CORRECTED.value: gettext_lazy("已由填报单位对照图片改正"),
}


@dataclass(frozen=True)
class FromPicture:
    """A place that was read with doubt; `cell` is the address of its figure in the table, "" where none is shown."""

    doubt: Unclear
    title: str
    cell: str = ""
    figure: str = ""

    @property
    def anchor(self) -> str:
        return f"picture-{self.doubt.position}"

    @property
    def how(self) -> str:
        """Who or what settled it; nobody is named."""
        return str(HOW.get(self.doubt.settled, ""))


@dataclass(frozen=True)
class Scan:
    """What a page says of the scan; `pages` are the scanned ones as a place says them, "" for no scan."""

    pages: str = ""
    places: Sequence[FromPicture] = ()
    cells: Mapping[str, str] = field(default_factory=dict)  # where the picture of a figure stands, by its address


def scan_of_table(disclosure: Disclosure, table: Table) -> Scan:
    """The doubts about figures of the table. One query."""
    doubts = list(_doubts(disclosure).filter(Q(number=table.number) | Q(settled=Settled.NEEDLESS)))
    rows = {row.key: row for row in table.rows}
    places = []
    for doubt in doubts:
        row = rows.get(doubt.row)
        cell = row.figures.get(doubt.column) if row else None
        if doubt.number:
            title = f"{term(row.name)} · {cell.column.title}" if row and cell else doubt.row
            places.append(FromPicture(doubt, title, cell.anchor if cell else "", cell.text if cell else ""))
    return Scan(_pages(doubts), places, {one.cell: one.anchor for one in places if one.cell})


def scan_of(disclosure: Disclosure) -> Scan:
    """All doubts of the document, in its order. One query."""
    doubts = list(_doubts(disclosure))
    return Scan(_pages(doubts), [FromPicture(doubt, _title(doubt)) for doubt in doubts if doubt.settled in HOW])


def _doubts(disclosure: Disclosure) -> QuerySet[Unclear]:
    return Unclear.objects.filter(disclosure=disclosure).order_by("position")


def _pages(doubts: Sequence[Unclear]) -> str:
    return "、".join(doubt.place for doubt in doubts if doubt.settled == Settled.NEEDLESS)


def _title(doubt: Unclear) -> str:
    return _("公开{number}表").format(number=doubt.number) if doubt.number else ""
