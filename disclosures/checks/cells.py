"""The cells that rules name: by a row of the official form and by the model's own attribute for the column."""

from functools import cache, lru_cache
from typing import Any, NamedTuple

from disclosures.statements.fields import Amount
from disclosures.statements.lines import TOTAL, AccountLine, StatementLine
from disclosures.statements.models import STATEMENTS


class Cell(NamedTuple):
    """A cell of 公开`number`表."""

    number: str
    row: str
    column: str


def cell(row: str, column: Any) -> Cell:
    """The cell of that row and column, as in `cell(TOTAL, Expenditure.basic_expenditure)`; a typo fails at import."""
    return _checked(column.field.model, row, column.field.name)


@cache
def cell_from(text: str) -> Cell:
    """The same from "05 total basic_expenditure", for lists of many cells."""
    number, row, column = text.split()
    return _checked(STATEMENTS[number], row, column)


@lru_cache(maxsize=4096)  # documents print codes of their own
def _checked(model: type[StatementLine], row: str, column: str) -> Cell:
    side = row.partition(":")[0] if issubclass(model, AccountLine) else ""
    has_column = column in {amount.name for amount in columns_on(model, side)}
    if not has_column or not (row in _rows(model) or (row.isdigit() and not side)):
        raise ValueError(f"公开{model.number}表没有“{row}”行的“{column}”")
    return Cell(model.number, row, column)


def columns_on(model: type[StatementLine], side: str) -> tuple[Amount, ...]:
    """The amount columns of a statement, of one side where it has two."""
    return model.columns_of(side) if issubclass(model, AccountLine) else model.columns()


@cache
def _rows(model: type[StatementLine]) -> frozenset[str]:
    """The rows that the form names: those that it prints, the total, and those that its sums are made of."""
    printed = {f"{row.side}:{row.key}" if row.side else row.key for row in model.outline}
    summed = {term for identity in model.sums_of_rows() for _, term in identity.terms}
    return frozenset(printed | summed | {TOTAL})
