"""What the rows of a table give before any figure is read: lines, with the printed cell of each of their columns."""

from dataclasses import dataclass

from disclosures.documents.items import Cell
from disclosures.statements.fields import Amount
from disclosures.statements.lines import AnyLine


@dataclass(frozen=True)
class PrintedLine:
    """A line without its amounts, the cell that names its row, and the cell of each amount column that prints one."""

    line: AnyLine
    label: Cell | None
    cells: dict[Amount, Cell]


@dataclass(frozen=True)
class PrintedSum:
    """An amount with the parts that the document prints beside it and the form has no columns for.

    They must make it up, or one of them was not read where it stands; `name` is what the parts are called.
    """

    name: str
    whole: Cell | None
    parts: tuple[Cell, ...]


PrintedRow = PrintedLine | PrintedSum
