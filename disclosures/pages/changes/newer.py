"""What the current revision says in place of an older one's table: beside each figure that differs, and new rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.publication.changes.differences import changed_lines
from disclosures.publication.changes.values import figures_of, label_of
from disclosures.statements.lines import StatementLine
from disclosures.statements.loaded import LoadedTable, load_tables
from disclosures.statements.models import Disclosure
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


def newer_table(table: Table, older: LoadedTable, current: Disclosure) -> Newer:
    """The same table of the current revision, as far as it differs, in the unit that the older one is shown in; two
    queries.
    """
    newest = load_tables(current, table.number).table(table.number)
    changes = changed_lines(older.lines, newest.lines)
    page = links.of(current).table(table.number, table.selection)
    return Newer(
        revision=current.revision,
        href=page,
        gone=frozenset(change.key for change in changes if change.new is None),
        added=tuple((label_of(change.new), f"{page}#{change.key}") for change in changes if change.old is None),
        cells={
            anchor: text or _("空白")
            for change in changes
            if isinstance(change.new, StatementLine)
            for anchor, text in figures_of(change, change.new, newest.precision, table.unit)
        },
    )
