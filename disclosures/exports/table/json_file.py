"""JSON for programs: exact amounts in 元 beside what is printed, under the names of the model's fields."""

import json

from disclosures.exports.table.content import TableFile
from disclosures.exports.table.flat import flat_rows
from disclosures.tables.rows import Cell, Row
from disclosures.tables.table import Table


def json_file(file: TableFile) -> bytes:
    """The table as shown with all that names it; a figure that is not printed is null."""
    return json.dumps(_content(file), ensure_ascii=False, indent=1).encode()


def _content(file: TableFile) -> dict:
    table, disclosure = file.table, file.disclosure
    return {
        "region": disclosure.unit.region_id,
        "unit": disclosure.unit.code,
        "unit_name": disclosure.unit_name,
        "year": disclosure.year,
        "revision": disclosure.revision,
        "state": disclosure.state,
        "digest": disclosure.digest,
        "source": file.address,
        "table": table.number,
        "title": table.title,
        "selection": table.selection.query,
        "printed_unit": table.unit,
        "columns": _columns(table),
        "rows": [_row(row) for row in flat_rows(table)],
        "notes": table.notes,
        "is_declared_empty": table.is_declared_empty,
        "empty_reason": table.empty_reason,
    }


def _columns(table: Table) -> list[dict]:
    """The amounts with the words of the form; both sides of an account may have one of the same name."""
    columns = {(panel.side, column.name): column for panel in table.panels for column in panel.amount_columns}
    return [
        {"key": name, "side": side or None, "title": column.title, "group": column.group, "number": column.number}
        for (side, name), column in columns.items()
    ]


def _row(row: Row) -> dict:
    own = {"side": row.side, "line": row.line} if row.side else {"code": row.code}
    return {
        "key": row.key,
        **own,
        "name": row.name,
        "printed_name": row.printed_name,
        "level": row.level,
        "is_total": row.is_total,
        "amounts": {cell.column.name: _amount(cell) for cell in row.cells},
        "printed": {cell.column.name: cell.text or None for cell in row.cells},
        "place": row.place,
    }


def _amount(cell: Cell) -> str | None:
    """元 with two decimals, exact; null where nothing is printed."""
    return None if cell.value is None else f"{cell.value:.2f}"
