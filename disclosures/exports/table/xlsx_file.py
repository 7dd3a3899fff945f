"""A workbook with the table as the official form prints it: merged heads, 栏次, real numbers, notes, the source."""

from collections.abc import Iterator
from itertools import accumulate, pairwise

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from disclosures.exports.table.content import TableFile
from disclosures.exports.table.xlsx_sheet import SheetWriter, saved, width_of
from disclosures.tables.rows import Cell, Row
from disclosures.tables.table import Panel, Table

AMOUNT_WIDTH, WIDEST = 14, 44


def xlsx_file(file: TableFile) -> bytes:
    """The table as shown, in its unit; the same table always gives the same bytes."""
    book = Workbook()
    write_table(book.active, file).line(file.source)
    return saved(book)


def write_table(page: Worksheet, file: TableFile) -> SheetWriter:
    """The table on a sheet of its own, down to its notes; where it comes from is yet to be said below them."""
    page.title = f"公开{file.table.number}表"
    sheet = SheetWriter(page, list(_widths(file.table)))
    _caption(sheet, file)
    _head(sheet, file.table)
    for entry in file.table.grid:
        _entry(sheet, file.table, entry)
    _foot(sheet, file.table)
    for line in file.table.remarks:
        sheet.line(line)
    return sheet


def _widths(table: Table) -> Iterator[int]:
    """In half-width characters: amounts wide enough for their titles, words for the longest one, within bounds."""
    for panel in table.panels:
        for column in panel.columns:
            if column.is_amount:
                yield max(AMOUNT_WIDTH, width_of(column.title) + 4)
                continue
            longest = max((width_of(str(getattr(row, column.name) or "")) for row in panel.rows), default=0)
            yield min(max(longest, width_of(column.title)) + 2, WIDEST)


def _caption(sheet: SheetWriter, file: TableFile) -> None:
    """What the form prints above its head."""
    table, disclosure = file.table, file.disclosure
    sheet.line(table.title, "center", size=16)
    sheet.line(f"公开{table.number}表", "right")
    sheet.line(f"单位：{table.unit_name or disclosure.unit_name}　　{disclosure.year} 年度")
    sheet.line(f"金额单位：{table.unit}", "right")


def _head(sheet: SheetWriter, table: Table) -> None:
    """The levels of the head; a cell that spans several takes its place in each of them."""
    first, taken = sheet.row, set()
    for row in table.head:
        column = 1
        for head in row:
            while (sheet.row, column) in taken:
                column += 1
            sheet.head(column, head.title, head.rowspan, head.colspan)
            taken |= {(sheet.row + n, column + m) for n in range(head.rowspan) for m in range(head.colspan)}
            column += head.colspan
        sheet.end_row()
    sheet.keep_in_view(first)


def _entry(sheet: SheetWriter, table: Table, entry: tuple[Row | None, ...]) -> None:
    """One row of the form across its panels."""
    column = 1
    for panel, row in zip(table.panels, entry, strict=True):
        if row:
            _row(sheet, table, panel, row, column)
        column += len(panel.columns)
    sheet.end_row()


def _row(sheet: SheetWriter, table: Table, panel: Panel, row: Row, first: int) -> None:
    cells = {cell.column.name: cell for cell in row.cells}
    for position, column in enumerate(panel.columns, start=first):
        if column.is_amount:
            _amount(sheet, table, position, cells.get(column.name), row.is_total)
        elif column.name == "line":
            sheet.number(position, row.line)
        else:
            sheet.words(position, getattr(row, column.name), bold=row.is_total, indent=_indent(row, column.name))


def _indent(row: Row, column: str) -> int:
    return max(row.level - 1, 0) if column == "name" else 0


def _amount(sheet: SheetWriter, table: Table, position: int, cell: Cell | None, bold: bool) -> None:
    """A number in the table's unit, shown with as many decimals as are printed; nothing where nothing is printed."""
    if cell and cell.value is not None:
        sheet.amount(position, cell.value, table.unit, _decimals(cell.text, table.decimals), bold=bold)


def _decimals(text: str, usual: int) -> int:
    """The decimals of a figure that the document prints in its own way, as in "131"."""
    digits = "".join(character for character in text if character.isdigit() or character == ".")
    return len(digits.partition(".")[2]) if digits else usual


def _foot(sheet: SheetWriter, table: Table) -> None:
    """Totals below the panels: one under each panel, the last one of a row under all that remain."""
    panels = len(table.panels)
    for start in range(0, len(table.foot), panels):
        totals = table.foot[start : start + panels]
        for row, (first, last) in zip(totals, _spans(table, len(totals)), strict=True):
            sheet.words(first, row.name, bold=True, colspan=last - first)
            _amount(sheet, table, last, row.cells[-1] if row.cells else None, bold=True)
        sheet.end_row()


def _spans(table: Table, count: int) -> list[tuple[int, int]]:
    """The first and last column for each of so many totals."""
    ends = list(accumulate(len(panel.columns) for panel in table.panels))
    last = [*ends[: count - 1], ends[-1]]
    return [(before + 1, end) for before, end in pairwise([0, *last])]
