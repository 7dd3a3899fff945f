"""The panels of a table's page: those of the form, with columns for shares and verdicts, and what is newer."""

from collections.abc import Mapping
from dataclasses import dataclass

import django_tables2 as tables

from disclosures.pages.changes.newer import Newer
from disclosures.pages.checks.marks import Mark
from disclosures.pages.table.added import Added
from disclosures.pages.table.explained import Explained
from disclosures.pages.table.page import TablePage
from disclosures.tables.panel_table import PanelTable, column_of
from disclosures.tables.table import Panel


class ShareColumn(tables.TemplateColumn):
    """What the row is of the total, as a bar and a figure; no column of the form."""

    def __init__(self, added: Mapping[str, Added]):
        attrs, context = {"td": {"class": "share num"}}, {"added": added}
        super().__init__(template_name="pages/tables/_share.html", accessor="key", attrs=attrs, extra_context=context)


class OfParentColumn(tables.Column):
    """What the row is of the code above it, as a figure; no column of the form."""

    attrs = {"td": {"class": "share num"}}

    def __init__(self, added: Mapping[str, Added]):
        self.added = added
        super().__init__(accessor="key")

    def render(self, value: str) -> str:
        share = self.added[value].of_parent
        return "" if share is None else f"{share}%"


class VerdictColumn(tables.TemplateColumn):
    """How the relations of the row's figures ended; no column of the form."""

    def __init__(self, marks: Mapping[str, Mark]):
        attrs, context = {"td": {"class": "verdict"}}, {"marks": marks}
        super().__init__(template_name="pages/tables/_verdict.html", accessor="key", attrs=attrs, extra_context=context)


SHARE, OF_PARENT, VERDICT = "share", "of_parent", "verdict"


@dataclass(frozen=True)
class Around:
    """What a page says beside the rows of a form; `address` is that of the page itself, where this one is a frame."""

    marks: Mapping[str, Mark]
    explained: Explained
    newer: Newer | None = None
    address: str = ""


def panel_tables(page: TablePage, around: Around) -> list[PanelTable]:
    """Each panel with a column for each of the form, and those for shares and verdicts where it has them."""
    return [_panel_table(panel, page, around) for panel in page.table.panels]


def _panel_table(panel: Panel, page: TablePage, around: Around) -> PanelTable:
    columns = [(column.name, column_of(column, page.added, around.newer, around.address)) for column in panel.columns]
    columns += [(SHARE, ShareColumn(page.added))] if page.has_shares else []
    has_parents = any(row.key in page.added and page.added[row.key].of_parent is not None for row in panel.rows)
    columns += [(OF_PARENT, OfParentColumn(page.added))] if has_parents else []
    has_marks = any(row.key in around.marks for row in panel.rows)
    columns += [(VERDICT, VerdictColumn(around.marks))] if has_marks else []
    table = PanelTable(panel.rows, extra_columns=columns)
    table.panel, table.sorts, table.explained, table.marks = panel, page.sorts, around.explained, around.marks
    table.has_shares, table.has_parents, table.has_marks = page.has_shares, has_parents, has_marks
    return table
