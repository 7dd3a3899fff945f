"""What every maker of lines asks of a row."""

import re
from collections.abc import Iterable
from decimal import Decimal

from disclosures.amounts import AmountError, Precision, parse_amount
from disclosures.documents.items import Cell
from disclosures.intake.figures import take_figure
from disclosures.intake.ledger import Ledger
from disclosures.intake.recognition.blocks import Row
from disclosures.intake.recognition.fields import Fields
from disclosures.intake.wording import unnumbered
from disclosures.statements.fields import Amount
from disclosures.statements.form_rows import FormRow
from disclosures.statements.lines import StatementLine


def at(row: Row, position: int | None) -> Cell | None:
    """The printed cell of a row at that column."""
    return row[position] if position is not None and position < len(row) and row[position] else None


def words(cell: Cell | None) -> str:
    """The text of a cell in one line."""
    return re.sub(r"\s*\n\s*", "", cell.text).strip() if cell else ""


def first_place(cells: Iterable[Cell | None]) -> str:
    """Where the first printed one of the cells stands."""
    return next((cell.place for cell in cells if cell), "")


def figures_in(row: Row, fields: Fields) -> list[Cell]:
    """The printed cells in the amount columns of a row."""
    return [cell for position in fields if (cell := at(row, position))]


def take_figures(line: StatementLine, row: Row, fields: Fields, precision: Precision, ledger: Ledger) -> None:
    """Put every printed figure of the row into its column of the line."""
    for position, column in fields.items():
        if cell := at(row, position):
            take_figure(line, column, cell, precision, ledger)


def amount_in(cell: Cell, precision: Precision, ledger: Ledger) -> Decimal | None:
    """元, exact, of a figure that only serves to check others; what is no amount is a problem with its place."""
    try:
        return None if cell.doubt else parse_amount(cell.text, precision.unit)
    except AmountError as error:
        ledger.fatal(cell, str(error))
        return None


def named_column(label: Cell, columns: Iterable[Amount]) -> Amount | None:
    """The column whose title names a row, where a form has its columns below each other."""
    name = unnumbered(label.text)
    return next((column for column in columns if name in {unnumbered(title) for title in column.titles}), None)


def place_on_form(name: str, outline: tuple[FormRow, ...], start: int = 0) -> int | None:
    """Where the form prints a row of that name, at or after `start`; numbering does not count."""
    wanted = unnumbered(name)
    for n, row in enumerate(outline[start:], start=start):
        if wanted in {unnumbered(name) for name in row.names}:
            return n
    return None
