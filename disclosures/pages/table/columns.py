"""Panels of official tables as django-tables2 tables: columns from the declaration, the look from a template."""

from collections.abc import Mapping
from dataclasses import dataclass

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.translation import gettext as _

from disclosures.pages.changes.newer import Newer
from disclosures.pages.checks.marks import Mark
from disclosures.pages.table.added import Added
from disclosures.pages.table.explained import Explained
from disclosures.pages.table.page import TablePage
from disclosures.tables.heads import Column
from disclosures.tables.rows import Cell, Row
from disclosures.tables.table import Panel


class CodeColumn(tables.Column):
    """The code of a row as it is printed."""

    attrs = {"td": {"class": "code"}}

    def __init__(self):
        super().__init__(accessor="code", default="")


class NameColumn(tables.TemplateColumn):
    """What the row is, set in by its level, with its fold sign and the link that puts it into focus."""

    def __init__(self, added: Mapping[str, Added], newer: Newer | None):
        attrs, context = {"td": {"class": "name"}}, {"added": added, "newer": newer}
        super().__init__(template_name="pages/tables/_name.html", accessor="name", attrs=attrs, extra_context=context)


class LineColumn(tables.Column):
    """The printed number of a line (行次)."""

    attrs = {"td": {"class": "code num"}}

    def __init__(self):
        super().__init__(accessor="line", default="")


class AmountColumn(tables.Column):
    """A figure as published, with what a newer revision says; a blank one is a faint dot, which is read out as blank.

    `address` is that of the page with the figure's own, where this page is shown elsewhere.
    """

    def __init__(self, name: str, address: str = "", newer: Newer | None = None):
        self.address, self.newer = address, newer
        super().__init__(
            accessor=f"figures__{name}",
            attrs={"td": {"class": "num", "id": lambda record: record.figures[name].anchor}},
        )

    def render(self, value: Cell) -> str:
        figure = (
            format_html(FIGURE, self.address, value.anchor, value.text) if value.text else format_html(BLANK, _("空白"))
        )
        now = self.newer.cells.get(value.anchor) if self.newer else None
        return figure if now is None else figure + self._now(now)

    def _now(self, text: str) -> str:
        words = _("第 {revision} 版改为").format(revision=self.newer.revision)
        return format_html(NOW, words, text)


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


BLANK = '<span class="blank" aria-hidden="true">·</span><span class="sr">{}</span>'
# A click gives the figure's own address; with the keyboard one would have to step through all of them.
FIGURE = '<a href="{}#{}" tabindex="-1">{}</a>'
NOW = '<ins class="now"><span class="sr">{}</span>{}</ins>'
LABELS = {"code": CodeColumn, "line": LineColumn}
SHARE, OF_PARENT, VERDICT = "share", "of_parent", "verdict"


class PanelTable(tables.Table):
    """One panel of a form; the template prints the form's own head above the rows."""

    class Meta:
        orderable = False
        template_name = "pages/tables/panel.html"
        row_attrs = {"id": lambda record: record.key, "class": lambda record: _classes(record)}


def _classes(row: Row) -> str:
    kinds = {
        "total": row.is_total,
        "top": row.level == 1 and row.fold,
        "above": row.is_above_focus,
        "filler": row.is_blank and not row.name,
    }
    return " ".join([f"l{row.level}", *(name for name, holds in kinds.items() if holds)])


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
    columns = [(column.name, _column(column, page, around)) for column in panel.columns]
    columns += [(SHARE, ShareColumn(page.added))] if page.has_shares else []
    has_parents = any(row.key in page.added and page.added[row.key].of_parent is not None for row in panel.rows)
    columns += [(OF_PARENT, OfParentColumn(page.added))] if has_parents else []
    has_marks = any(row.key in around.marks for row in panel.rows)
    columns += [(VERDICT, VerdictColumn(around.marks))] if has_marks else []
    table = PanelTable(panel.rows, extra_columns=columns)
    table.panel, table.sorts, table.explained, table.marks = panel, page.sorts, around.explained, around.marks
    table.has_shares, table.has_parents, table.has_marks = page.has_shares, has_parents, has_marks
    return table


def _column(column: Column, page: TablePage, around: Around) -> tables.Column:
    if column.is_amount:
        return AmountColumn(column.name, around.address, around.newer)
    return NameColumn(page.added, around.newer) if column.name == "name" else LABELS[column.name]()
