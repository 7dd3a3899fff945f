"""Writes a laid out document as a workbook of Excel 97, by a library that writes its records."""

from decimal import Decimal
from pathlib import Path

import xlwt

from tests.layouts.documents import LaidOut
from tests.layouts.formats.sheets import Sheet, sheets_of
from tests.layouts.tables.grids import Phantom

_HIDDEN = 1


def write_old_workbook(document: LaidOut, path: Path) -> None:
    """The tables and forms."""
    book = xlwt.Workbook(encoding="utf-8")
    styles: dict[str, xlwt.XFStyle] = {}
    for sheet in sheets_of(document):
        _fill(book.add_sheet(sheet.name, cell_overwrite_ok=True), sheet, styles)
    book.save(str(path))


def _fill(written: xlwt.Worksheet, sheet: Sheet, styles: dict[str, xlwt.XFStyle]) -> None:
    for one in sheet.merges:
        written.merge(one.top, one.top + one.height - 1, one.left, one.left + one.width - 1)
    for number, row in enumerate(sheet.rows):
        if isinstance(row, Phantom):
            written.row(number).hidden = True
        for column, held in enumerate(row):
            if held is None:
                continue
            value = float(held.value) if isinstance(held.value, Decimal) else held.value
            written.write(number, column, value, _style(held.number_format, styles))
    if sheet.hidden:
        written.visibility = _HIDDEN


def _style(number_format: str, styles: dict[str, xlwt.XFStyle]) -> xlwt.XFStyle:
    """One style for each format: a workbook of that time holds 4,000 at most."""
    if number_format not in styles:
        style = xlwt.XFStyle()
        style.num_format_str = number_format
        styles[number_format] = style
    return styles[number_format]
