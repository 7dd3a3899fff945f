"""Writes a laid out document as a workbook: a sheet for each table, or all of them in one below the other."""

from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.layouts.documents import LaidOut
from tests.layouts.grids import Drawn
from tests.layouts.laid import Laid

_LONGEST = 31  # characters of a sheet's name


def write_workbook(document: LaidOut, path: Path) -> None:
    """The tables and forms; the text of the disclosure is no part of a workbook."""
    layout = document.layout
    blocks = [_block(one, document) for one in (*document.tables, *document.forms)]
    book = Workbook()
    book.remove(book.active)
    if document.contents:
        _fill(book.create_sheet("目录"), Drawn([["目录"], *([text] for text in document.contents)]), 1)
    if layout["sheets"] == "one for each table":
        for n, (laid, drawn) in enumerate(zip((*document.tables, *document.forms), blocks, strict=True), start=1):
            _fill(book.create_sheet(_name(laid, n, layout["sheet names"])), drawn, 1)
    else:
        sheet, top = book.create_sheet("决算公开"), 1
        for drawn in blocks:
            top = _fill(sheet, drawn, top) + 1  # a blank row, without which no title of a local table would stand out
    book.save(path)


def _name(laid: Laid, n: int, style: str) -> str:
    if style == "titles" and laid.number:
        return laid.title[:_LONGEST]
    return f"公开{laid.number}" if style == "numbers" and laid.number else f"Sheet{n}"


def _block(laid: Laid, document: LaidOut) -> Drawn:
    """Caption, table and notes in one grid, with the blank rows and columns of the layout."""
    layout, width = document.layout, max(laid.drawn.width, 4)
    drawn = laid.drawn
    if laid.number and layout["blank rows"] == "above and between":
        drawn = drawn.with_blank_row(len(drawn.rows) - 1).with_blank_row(drawn.head)
    upper = Drawn([])
    for cells in laid.caption:
        middle = [""] * (width - len(cells))
        if len(cells) == 1 and layout["centred"]:
            upper.add([*middle[: len(middle) // 2], cells[0]])
            continue
        upper.add([cells[0], *middle, *cells[1:]], *([(0, width)] if len(cells) == 1 else []))
    drawn = drawn.below(upper)
    drawn.spread_over([*laid.notes, *(document.signatures if laid.number else [])], width)
    if layout["blank rows"] != "none":
        drawn = drawn.with_blank_row(len(upper.rows)).with_blank_row(0)
    return drawn.moved_right(layout["blank columns"])


def _fill(sheet: Worksheet, drawn: Drawn, top: int) -> int:
    """Write the grid from that row on; the first free row below it."""
    for number, row in enumerate(drawn.rows, start=top):
        for column, value in enumerate(row, start=1):
            if value not in ("", None):
                cell = sheet.cell(number, column, float(value) if isinstance(value, Decimal) else value)
                cell.data_type = "n" if isinstance(value, Decimal) else "s"  # “=100%” is no formula
    for one in drawn.merges:
        sheet.merge_cells(
            start_row=top + one.top,
            start_column=one.left + 1,
            end_row=top + one.top + one.height - 1,
            end_column=one.left + one.width,
        )
    return top + len(drawn.rows)
