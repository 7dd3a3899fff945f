"""Amounts below each other: economic codes by size, and what was planned beside what was spent."""

from collections.abc import Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from disclosures.amounts import AmountUnit, printed
from disclosures.pages.charts.shapes import Bar, Bars
from disclosures.pages.shared.shares import OTHER
from disclosures.pages.table.added import Added
from disclosures.statements.terms import term
from disclosures.tables.rows import Cell, Row
from disclosures.tables.table import Table

ROOM = 12  # bars that can be taken in at a glance


def largest_codes(rows: list[Row], added: Mapping[str, Added], unit: AmountUnit) -> Bars | None:
    """The codes shown that divide no further, largest first; None where nothing is spent. `unit`: of the page."""
    spent = [(row, beside.main) for row in rows if (beside := added[row.key]).main and row.code and not row.is_total]
    spent = [(row, main) for row, main in spent if main.value > 0]
    divided = {code for row, _ in spent for code in row.above}
    deepest = [(row, main) for row, main in spent if row.code not in divided]
    deepest.sort(key=lambda pair: pair[1].value, reverse=True)
    bars = [_bar(row, main, added[row.key]) for row, main in deepest[:ROOM]]
    if rest := deepest[ROOM:]:
        bars.append(_together([main for _, main in rest], unit))
    return Bars((term(deepest[0][1].column.title),), tuple(bars), unit) if bars else None


def _bar(row: Row, main: Cell, added: Added) -> Bar:
    return Bar(term(row.name), (main.value,), (main.text,), added.series, added.focus)


def _together(rest: list[Cell], unit: AmountUnit) -> Bar:
    """The smallest ones as one bar with their sum, which no table prints: it has as many decimals as its parts."""
    decimals = max(len(cell.text.rpartition(".")[2]) if "." in cell.text else 0 for cell in rest)
    value = sum((cell.value for cell in rest), Decimal(0))
    title = _("其余 {count} 项合计").format(count=len(rest))
    return Bar(title, (value,), (printed(value, unit, decimals),), OTHER)


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
    return Bars(titles, tuple(bars), table.unit)
