"""What every maker of lines asks of a row."""

import re
from collections.abc import Iterable

from disclosures.amounts import Precision
from disclosures.documents.items import Cell
from disclosures.intake.blocks import Row
from disclosures.intake.fields import Fields
from disclosures.intake.figures import take_figure
from disclosures.intake.ledger import Ledger
from disclosures.intake.wording import unnumbered
from disclosures.statements.lines import StatementLine
from disclosures.statements.outlines import FormRow


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


def place_on_form(name: str, outline: tuple[FormRow, ...], start: int = 0) -> int | None:
    """Where the form prints a row of that name, at or after `start`; numbering does not count."""
    wanted = unnumbered(name)
    for n, row in enumerate(outline[start:], start=start):
        if wanted in {unnumbered(one) for one in row.names}:
            return n
    return None
