"""What the current revision says in place of an older one's table: beside each figure that differs, and new rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.amounts import AmountUnit, printed
from disclosures.publication.changes.values import label_of
from disclosures.publication.differences import RowChange, changed_lines
from disclosures.statements.lines import StatementLine
from disclosures.statements.models import Disclosure, StatementHead
from disclosures.tables.table import Table


@dataclass(frozen=True)
class Newer:
    """`cells` are the current texts by the anchors of cells, `gone` the keys of rows that are no more.

    Texts are in the unit that the older table is shown in. `added` are names of new rows with where they stand.
    """

    revision: int
    href: str
    cells: Mapping[str, str] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    added: tuple[tuple[str, str], ...] = ()

    element = "ins"

    @property
    def words(self) -> str:
        """What is read out before a newer text."""
        return _("第 {revision} 版改为").format(revision=self.revision)

    @property
    def lacks(self) -> str:
        """What stands beside a row that is no more."""
        return _("第 {revision} 版没有这一行").format(revision=self.revision)

    @property
    def count(self) -> int:
        """How many figures and rows differ."""
        return len(self.cells) + len(self.gone) + len(self.added)


def newer_than(table: Table, older: Disclosure, current: Disclosure) -> Newer:
    """The same table of the current revision, as far as it differs; three queries."""
    head = StatementHead.objects.filter(disclosure=current, number=table.number).first() or StatementHead()
    changes = changed_lines(*(list(revision.lines(table.number)) for revision in (older, current)))
    page = links.of(current).table(table.number, table.selection)
    write = _Writer(head.precision_in(current), table.unit)
    return Newer(
        revision=current.revision,
        href=page,
        cells={anchor: text for change in changes for anchor, text in write.cells(change)},
        gone=frozenset(change.key for change in changes if change.new is None),
        added=tuple((label_of(change.new), f"{page}#{change.key}") for change in changes if change.old is None),
    )


class _Writer:
    """Prints the current figures in the unit that is asked for."""

    def __init__(self, precision, unit: AmountUnit):
        self.precision, self.unit = precision, unit

    def cells(self, change: RowChange) -> Iterator[tuple[str, str]]:
        """The figures that differ in a row that both revisions have."""
        line = change.new
        if not (change.old and isinstance(line, StatementLine)):
            return
        for column in line.columns():
            if column.name in change.fields:
                anchor = column.number_on(getattr(line, "side", "")) or column.name
                yield f"{change.key}.{anchor}", self.text(line, column.name)

    def text(self, line: StatementLine, column: str) -> str:
        """As published where the unit is the document's own; with all its decimals in another one."""
        if self.unit == self.precision.unit:
            return line.text(column, self.precision) or _("空白")
        return printed(getattr(line, column), self.unit, self.unit.finest) or _("空白")
