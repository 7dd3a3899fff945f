"""Writes a laid out document as a workbook: a sheet for each table, or all of them in one below the other."""

import re
from decimal import Decimal
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

from tests.layouts.documents import LaidOut
from tests.layouts.formats.sheets import Held, Sheet, sheets_of
from tests.layouts.tables.grids import Phantom

_EMPTY_RESULT = re.compile(rb'(<c r="([A-Z]+\d+)"[^>]*><f>[^<]*</f>)<v ?/?>(?:</v>)?')


def write_workbook(document: LaidOut, path: Path) -> None:
    """The tables and forms; the text of the disclosure is no part of a workbook."""
    book = Workbook()
    book.remove(book.active)
    results: dict[str, dict[str, str]] = {}
    for n, sheet in enumerate(sheets_of(document), start=1):
        results[f"xl/worksheets/sheet{n}.xml"] = _fill(book.create_sheet(sheet.name), sheet)
    book.save(path)
    if document.layout["formulas"] == "with value":
        _store_results(path, results)


def _fill(written: Worksheet, sheet: Sheet) -> dict[str, str]:
    """Write the cells; the results of its formulas by their address."""
    results = {}
    for number, row in enumerate(sheet.rows, start=1):
        if isinstance(row, Phantom):
            written.row_dimensions[number].hidden = True
        for column, held in enumerate(row, start=1):
            if held is not None and _put(written.cell(number, column), held):
                results[written.cell(number, column).coordinate] = str(held.value)
    for one in sheet.merges:
        written.merge_cells(
            start_row=one.top + 1,
            start_column=one.left + 1,
            end_row=one.top + one.height,
            end_column=one.left + one.width,
        )
    if sheet.hidden:
        written.sheet_state = "hidden"
    return results


def _put(cell: Cell, held: Held) -> bool:
    """Write one cell; whether it is a formula."""
    if held.formula:
        cell.value = f"={held.formula}"
    elif isinstance(held.value, Decimal):
        cell.value = float(held.value)
    elif held.mark:
        cell.value = CellRichText(held.value, TextBlock(InlineFont(vertAlign="superscript"), held.mark))
    else:
        cell.value = held.value
        cell.data_type = "s"  # “=100%” is no formula
    cell.number_format = held.number_format
    return bool(held.formula)


def _store_results(path: Path, results: dict[str, dict[str, str]]) -> None:
    """Write the results beside the formulas, as the program that calculated them does."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, of_sheet in results.items():
        parts[name] = _EMPTY_RESULT.sub(
            lambda found, known=of_sheet: found[1] + f"<v>{known[found[2].decode()]}</v>".encode(), parts[name]
        )
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
