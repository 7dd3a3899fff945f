"""Panels of official tables as django-tables2 tables: columns from the declaration, the look from a template."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.translation import gettext as _

from disclosures.pages.changes.newer import Newer
from disclosures.pages.checks.marks import Mark
from disclosures.pages.table.explained import Explained
from disclosures.pages.table.page import Half, Line
from disclosures.tables.heads import Column
from disclosures.tables.rows import Cell


class CodeColumn(tables.Column):
    """The code of a row as it is printed."""

    attrs = {"td": {"class": "code"}}

    def __init__(self):
        super().__init__(accessor="row__code", default="")


class NameColumn(tables.TemplateColumn):
    """What the row is, set in by its level, with its fold sign and the link that puts it into focus."""

    def __init__(self, newer: Newer | None):
        attrs, context = {"td": {"class": "name"}}, {"newer": newer}
        super().__init__(
            template_name="pages/tables/_name.html", accessor="row__name", attrs=attrs, extra_context=context
        )


class LineColumn(tables.Column):
    """The printed number of a line (行次)."""

    attrs = {"td": {"class": "code num"}}

    def __init__(self):
        super().__init__(accessor="row__line", default="")


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

    def __init__(self):
        attrs = {"td": {"class": "share num"}}
        super().__init__(template_name="pages/tables/_share.html", accessor="percent", attrs=attrs, default="")


class OfParentColumn(tables.Column):
    """What the row is of the code above it, as a figure; no column of the form."""

    attrs = {"td": {"class": "share num"}}

    def __init__(self):
        super().__init__(accessor="of_parent", default="")

    def render(self, value: Decimal) -> str:
        return f"{value}%"


class VerdictColumn(tables.TemplateColumn):
    """How the relations of the row's figures ended; no column of the form."""

    def __init__(self, marks: Mapping[str, Mark]):
        attrs, context = {"td": {"class": "verdict"}}, {"marks": marks}
        super().__init__(template_name="pages/tables/_verdict.html", accessor="row", attrs=attrs, extra_context=context)


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
        row_attrs = {"id": lambda record: record.row.key, "class": lambda record: _classes(record)}


def _classes(line: Line) -> str:
    row = line.row
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


def panel_table(half: Half, around: Around) -> PanelTable:
    """The panel with a column for each of the form, and those for shares and verdicts where it has them."""
    columns = [(column.name, _column(column, around)) for column in half.columns]
    columns += [(SHARE, ShareColumn())] if half.has_shares else []
    columns += [(OF_PARENT, OfParentColumn())] if half.has_parents else []
    has_marks = any(line.row.key in around.marks for line in half.lines)
    columns += [(VERDICT, VerdictColumn(around.marks))] if has_marks else []
    table = PanelTable(half.lines, extra_columns=columns)
    table.half, table.marks, table.has_marks, table.explained = half, around.marks, has_marks, around.explained
    return table


def _column(column: Column, around: Around) -> tables.Column:
    if column.is_amount:
        return AmountColumn(column.name, around.address, around.newer)
    return NameColumn(around.newer) if column.name == "name" else LABELS[column.name]()
