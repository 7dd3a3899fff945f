"""The panels of a table's page: those of the form, with columns for shares and verdicts, and what is newer."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from disclosures.pages.changes.newer import Newer
from disclosures.pages.checks.marks import Mark
from disclosures.pages.shared.drawn import bar, sign_of
from disclosures.pages.table.added import Added
from disclosures.pages.table.explained import Explained
from disclosures.pages.table.page import TablePage
from disclosures.pages.table.scanned import Scan
from disclosures.tables.panel_table import PanelColumn, PanelTable, column_of
from disclosures.tables.rows import Row
from disclosures.tables.table import Panel


class ShareColumn(PanelColumn):
    """What the row is of the total, as a bar and a figure; no column of the form."""

    css = "num share"

    def __init__(self, added: Mapping[str, Added]):
        super().__init__()
        self.added = added

    def inside(self, row: Row) -> str:
        share = self.added.get(row.key)
        if share is None or share.percent is None:
            return ""
        return f'{bar(share.width, share.series)} <span class="percent">{share.percent}%</span>'


class OfParentColumn(PanelColumn):
    """What the row is of the code above it, as a figure; no column of the form."""

    css = "num share"

    def __init__(self, added: Mapping[str, Added]):
        super().__init__()
        self.added = added

    def inside(self, row: Row) -> str:
        share = self.added[row.key].of_parent
        return "" if share is None else f"{share}%"


class VerdictColumn(PanelColumn):
    """How the relations of the row's figures ended; no column of the form."""

    css = "verdict"

    def __init__(self, marks: Mapping[str, Mark]):
        super().__init__()
        self.marks = marks

    def inside(self, row: Row) -> str:
        mark = self.marks.get(row.key)
        return sign_of(mark) if mark else ""


SHARE, OF_PARENT, VERDICT = "share", "of_parent", "verdict"


@dataclass(frozen=True)
class Around:
    """What a page says beside the rows of a form; `address` is that of the page itself, where this one is a frame."""

    marks: Mapping[str, Mark]
    explained: Explained
    newer: Newer | None = None
    address: str = ""
    scan: Scan = field(default_factory=Scan)


def panel_tables(page: TablePage, around: Around) -> list[PanelTable]:
    """Each panel with a column for each of the form, and those for shares and verdicts where it has them."""
    return [_panel_table(panel, page, around) for panel in page.table.panels]


def _panel_table(panel: Panel, page: TablePage, around: Around) -> PanelTable:
    shown = (page.added, around.newer, around.address, around.scan.cells)
    columns = [(column.name, column_of(column, *shown)) for column in panel.columns]
    columns += [(SHARE, ShareColumn(page.added))] if page.has_shares else []
    has_parents = any(row.key in page.added and page.added[row.key].of_parent is not None for row in panel.rows)
    columns += [(OF_PARENT, OfParentColumn(page.added))] if has_parents else []
    has_marks = any(row.key in around.marks for row in panel.rows)
    columns += [(VERDICT, VerdictColumn(around.marks))] if has_marks else []
    table = PanelTable(panel.rows, extra_columns=columns)
    table.panel, table.sorts, table.explained, table.marks = panel, page.sorts, around.explained, around.marks
    table.has_shares, table.has_parents, table.has_marks = page.has_shares, has_parents, has_marks
    return table
