"""How the rows of each shape of table stand on its form: one list, two sides, or panels of economic codes."""

from collections.abc import Iterable, Iterator

from disclosures.statements.form_rows import SIDES
from disclosures.tables.folding import visible
from disclosures.tables.heads import Column, label_columns
from disclosures.tables.rows import Row, RowWriter
from disclosures.tables.selection import Extent, Selection
from disclosures.tables.sorting import largest_first
from disclosures.tables.table import Panel
from disclosures.tables.table_lines import TableLines


def panels_of(table_lines: TableLines, selection: Selection, writer: RowWriter) -> tuple[Panel, ...]:
    """The panels of the form with the rows that the selection shows, in the order of the document or largest first."""
    if table_lines.has_sides:
        return tuple(_side(table_lines, side, title, selection, writer) for side, title in SIDES)
    columns = (*label_columns(table_lines.model), *table_lines.shown_columns(selection))
    rows = [
        writer.row(line, columns, table_lines.level(line), table_lines.above(line))
        for line in table_lines.shown_lines(selection)
    ]
    if not table_lines.has_codes:
        return (Panel("", columns, tuple(rows)),)
    shown = visible(rows, selection)
    if not hasattr(table_lines.model, "panels"):
        return (Panel("", columns, _ordered(shown, selection)),)
    parts = _by_class(table_lines.model.panels, list(shown))
    panels = tuple(Panel(title, columns, _ordered(part, selection)) for title, part in parts)
    return tuple(panel for panel in panels if panel.rows) or panels


def foot_of(table_lines: TableLines, selection: Selection, writer: RowWriter) -> tuple[Row, ...]:
    """The totals that the form prints below its panels; they say nothing about a single code."""
    if not hasattr(table_lines.model, "panels") or selection.code:
        return ()
    columns = table_lines.shown_columns(selection)
    return tuple(writer.row(line, columns, table_lines.level(line)) for line in table_lines.lines if line.is_total)


def _ordered(rows: Iterable[Row], selection: Selection) -> tuple[Row, ...]:
    return tuple(largest_first(rows, selection.sort) if selection.sort else rows)


def _side(table_lines: TableLines, side: str, title: str, selection: Selection, writer: RowWriter) -> Panel:
    columns = (*label_columns(table_lines.model), *table_lines.shown_columns(selection, side))
    lines = [line for line in table_lines.shown_lines(selection) if line.side == side]
    rows = [writer.row(line, columns, table_lines.level(line)) for line in lines]
    if selection.rows == Extent.ALL and all(row.line for row in rows):
        rows = list(_by_number(rows, side, columns, writer))
    return Panel(title, columns, tuple(rows), side)


def _by_number(rows: list[Row], side: str, columns: tuple[Column, ...], writer: RowWriter) -> Iterator[Row]:
    """The rows at the places that their numbers give them, so that both sides of the form stand level.

    A number that no row has is a row of its own: the form prints it alone.
    """
    expected = rows[0].line if rows else 0
    for row in rows:
        yield from (writer.filler(number, side, columns) for number in range(expected, row.line))
        yield row
        expected = row.line + 1


def _by_class(panels: tuple, shown: list[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Each panel with the rows of its classes; the last one takes what the form does not know."""
    panel_of = {code: number for number, (_, classes) in enumerate(panels) for code in classes}
    codes = [row for row in shown if not row.is_total]
    for number, (title, _) in enumerate(panels):
        yield title, [row for row in codes if panel_of.get(row.code[:3], len(panels) - 1) == number]
