"""Panels of economic codes side by side, with the sums of staff and operating expenditure below: table 06."""

from collections.abc import Iterator

from disclosures.amounts import Precision
from disclosures.documents.items import Cell
from disclosures.intake.figures import is_figure, take_figure
from disclosures.intake.ledger import Ledger
from disclosures.intake.recognition.blocks import Row
from disclosures.intake.recognition.heads import Panel
from disclosures.intake.recognition.recognise import Recognised
from disclosures.intake.rows.cells import at, place_on_form, take_figures, words
from disclosures.intake.rows.classified import code_and_name
from disclosures.statements.models import BasicExpenditure


def economic_lines(table: Recognised, precision: Precision, ledger: Ledger) -> Iterator[BasicExpenditure]:
    """A line for each code, panel after panel; the sums come last."""
    sums = []
    for panel, fields in zip(table.panels, table.fields, strict=True):
        for index, row in enumerate(table.rows):
            code, name = code_and_name(BasicExpenditure, panel, row)
            if code:
                labels = [cell for position in (*panel.codes, panel.name) if (cell := at(row, position))]
                ledger.use(*labels)
                line = BasicExpenditure.new(code=code, name=name, printed_name=name, place=labels[0].place)
                take_figures(line, row, fields, precision, ledger)
                yield line
            elif (start := _label_of_sum(panel, row)) is not None:
                sums.append(_sum(table, index, start, precision, ledger))
    yield from sums


def _label_of_sum(panel: Panel, row: Row) -> int | None:
    """Where the row names a sum in the columns of the panel that name its rows."""
    for position in (*panel.codes, panel.name):
        if (cell := at(row, position)) and place_on_form(words(cell), BasicExpenditure.outline) is not None:
            return position
    return None


def _sum(table: Recognised, index: int, start: int, precision: Precision, ledger: Ledger) -> BasicExpenditure:
    label = table.rows[index][start]
    ledger.use(label)
    name = words(label)
    form_row = BasicExpenditure.outline[place_on_form(name, BasicExpenditure.outline)]
    line = BasicExpenditure.new(code=form_row.key, name=name, printed_name=name, place=label.place)
    if cell := _sum_beside(table, index, start, ledger):
        take_figure(line, BasicExpenditure.columns()[0], cell, precision, ledger)
    return line


def _sum_beside(table: Recognised, index: int, start: int, ledger: Ledger) -> Cell | None:
    """The figure of a sum: right of its label up to the next label, or alone in the row below."""
    row = table.rows[index]
    for cell in row[start + 1 :]:
        if is_figure(cell):
            return cell
        if cell and place_on_form(cell.text, BasicExpenditure.outline) is not None:
            break
    below = [cell for cell in (table.rows[index + 1] if index + 1 < len(table.rows) else ()) if cell]
    if len(below) == 1 and is_figure(below[0]) and not ledger.is_used(below[0]):
        ledger.repair(below[0], below[0].text, f"{row[start].text} {below[0].text}", "合计数单独落在下一行")
        return below[0]
    return None
