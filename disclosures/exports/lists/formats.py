"""The kinds of file that a list is given as: csv, xlsx, json. The same list always gives the same bytes."""

import csv
import io
import json
from collections.abc import Callable
from decimal import Decimal

from django.http import Http404, HttpResponse
from openpyxl import Workbook

from disclosures.amounts import AmountUnit
from disclosures.exports.lists.content import ListColumn, ListFile, Value, digest_of, named
from disclosures.exports.naming import disposition
from disclosures.exports.table.xlsx_sheet import SheetWriter, width_of, without_time
from disclosures.tables.harmless import harmless

_NARROWEST, _WIDEST, _LOOKED_AT = 8, 44, 200  # half-width characters; rows
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TYPES = {"csv": "text/csv; charset=utf-8", "xlsx": _XLSX, "json": "application/json"}


def list_answer(file: ListFile, suffix: str) -> HttpResponse:
    """The list as that kind of file, under its name; not found where there is no such kind."""
    if suffix not in _TYPES:
        raise Http404
    lines = list_csv(file)
    digest = digest_of(lines)
    writers: dict[str, Callable[[], bytes]] = {
        "csv": lambda: lines,
        "xlsx": lambda: list_xlsx(file, digest),
        "json": lambda: list_json(file, digest),
    }
    name = disposition(*named(file, suffix, digest), is_saved=suffix != "json")
    return HttpResponse(writers[suffix](), _TYPES[suffix], headers={"Content-Disposition": name})


def list_csv(file: ListFile) -> bytes:
    """A head, then a row a line, all of as many cells."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(harmless(column.head) for column in file.columns)
    for row in file.rows:
        writer.writerow(harmless(file.text(*cell)) for cell in zip(file.columns, row, strict=True))
    return text.getvalue().encode("utf-8-sig")


def list_json(file: ListFile, digest: str) -> bytes:
    """The rows under the keys of their columns, exact figures as text; before them where they come from."""
    content = {
        "title": file.title,
        "asked": file.asked,
        "source": file.address,
        "csv_sha256": digest,
        "count": file.count,
        "columns": [_column(column) for column in file.columns],
        "rows": [_row(file, row) for row in file.rows],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def _column(column: ListColumn) -> dict[str, str | None]:
    return {"key": column.key, "title": column.title, "unit": AmountUnit.YUAN.value if column.is_amount else None}


def _row(file: ListFile, row: tuple[Value, ...]) -> dict[str, Value]:
    cells = zip(file.columns, row, strict=True)
    return {column.key: file.text(column, value) if isinstance(value, Decimal) else value for column, value in cells}


def list_xlsx(file: ListFile, digest: str) -> bytes:
    """Above the head where the list comes from, then figures as numbers."""
    book = Workbook()
    sheet = SheetWriter(book.active, [_width(file, n) for n in range(len(file.columns))])
    for line in _caption(file, digest):
        sheet.line(line)
    first = sheet.row
    for column, each in enumerate(file.columns, start=1):
        sheet.head(column, each.head, 1, 1)
    sheet.end_row()
    sheet.keep_in_view(first)
    for row in file.rows:
        for column, value in enumerate(row, start=1):
            _write(sheet, column, value)
        sheet.end_row()
    content = io.BytesIO()
    book.save(content)
    return without_time(content.getvalue())


def _caption(file: ListFile, digest: str) -> list[str]:
    """What the list is, where it stands, by what it is told."""
    whole = f"共 {file.count} 行，这里是前 {len(file.rows)} 行" if file.is_cut else f"共 {file.count} 行"
    return [
        " · ".join((file.title, *file.asked)),
        f"来源：{file.address}，{whole}",
        f"同一清单的 csv，SHA-256 {digest}",
    ]


def _write(sheet: SheetWriter, column: int, value: Value) -> None:
    if isinstance(value, Decimal):
        sheet.amount(column, value, AmountUnit.YUAN, max(-int(value.as_tuple().exponent), 0))
    elif isinstance(value, int):
        sheet.number(column, value)
    elif value:
        sheet.words(column, value)


def _width(file: ListFile, number: int) -> int:
    column = file.columns[number]
    texts = (file.text(column, row[number]) for row in file.rows[:_LOOKED_AT])
    longest = max(map(width_of, (column.head, *texts)))
    return min(max(longest + 2, _NARROWEST), _WIDEST)
