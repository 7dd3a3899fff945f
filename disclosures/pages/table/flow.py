"""The flow of a two-sided account: lines of income, what they add up to, lines of expenditure.

Table 01 has one sum in the middle, table 04 one for each budget. Rows are those that the page shows.
"""

import re
from collections.abc import Iterator

from disclosures.pages.charts.shapes import Band, Flow, Node
from disclosures.statements.form_rows import EXPENDITURE, INCOME
from disclosures.statements.models import STATEMENTS
from disclosures.statements.terms import term
from disclosures.tables.rows import Cell, Row
from disclosures.tables.table import Table

_ORDINAL = re.compile(r"^[一二三四五六七八九十]+、")
FROM, THROUGH, TO = range(3)
PLAIN = "s6"  # the colour of money before it is spent
LOOKS = 5  # colours that can be told apart

Sums = dict[str, Node]


def account_flow(table: Table) -> Flow | None:
    """Income on the left, expenditure on the right; None where a side or what joins them is not printed."""
    rows = {panel.side: _parts(table, panel.side, panel.rows) for panel in table.panels}
    sums = _sums(next(panel.rows for panel in table.panels if panel.side == EXPENDITURE))
    income = [_into(row, cell, sums) for row in rows[INCOME] for cell in _amounts(row)]
    spent = list(_out_of(rows[EXPENDITURE], sums))
    if None in income or not income or not spent:
        return None
    bands = (*income, *spent)
    return Flow(tuple(dict.fromkeys(node for band in bands for node in (band.source, band.target))), bands)


def _parts(table: Table, side: str, rows: tuple[Row, ...]) -> list[Row]:
    """The lines that hold an amount and sum up no others that do."""
    filled = {f"{side}:{row.item}" for row in rows if _amounts(row)}
    sums = {
        identity.total
        for identity in STATEMENTS[table.number].sums_of_rows(table.year)
        if filled.intersection(name for _, name in identity.terms)
    }
    return [row for row in rows if _amounts(row) and not row.is_total and f"{side}:{row.item}" not in sums]


def _amounts(row: Row) -> list[Cell]:
    """The figures that a flow can show."""
    return [cell for cell in row.cells if cell.value is not None and cell.value > 0]


def _sums(rows: tuple[Row, ...]) -> Sums:
    """By column: what the last total of the expenditure prints for each budget, or for all where there are none."""
    total = next((row for row in reversed(rows) if row.is_total and _amounts(row)), None)
    cells = _amounts(total) if total else []
    return {
        cell.column.name: Node(
            key=f"sum-{cell.column.name}",
            column=THROUGH,
            title=term(cell.column.title if cells[1:] else total.name),
            text=cell.text,
            value=cell.value,
            series=PLAIN,
            href=f"#{total.key}",
        )
        for cell in cells[1:] or cells
    }


def _into(row: Row, cell: Cell, sums: Sums) -> Band | None:
    """From a line of income to the only sum, or to that of the budget which the line is of."""
    budgets = [node for name, node in sums.items() if len(sums) == 1 or row.item.endswith(name)]
    source = Node(f"from-{row.key}", FROM, term(without_place(row.name)), cell.text, cell.value, PLAIN, f"#{row.key}")
    return Band(source, budgets[0], cell.value, cell.text) if budgets else None


def _out_of(rows: list[Row], sums: Sums) -> Iterator[Band]:
    """From each sum to each line of expenditure that prints something in its column; larger lines get a colour."""
    largest = sorted(rows, key=lambda row: _amounts(row)[0].value, reverse=True)
    series = {row.key: f"s{rank}" if rank <= LOOKS else PLAIN for rank, row in enumerate(largest, start=1)}
    for row in rows:
        whole = _amounts(row)[0]
        target = Node(
            f"to-{row.key}", TO, term(without_place(row.name)), whole.text, whole.value, series[row.key], f"#{row.key}"
        )
        for cell in _amounts(row):
            if cell.column.name in sums:
                yield Band(sums[cell.column.name], target, cell.value, cell.text)


def without_place(name: str) -> str:
    """What a line is called, without its place in a list."""
    return _ORDINAL.sub("", name)
