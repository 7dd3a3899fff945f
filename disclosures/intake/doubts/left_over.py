"""Figures of a recognised table or form that went into no row of it: told at their place, never only listed."""

from collections.abc import Iterable

from disclosures.documents.figures import figures_in
from disclosures.documents.items import Cell
from disclosures.intake.ledger import FATAL, WARNING, Ledger, Problem
from disclosures.intake.recognition.blocks import Row

_MESSAGE = "这一格有数，但不知道属于哪一行，没有读入；请对照原件。"


def report_left_over(rows: Iterable[Row], ledger: Ledger) -> None:
    """A row of figures without a name is the rest of another one, whose figures are wrong then, and is fatal."""
    told = {problem.place for problem in ledger.problems}
    left = {cell.place for cell in ledger.left_over()}
    for row in rows:
        figures = [cell for cell in row if cell and cell.place in left and figures_in(cell.text)]
        if not figures or any(cell.place in told for cell in row if cell):
            continue
        level = WARNING if any(map(_is_name, row)) else FATAL
        ledger.problems += [Problem(level, cell.place, cell.text, _MESSAGE) for cell in figures]


def _is_name(cell: Cell) -> bool:
    return any(char.isalpha() for char in cell.text)
