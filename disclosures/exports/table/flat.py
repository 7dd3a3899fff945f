"""A table with all its panels below each other, as programs like to read it: one head, one row a line."""

from collections.abc import Iterator

from disclosures.statements.form_rows import SIDES
from disclosures.tables.heads import Column
from disclosures.tables.rows import Row
from disclosures.tables.table import Table

_SIDE = Column("side", "收支")


def flat_columns(table: Table) -> tuple[Column, ...]:
    """The columns of all panels, each once, labels first; a two-sided account says first which side a row is on."""
    columns = {column.name: column for panel in table.panels for column in panel.columns}.values()
    labels = [column for column in columns if not column.is_amount]
    amounts = [column for column in columns if column.is_amount]
    sides = [_SIDE] if any(panel.side for panel in table.panels) else []
    return (*sides, *labels, *amounts)


def flat_rows(table: Table) -> Iterator[Row]:
    """The rows that say something: without those that the form prints with their number alone."""
    return (row for row in table.rows if row.name or row.code or not row.is_blank)


def label(row: Row, column: Column) -> str:
    """What the row says in a column that is no amount."""
    if column is _SIDE:
        return dict(SIDES).get(row.side, row.side)
    value = getattr(row, column.name)
    return "" if value is None else str(value)
