"""How the lines of each shape of table stand on its form: one list, two sides, or panels of economic codes."""

from collections.abc import Iterator
from dataclasses import dataclass

from disclosures.statements.lines import StatementLine
from disclosures.statements.outlines import SIDES
from disclosures.tables.folding import Placed, Tree
from disclosures.tables.heads import Column, label_columns
from disclosures.tables.selection import Extent, Selection
from disclosures.tables.sheets import Sheet
from disclosures.tables.sorting import largest_first


@dataclass(frozen=True)
class Group:
    """The visible lines of one panel with its columns; a number stands where the form prints that line number alone."""

    title: str
    columns: tuple[Column, ...]
    lines: tuple[Placed | int, ...]
    side: str = ""


def groups_of(sheet: Sheet, selection: Selection) -> list[Group]:
    """The panels of the form with the lines that the selection shows, in the order of the document or largest first."""
    lines = sheet.shown_lines(selection)
    if sheet.has_sides:
        return [_side(sheet, side, title, lines, selection) for side, title in SIDES]
    columns = (*label_columns(sheet.model), *sheet.shown_columns(selection))
    if not sheet.has_codes:
        return [Group("", columns, tuple(Placed(line, _level(line)) for line in lines))]
    visible = Tree(lines).visible(selection)
    if not hasattr(sheet.model, "panels"):
        return [Group("", columns, _ordered(visible, selection))]
    parts = _by_class(sheet.model.panels, visible)
    groups = [Group(title, columns, _ordered(part, selection)) for title, part in parts]
    return [group for group in groups if group.lines] or groups


def foot_of(sheet: Sheet, selection: Selection) -> list[StatementLine]:
    """The totals that the form prints below its panels; they say nothing about a single code."""
    has_foot = hasattr(sheet.model, "panels") and not selection.code
    return [line for line in sheet.lines if line.is_total] if has_foot else []


def _ordered(visible: list[Placed], selection: Selection) -> tuple[Placed, ...]:
    return tuple(largest_first(visible, selection.sort) if selection.sort else visible)


def _side(sheet: Sheet, side: str, title: str, lines: list[StatementLine], selection: Selection) -> Group:
    placed = [Placed(line, _level(line)) for line in lines if line.side == side]
    numbered = selection.rows == Extent.ALL and all(one.line.line for one in placed)
    columns = (*label_columns(sheet.model), *sheet.shown_columns(selection, side))
    return Group(title, columns, tuple(_by_number(placed) if numbered else placed), side)


def _by_number(placed: list[Placed]) -> Iterator[Placed | int]:
    """The lines at the places that their numbers give them, so that both sides of the form stand level."""
    expected = placed[0].line.line if placed else 0
    for one in placed:
        yield from range(expected, one.line.line)
        yield one
        expected = one.line.line + 1


def _level(line: StatementLine) -> int:
    """How far the form sets the line in; a line that it does not know stands like most."""
    row = line.form_row if hasattr(line, "form_row") else _outline_row(line)
    return row.level if row else 0


def _outline_row(line: StatementLine):
    return next((row for row in line.outline if row.key == line.key), None)


def _by_class(panels: tuple, visible: list[Placed]) -> Iterator[tuple[str, list[Placed]]]:
    """Each panel with the lines of its classes; the last one takes what the form does not know."""
    panel_of = {code: number for number, (_, classes) in enumerate(panels) for code in classes}
    codes = [one for one in visible if not one.line.is_total]
    for number, (title, _) in enumerate(panels):
        yield title, [one for one in codes if panel_of.get(one.line.code[:3], len(panels) - 1) == number]
