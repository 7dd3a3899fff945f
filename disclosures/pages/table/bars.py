"""Amounts below each other: economic codes by size, and what was planned beside what was spent."""

from django.utils.translation import gettext as _

from disclosures.pages.charts.shapes import Bar, Bars
from disclosures.pages.shared.shares import OTHER
from disclosures.pages.table.page import Line
from disclosures.pages.terms import term
from disclosures.tables.table import Table

ROOM = 12  # bars that can be taken in at a glance


def largest_codes(lines: list[Line]) -> Bars | None:
    """The codes shown that have no others below them, largest first; None where nothing is spent."""
    spent = [line for line in lines if line.main and line.main.value > 0 and line.row.code and not line.row.is_total]
    deepest = [one for one in spent if not any(_is_below(other, one) for other in spent)]
    deepest.sort(key=lambda line: line.main.value, reverse=True)
    bars = [
        Bar(term(one.row.name), (one.main.value,), (one.main.text,), one.series, one.focus) for one in deepest[:ROOM]
    ]
    if rest := deepest[ROOM:]:
        bars.append(_together(rest))
    return Bars((term(deepest[0].main.column.title),), tuple(bars)) if bars else None


def _is_below(line: Line, other: Line) -> bool:
    return line.row.code != other.row.code and line.row.code.startswith(other.row.code)


def _together(rest: list[Line]) -> Bar:
    """The smallest ones as one bar, which no table prints and which therefore has no text."""
    return Bar(_("其余 {count} 项").format(count=len(rest)), (sum(line.main.value for line in rest),), ("",), OTHER)


def side_by_side(table: Table) -> Bars | None:
    """The rows with their amounts beside each other, as budget and final account; blank rows are left out."""
    rows = [row for row in table.rows if not row.is_blank]
    if not any(cell.value for row in rows for cell in row.cells):
        return None
    titles = tuple(term(cell.column.title) for cell in rows[0].cells)
    bars = (
        Bar(
            term(row.name),
            tuple(cell.value for cell in row.cells),
            tuple(cell.text for cell in row.cells),
            href=f"#{row.key}",
        )
        for row in rows
    )
    return Bars(titles, tuple(bars))
