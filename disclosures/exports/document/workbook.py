"""`document_xlsx`: the tables and self-evaluation forms of a disclosure in one workbook, each on a sheet of its own."""

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from disclosures.addresses import links
from disclosures.exports.document.grids.forms import TITLES, form_grid
from disclosures.exports.document.grids.statement import official
from disclosures.exports.document.grids.widths import widths_of
from disclosures.exports.document.writing import DRAFT
from disclosures.exports.table.content import TableFile, source_of
from disclosures.exports.table.xlsx_file import write_table
from disclosures.exports.table.xlsx_sheet import SheetWriter, saved
from disclosures.publication.steps import PUBLIC
from disclosures.statements.loaded import Form, LoadedDisclosure
from disclosures.statements.models import statements_in

_FORM_WIDTH, _FORM_SIZE = 420, 11  # millimetres that the columns of a form share, and points of its letters
_LETTER = 2  # millimetres of a half-width one


def document_xlsx(loaded: LoadedDisclosure, origin: str) -> bytes:
    """The workbook; `origin` stands before the addresses that it names.

    Figures are numbers, shown as published in the unit of their table. The same revision always gives the same bytes.
    """
    book = Workbook()
    book.remove(book.active)
    for number in statements_in(loaded.disclosure.year):
        address = origin + links.pinned(loaded.disclosure).table(number)
        file = TableFile(official(loaded.table(number)), loaded.disclosure, address)
        _finish(write_table(book.create_sheet(), file), loaded, file.source)
    for position, form in enumerate(loaded.forms, start=1):
        address = origin + links.pinned(loaded.disclosure).performance_form(position)
        sheet = _form(book.create_sheet(f"绩效自评表{position}"), form, loaded)
        _finish(sheet, loaded, source_of(loaded.disclosure, address))
    return saved(book)


def _finish(sheet: SheetWriter, loaded: LoadedDisclosure, source: str) -> None:
    """Below all else where the sheet comes from; a draft says on each page in print that it is one."""
    sheet.line(source)
    if loaded.disclosure.state not in PUBLIC:
        sheet.sheet.oddHeader.center.text = DRAFT


def _form(page: Worksheet, form: Form, loaded: LoadedDisclosure) -> SheetWriter:
    grid = form_grid(form, loaded.disclosure.precision)
    sheet = SheetWriter(page, [round(width / _LETTER) for width in widths_of(grid, _FORM_WIDTH, _FORM_SIZE)])
    sheet.line(TITLES[form.form.kind], "center", size=16)
    sheet.line(f"（{loaded.disclosure.year}年度）", "center")
    for row in grid.placed():
        column, lines = 1, 1
        for box, goes_on in row:
            if not goes_on:
                sheet.box(column, box.text, box.side, box.high, box.wide)
                lines = max(lines, sheet.lines_of(box.text, column, box.wide) if box.high == 1 else 1)
            column += box.wide
        sheet.heighten(lines)
        sheet.end_row()
    return sheet
