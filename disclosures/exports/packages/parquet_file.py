"""The figures of a year as Parquet: exact decimals, one row a figure."""

import io
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from disclosures.exports.packages.schema import FIGURES

EACH = 50_000  # rows of a group
_TYPES = {
    "string": pa.string(),
    "integer": pa.int32(),
    "year": pa.int16(),
    "boolean": pa.bool_(),
    "number": pa.decimal128(18, 2),
}
SCHEMA = pa.schema([pa.field(column.key, _TYPES[column.type], metadata={"title": column.title}) for column in FIGURES])


def parquet(rows: Iterable[tuple]) -> bytes:
    """The file; amounts are 元, exact, source: `figures_of`. The same rows give the same bytes."""
    content = io.BytesIO()
    with pq.ParquetWriter(content, SCHEMA, compression="zstd", store_schema=False) as writer:
        group: list[tuple] = []
        for row in rows:
            group.append(row)
            if len(group) == EACH:
                writer.write_table(_table(group))
                group = []
        writer.write_table(_table(group))
    return content.getvalue()


def _table(rows: list[tuple]) -> pa.Table:
    columns = zip(*rows, strict=True) if rows else ((),) * len(FIGURES)
    arrays = [
        pa.array([_value(cell, column.type) for cell in cells], field.type)
        for cells, column, field in zip(columns, FIGURES, SCHEMA, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=SCHEMA)


def _value(cell: Any, kind: str) -> Any:
    """What is not printed is null; an amount is a decimal."""
    if kind == "number":
        return Decimal(cell)
    if kind == "boolean":
        return bool(cell)
    return None if cell == "" else cell
