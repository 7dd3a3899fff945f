"""A row of a table as all makers of lines see it: what names it, and the cell of each of its amount columns."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from disclosures.documents.items import BLANK, Cell
from disclosures.intake.recognition.blocks import Row
from disclosures.intake.recognition.fields import Fields
from disclosures.intake.recognition.heads import Column, Panel
from disclosures.intake.wording import unnumbered
from disclosures.statements.fields import Amount
from disclosures.statements.form_rows import FormRow


@dataclass(frozen=True)
class TableRow:
    """A row within one panel; a cell in which nothing is printed is `BLANK`.

    `cells` has the printed amounts, by what the head says of their columns: nearly always a declared column.
    """

    printed: Row
    codes: tuple[Cell, ...]
    label: Cell
    number: Cell
    cells: dict[Any, Cell]

    @cached_property
    def name(self) -> str:
        """What the row is called, in one line."""
        return words(self.label)

    @property
    def labels(self) -> list[Cell]:
        """The printed cells that name the row."""
        return [cell for cell in (*self.codes, self.label, self.number) if cell]

    @property
    def used(self) -> Iterator[Cell]:
        """All that goes into the line of the row."""
        yield from self.labels
        yield from self.cells.values()

    @property
    def first(self) -> Cell:
        """The cell by which a person finds the row."""
        return next(self.used, BLANK)

    def at(self, position: int) -> Cell:
        """The cell of any column of the table."""
        return at(self.printed, position)

    def in_columns(self, columns: Iterable[Column]) -> tuple[Cell, ...]:
        """The printed cells of columns that are none of the form."""
        return tuple(cell for column in columns if (cell := at(self.printed, column.position)))


def rows_in(panel: Panel, fields: Fields, rows: Iterable[Row]) -> list[TableRow]:
    """The rows below a head, within one of its panels."""
    return [
        TableRow(
            row,
            tuple(at(row, position) for position in panel.codes),
            at(row, panel.name),
            at(row, panel.line),
            {column: cell for position, column in fields.items() if (cell := at(row, position))},
        )
        for row in rows
    ]


def at(row: Row, position: int | None) -> Cell:
    """The cell of a row at that column."""
    return row[position] if position is not None and position < len(row) else BLANK


def words(cell: Cell) -> str:
    """The text of a cell in one line."""
    return re.sub(r"\s*\n\s*", "", cell.text).strip()


def named_column(name: str, columns: Iterable[Amount]) -> Amount | None:
    """The column whose title names a row, where a form has its columns below each other."""
    wanted = unnumbered(name)
    return next((column for column in columns if wanted in {unnumbered(title) for title in column.titles}), None)


def place_on_form(name: str, outline: tuple[FormRow, ...], start: int = 0) -> int | None:
    """Where the form prints a row of that name, at or after `start`; numbering does not count."""
    wanted = unnumbered(name)
    for n, row in enumerate(outline[start:], start=start):
        if wanted in {unnumbered(name) for name in row.names}:
            return n
    return None
