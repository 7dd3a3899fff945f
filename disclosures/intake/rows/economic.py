"""Panels of economic codes side by side, with the sums of staff and operating expenditure below: table 06."""

from collections.abc import Iterator
from itertools import zip_longest

from disclosures.documents.items import BLANK, Cell
from disclosures.intake.figures import is_figure
from disclosures.intake.ledger import Ledger
from disclosures.intake.rows.cells import TableRow, place_on_form, words
from disclosures.intake.rows.classified import code_and_name
from disclosures.intake.rows.printed import PrintedLine
from disclosures.statements.models import BasicExpenditure


def economic_lines(panels: list[list[TableRow]], ledger: Ledger) -> Iterator[PrintedLine]:
    """A line for each code, panel after panel; the sums come last."""
    sums = []
    for rows in panels:
        for row, below in zip_longest(rows, rows[1:]):
            code, name = code_and_name(BasicExpenditure, row)
            if code:
                ledger.use(*row.used)
                line = BasicExpenditure.new(code=code, name=name, printed_name=name, place=row.first.place)
                yield PrintedLine(line, row.first, row.cells)
            elif label := next(filter(_names_sum, row.labels), BLANK):
                sums.append(_sum(label, row, below, ledger))
    yield from sums


def _names_sum(cell: Cell) -> bool:
    return _sum_named(cell) is not None


def _sum_named(cell: Cell) -> int | None:
    return place_on_form(words(cell), BasicExpenditure.outline)


def _sum(label: Cell, row: TableRow, below: TableRow | None, ledger: Ledger) -> PrintedLine:
    ledger.use(label)
    name = words(label)
    form_row = BasicExpenditure.outline[_sum_named(label)]
    line = BasicExpenditure.new(code=form_row.key, name=name, printed_name=name, place=label.place)
    cell = _sum_beside(label, row, below, ledger)
    ledger.use(*filter(None, (cell,)))
    return PrintedLine(line, label, {BasicExpenditure.columns()[0]: cell} if cell else {})


def _sum_beside(label: Cell, row: TableRow, below: TableRow | None, ledger: Ledger) -> Cell:
    """The figure of a sum: right of its label up to the next label, or alone in the row below."""
    for cell in row.printed[row.printed.index(label) + 1 :]:
        if is_figure(cell):
            return cell
        if cell and _names_sum(cell):
            break
    alone = [cell for cell in (below.printed if below else ()) if cell]
    if len(alone) == 1 and is_figure(alone[0]) and not ledger.is_used(alone[0]):
        ledger.repair(alone[0], alone[0].text, f"{label.text} {alone[0].text}", "合计数单独落在下一行")
        return alone[0]
    return BLANK
