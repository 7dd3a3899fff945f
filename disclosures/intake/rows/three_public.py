"""The three public expenses, one to a row, or all in one row of twelve amounts: table 07."""

from collections.abc import Iterator

from disclosures.amounts import Precision
from disclosures.intake.blocks import Row
from disclosures.intake.figures import take_figure
from disclosures.intake.ledger import Ledger
from disclosures.intake.matching import Wide
from disclosures.intake.recognise import Recognised
from disclosures.intake.rows.cells import at, place_on_form, take_figures, words
from disclosures.statements.models import ThreePublicExpenses


def three_public_lines(table: Recognised, precision: Precision, ledger: Ledger) -> Iterator[ThreePublicExpenses]:
    """A line for each item of the form that the table prints."""
    (fields,) = table.fields
    if isinstance(fields, Wide):
        yield from _wide(fields, table.rows, precision, ledger)
        return
    (panel,) = table.panels
    for row in table.rows:
        label = at(row, panel.name)
        form_row = place_on_form(label.text, ThreePublicExpenses.outline) if label else None
        if form_row is None:
            for cell in filter(None, row):
                ledger.warn(cell, "表样里没有这一项，没有读入。")
            continue
        ledger.use(label)
        item, name = ThreePublicExpenses.outline[form_row], words(label)
        line = ThreePublicExpenses.new(code=item.key, name=name, printed_name=name, place=label.place)
        take_figures(line, row, fields, precision, ledger)
        yield line


def _wide(fields: Wide, rows: list[Row], precision: Precision, ledger: Ledger) -> Iterator[ThreePublicExpenses]:
    """The items of a table that prints them as columns; what it prints is its first row."""
    row = rows[0] if rows else ()
    for cell in (cell for more in rows[1:] for cell in more if cell):
        ledger.warn(cell, "“三公”经费表只应当有一行数，没有读入。")
    for item in ThreePublicExpenses.outline:
        columns = {position: column for position, (key, column) in fields.items() if key == item.key}
        if not columns:
            continue
        cells = [cell for position in columns if (cell := at(row, position))]
        line = ThreePublicExpenses.new(code=item.key, name=item.name, place=cells[0].place if cells else "")
        for position, column in columns.items():
            if cell := at(row, position):
                take_figure(line, column, cell, precision, ledger)
        yield line
