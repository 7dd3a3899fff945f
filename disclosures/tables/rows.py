"""A row of a table as it is shown, with its figures: all that pages, files and charts see of the line it is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from disclosures.amounts import AmountUnit, Precision
from disclosures.statements.lines import StatementLine
from disclosures.tables.heads import Column


class Fold(StrEnum):
    """The fold sign of a row that has others below it."""

    NONE = ""
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True)
class Cell:
    """A figure: exact 元 or None where nothing is printed, and its text; `anchor` is its address in the page."""

    column: Column
    value: Decimal | None
    text: str
    anchor: str


@dataclass(frozen=True)
class Row:
    """A line as shown. `key` is unique in the table; `level` counts from 0 for totals; `place` is where it was read;
    `item` is the row of the form that a line of an account was recognised as; `is_above_focus` where the row only
    leads to the code in focus.

    `above` are the codes of the table that its own stands below, outermost first.

    A row without name, code and figures is one that the form prints with its number alone.
    """

    key: str
    name: str
    cells: tuple[Cell, ...]
    code: str = ""
    printed_name: str = ""
    line: int | None = None
    side: str = ""
    item: str = ""
    level: int = 0
    is_total: bool = False
    place: str = ""
    fold: Fold = Fold.NONE
    is_above_focus: bool = False
    above: tuple[str, ...] = ()

    @cached_property
    def figures(self) -> dict[str, Cell]:
        """The cells by the names of their columns."""
        return {cell.column.name: cell for cell in self.cells}

    def amount(self, column: str) -> Decimal | None:
        """元, exact, of the column with that name; None where nothing is printed or the column is not shown."""
        cell = self.figures.get(column)
        return cell.value if cell else None

    @property
    def is_blank(self) -> bool:
        """Whether no figure is printed in the columns shown."""
        return all(cell.value is None for cell in self.cells)


@dataclass(frozen=True)
class RowWriter:
    """Makes rows of the lines of one table: each with an address of its own, its figures as texts.

    `keys` are the addresses by the ids of the lines; figures in another unit than their own have `decimals`.
    """

    precision: Precision
    unit: AmountUnit
    decimals: int
    keys: Mapping[int, str]

    def row(self, line: StatementLine, columns: tuple[Column, ...], level: int, above: tuple[str, ...] = ()) -> Row:
        key = self.keys[id(line)]
        return Row(
            key=key,
            name=line.name or line.printed_name,
            cells=tuple(self._cell(line, column, key) for column in columns if column.is_amount),
            code=getattr(line, "code", ""),
            printed_name=line.printed_name,
            line=getattr(line, "line", None),
            side=getattr(line, "side", ""),
            item=getattr(line, "item", ""),
            level=level,
            is_total=line.is_total,
            place=line.place,
            above=above,
        )

    def filler(self, number: int, side: str, columns: tuple[Column, ...]) -> Row:
        """A row of the form that has a number and nothing else."""
        cells = tuple(Cell(column, None, "", f"{number}.{column.anchor}") for column in columns if column.is_amount)
        return Row(str(number), "", cells, line=number, side=side)

    def _cell(self, line: StatementLine, column: Column, key: str) -> Cell:
        text = line.text(column.name, self.precision, unit=self.unit, decimals=self.decimals)
        return Cell(column, getattr(line, column.name), text, f"{key}.{column.anchor}")
