"""Panels of official tables as django-tables2 tables: columns from the declaration, the look from a template.

Pages and the preview of an import show the same panels; either may say beside a figure what another edition says.
"""

from collections.abc import Collection, Mapping
from html import escape
from types import MappingProxyType
from typing import Protocol

import django_tables2 as tables
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from disclosures.statements.terms import gloss
from disclosures.tables.heads import Column
from disclosures.tables.rows import Cell, Fold, Row
from disclosures.tables.table import Panel

BLANK = '<span class="blank" aria-hidden="true">·</span><span class="sr">{}</span>'
# A click gives the figure's own address; with the keyboard one would have to step through all of them.
FIGURE = '<a href="{}#{}" tabindex="-1">{}</a>'
PICTURE = '<a class="scanned" href="#{}"><span aria-hidden="true">{}</span><span class="sr">{}</span></a>'
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


def _said(beside: Beside, text: str) -> str:
    return BESIDE.format(beside.element, escape(beside.words), escape(text), beside.element)


class PanelColumn(tables.Column):
    """A column that writes its cells itself.

    Looking up what a cell's function takes, and filling a template for each cell, would be two thirds of a page.
    """

    css = ""

    def __init__(self):
        super().__init__(empty_values=())

    def inside(self, row: Row) -> str:
        """What stands in the cell, as HTML."""
        raise NotImplementedError

    def cell(self, row: Row) -> str:
        """The whole cell, as HTML."""
        return f'<td class="{self.css}">{self.inside(row)}</td>'


class CodeColumn(PanelColumn):
    """The code of a row as it is printed."""

    css = "code"

    def inside(self, row: Row) -> str:
        return escape(row.code)


class LineColumn(PanelColumn):
    """The printed number of a line (行次)."""

    css = "code num"

    def inside(self, row: Row) -> str:
        return "" if row.line is None else str(row.line)


class Way(Protocol):
    """Where the name of a row and its fold sign lead to."""

    @property
    def focus(self) -> str: ...
    @property
    def fold(self) -> str: ...


class NameColumn(PanelColumn):
    """What the row is, set in by its level, with its fold sign and the link that puts it into focus."""

    css = "name"

    def __init__(self, ways: Mapping[str, Way], beside: Beside | None):
        super().__init__()
        self.ways, self.beside = ways, beside

    def cell(self, row: Row) -> str:
        return f'<th class="name" scope="row">{self.inside(row)}</th>' if row.name else '<td class="name"></td>'

    def inside(self, row: Row) -> str:
        way, name = self.ways.get(row.key), escape(row.name)
        parts = [self._fold(row, way.fold)] if way and way.fold else []
        if row.code.isdigit():
            parts.append(f'<span class="code" aria-hidden="true">{row.code}</span>')
        parts.append(f'<a href="{escape(way.focus)}">{name}</a>' if way and way.focus else name)
        if called := gloss(row.name):
            parts.append(f'<small class="gloss" lang="en">{escape(called)}</small>')
        if self.beside and row.key in self.beside.gone:
            parts.append(f' <small class="over">{escape(self.beside.lacks)}</small>')
        return "".join(parts)

    def _fold(self, row: Row, href: str) -> str:
        sign, word = ("−", _("收起")) if row.fold is Fold.OPEN else ("＋", _("展开"))
        shown = f'<span aria-hidden="true">{sign}</span><span class="sr">{escape(word)}</span>'
        return f'<a class="fold" href="{escape(href)}#{escape(row.key)}">{shown}</a>'


class AmountColumn(PanelColumn):
    """A figure as published, with what another edition says; a blank one is a faint dot, which is read out as blank.

    `address` is that of the page with the figure's own, where this page is shown elsewhere; `pictures` are the places
    of the pictures of figures that a scan left in doubt, by the anchors of cells.
    """

    def __init__(
        self,
        name: str,
        address: str = "",
        beside: Beside | None = None,
        pictures: Mapping[str, str] = MappingProxyType({}),
    ):
        super().__init__()
        self.name, self.address, self.beside, self.pictures = name, escape(address), beside, pictures

    def cell(self, row: Row) -> str:
        figure = row.figures.get(self.name)
        return f'<td class="num" id="{escape(figure.anchor)}">{self._figure(figure)}</td>' if figure else "<td></td>"

    def _figure(self, figure: Cell) -> str:
        if figure.text:
            shown = FIGURE.format(self.address, escape(figure.anchor), escape(figure.text))
        else:
            shown = BLANK.format(escape(_("空白")))
        if picture := self.pictures.get(figure.anchor):
            shown += PICTURE.format(escape(picture), escape(_("原图")), escape(_("从图片辨认，看原样")))
        other = self.beside.cells.get(figure.anchor) if self.beside else None
        return shown if other is None or self.beside is None else shown + _said(self.beside, other)


LABELS: dict[str, type[PanelColumn]] = {"code": CodeColumn, "line": LineColumn}


class PanelTable(tables.Table):
    """One panel of a form; the template prints the form's own head above the rows."""

    class Meta:
        orderable = False
        template_name = "pages/tables/panel.html"

    panel: Panel

    def body(self) -> SafeString:
        """The rows of the panel, each with its address, as HTML."""
        columns = [bound.column for bound in self.columns]
        rows = ((row, "".join(column.cell(row) for column in columns)) for row in self.panel.rows)
        return mark_safe(
            "".join(f'<tr id="{escape(row.key)}" class="{_classes(row)}">{cells}</tr>' for row, cells in rows)
        )


def _classes(row: Row) -> str:
    kinds = {
        "total": row.is_total,
        "top": row.level == 1 and row.fold,
        "above": row.is_above_focus,
        "filler": row.is_blank and not row.name,
    }
    return " ".join([f"l{row.level}", *(name for name, holds in kinds.items() if holds)])


def column_of(
    column: Column,
    ways: Mapping[str, Way],
    beside: Beside | None = None,
    address: str = "",
    pictures: Mapping[str, str] = MappingProxyType({}),
) -> PanelColumn:
    """The column as a panel shows it; `ways` are where the names of rows lead to, by their keys."""
    if column.is_amount:
        return AmountColumn(column.name, address, beside, pictures)
    return NameColumn(ways, beside) if column.name == "name" else LABELS[column.name]()


def bare_panel(panel: Panel, beside: Beside | None = None) -> PanelTable:
    """The panel as the form prints it, with nothing added but what another edition says."""
    table = PanelTable(
        panel.rows, extra_columns=[(column.name, column_of(column, {}, beside)) for column in panel.columns]
    )
    table.panel = panel
    return table
