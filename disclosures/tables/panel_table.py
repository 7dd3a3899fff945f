"""Panels of official tables as django-tables2 tables: columns from the declaration, the look from a template.

Pages and the preview of an import show the same panels; either may say beside a figure what another edition says.
"""

from collections.abc import Collection, Mapping
from typing import Protocol

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from disclosures.tables.heads import Column
from disclosures.tables.rows import Cell, Row
from disclosures.tables.table import Panel

BLANK = '<span class="blank" aria-hidden="true">·</span><span class="sr">{}</span>'
# A click gives the figure's own address; with the keyboard one would have to step through all of them.
FIGURE = '<a href="{}#{}" tabindex="-1">{}</a>'
BESIDE = '<{} class="now"><span class="sr">{}</span>{}</{}>'


class Beside(Protocol):
    """What another edition of the table says: its texts by the anchors of cells, and the keys of rows it lacks.

    `element` marks the texts, `words` are read out before each of them, `lacks` stands beside a row it lacks.
    """

    @property
    def cells(self) -> Mapping[str, str]: ...
    @property
    def gone(self) -> Collection[str]: ...
    @property
    def element(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def lacks(self) -> str: ...


def _said(beside: Beside, text: str) -> SafeString:
    return format_html(BESIDE, beside.element, beside.words, text, beside.element)


class CodeColumn(tables.Column):
    """The code of a row as it is printed."""

    attrs = {"td": {"class": "code"}}

    def __init__(self):
        super().__init__(accessor="code", default="")


class NameColumn(tables.TemplateColumn):
    """What the row is, set in by its level, with its fold sign and the link that puts it into focus."""

    def __init__(self, added: Mapping[str, object], beside: Beside | None):
        attrs, context = {"td": {"class": "name"}}, {"added": added, "beside": beside}
        super().__init__(template_name="pages/tables/_name.html", accessor="name", attrs=attrs, extra_context=context)


class LineColumn(tables.Column):
    """The printed number of a line (行次)."""

    attrs = {"td": {"class": "code num"}}

    def __init__(self):
        super().__init__(accessor="line", default="")


class AmountColumn(tables.Column):
    """A figure as published, with what another edition says; a blank one is a faint dot, which is read out as blank.

    `address` is that of the page with the figure's own, where this page is shown elsewhere.
    """

    def __init__(self, name: str, address: str = "", beside: Beside | None = None):
        self.address, self.beside = address, beside
        super().__init__(
            accessor=f"figures__{name}",
            attrs={"td": {"class": "num", "id": lambda record: record.figures[name].anchor}},
        )

    def render(self, value: Cell) -> str:
        figure = (
            format_html(FIGURE, self.address, value.anchor, value.text) if value.text else format_html(BLANK, _("空白"))
        )
        other = self.beside.cells.get(value.anchor) if self.beside else None
        return figure if other is None or self.beside is None else figure + _said(self.beside, other)


LABELS = {"code": CodeColumn, "line": LineColumn}


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


def column_of(
    column: Column, added: Mapping[str, object], beside: Beside | None = None, address: str = ""
) -> tables.Column:
    """The column as a panel shows it; `added` is what the names of rows lead to, by their keys."""
    if column.is_amount:
        return AmountColumn(column.name, address, beside)
    return NameColumn(added, beside) if column.name == "name" else LABELS[column.name]()


def bare_panel(panel: Panel, beside: Beside | None = None) -> PanelTable:
    """The panel as the form prints it, with nothing added but what another edition says."""
    table = PanelTable(
        panel.rows, extra_columns=[(column.name, column_of(column, {}, beside)) for column in panel.columns]
    )
    table.panel = panel
    return table
