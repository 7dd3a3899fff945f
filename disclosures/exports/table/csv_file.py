"""CSV that spreadsheet programs open as it is: UTF-8 with a mark of byte order, lines that end in CRLF."""

import csv
import io
from collections.abc import Iterator

from disclosures.amounts import printed
from disclosures.exports.table.content import TableFile
from disclosures.exports.table.flat import flat_columns, flat_rows, label
from disclosures.tables.harmless import harmless
from disclosures.tables.heads import Column
from disclosures.tables.rows import Row
from disclosures.tables.table import Table


def csv_file(file: TableFile) -> bytes:
    """The table as shown, in its unit, without thousands separators.

    Every line is a row of the table: where it comes from is said in the file's name, and in a README beside it.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(harmless(title_of(column, file.table)) for column in flat_columns(file.table))
    for row in flat_rows(file.table):
        writer.writerow(harmless(cell) for cell in _cells(row, file.table))
    return text.getvalue().encode("utf-8-sig")


def title_of(column: Column, table: Table) -> str:
    """The official title with the head above it, and the unit of an amount."""
    return f"{column.full_title}（{table.unit}）" if column.is_amount else column.title


def _cells(row: Row, table: Table) -> Iterator[str]:
    """The row's words, then its figures with as many decimals as shown; "" where nothing is printed."""
    for column in flat_columns(table):
        if column.is_amount:
            yield printed(row.amount(column.name), table.unit, table.decimals, grouping=False)
        else:
            yield label(row, column)
