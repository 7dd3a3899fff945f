"""`read_xls`: the sheets of an Excel 97 workbook as a person sees them, from its records by xlrd."""

import io
from collections.abc import Iterator
from pathlib import Path

import xlrd
from xlrd.biffh import error_text_from_code

from disclosures.documents.archives import check_archive
from disclosures.documents.colours import BLACK, WHITE, Colour, are_alike
from disclosures.documents.items import Aside, DocumentError, Item
from disclosures.documents.limits import DEFAULT, Limits
from disclosures.documents.pieces import DELETED
from disclosures.documents.sheets.formats.digits import digits_of, number_of
from disclosures.documents.sheets.formats.numbers import Format, format_of
from disclosures.documents.sheets.seen import SAME_COLOUR, Merge, Ranges, Sheet, items_of
from disclosures.documents.sheets.shown_cells import ERROR, put_doubtful, put_number, put_text

# What damaged records make xlrd raise; it has no error of its own for most of them.
DAMAGE = (
    xlrd.XLRDError, AssertionError, AttributeError, IndexError, KeyError, MemoryError, OverflowError, TypeError,
    UnicodeDecodeError, ValueError, NotImplementedError, EOFError,
)  # fmt: skip
_SOLID, _AUTOMATIC = 1, 0x7FFF
_LONGEST = 200  # characters of what is put aside of a cell
_EPOCH_1904 = 1462  # days from the usual first day to that of workbooks made on old Macintoshes


def read_xls(path: Path, limits: Limits = DEFAULT) -> list[Item]:
    """A grid for each sheet that shows anything, and what is not seen; places are the sheet's name and an address."""
    check_archive(path, limits)
    book = opened(path)
    try:
        looks = Looks(book)
        return [
            item for sheet in book.sheets() for item in items_of(_sheet(sheet, looks, limits, path), path.name, limits)
        ]
    except DAMAGE as error:
        raise DocumentError(f"{path.name} 不是完整的工作簿，读不出来。") from error


def opened(path: Path) -> xlrd.Book:
    """The workbook with its formats."""
    try:
        return xlrd.open_workbook(str(path), formatting_info=True, logfile=io.StringIO())
    except DAMAGE as error:
        message = "加了密码，不能读；请先去掉密码。" if "encrypted" in str(error) else "不是完整的工作簿，读不出来。"
        raise DocumentError(f"{path.name} {message}") from error


class Looks:
    """The format of each cell and whether its text is seen, made once for all that share it."""

    def __init__(self, book: xlrd.Book):
        self.book, self.first_day = book, _EPOCH_1904 if book.datemode else 0
        self._known: dict[int, Format] = {}
        self._unseen: dict[int, str] = {}

    def code(self, style: int) -> str:
        """The format code of a cell's style."""
        return self.book.format_map[self.book.xf_list[style].format_key].format_str

    def of(self, style: int) -> Format:
        if style not in self._known:
            self._known[style] = format_of(self.code(style))
        return self._known[style]

    def unseen(self, style: int) -> str:
        """Why nothing of the cell is seen: struck out, or in the colour of what is behind it; else ""."""
        if style not in self._unseen:
            said = self.book.xf_list[style]
            font, fill = self.book.font_list[said.font_index], said.background
            behind = self._colour(fill.pattern_colour_index, None) if fill.fill_pattern == _SOLID else None
            alike = are_alike(self._colour(font.colour_index, BLACK), behind if fill.fill_pattern else WHITE)
            self._unseen[style] = DELETED if font.struck_out else SAME_COLOUR if alike else ""
        return self._unseen[style]

    def _colour(self, index: int, otherwise: Colour) -> Colour:
        return otherwise if index == _AUTOMATIC else self.book.colour_map.get(index)


def _sheet(source: xlrd.sheet.Sheet, looks: Looks, limits: Limits, path: Path) -> Sheet:
    limits.check(path.name, "rows", source.nrows)
    limits.check(path.name, "cells", source.nrows * source.ncols)
    sheet = Sheet(source.name, source.visibility != 0)
    sheet.hidden_rows = {number + 1 for number, row in source.rowinfo_map.items() if row.hidden}
    sheet.hidden_columns = Ranges((n + 1, n + 1) for n, column in source.colinfo_map.items() if column.hidden)
    sheet.merges = [Merge(top + 1, left + 1, bottom, right) for top, bottom, left, right in source.merged_cells]
    for row, column, cell in _cells(source):
        _put(sheet, (row + 1, column + 1), cell, looks)
    return sheet


def _cells(source: xlrd.sheet.Sheet) -> Iterator[tuple[int, int, xlrd.sheet.Cell]]:
    for row in range(source.nrows):
        for column, cell in enumerate(source.row(row)):
            if cell.ctype not in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
                yield row, column, cell


def _put(sheet: Sheet, at: tuple[int, int], cell: xlrd.sheet.Cell, looks: Looks) -> None:
    if unseen := looks.unseen(cell.xf_index):
        sheet.aside.append(Aside(sheet.place(*at), _plain(cell.value)[:_LONGEST], unseen))
    elif cell.ctype == xlrd.XL_CELL_ERROR:
        text = error_text_from_code.get(cell.value, "#?")
        put_doubtful(sheet, at, text, ERROR.format(text))
    elif cell.ctype == xlrd.XL_CELL_BOOLEAN:
        put_text(sheet, at, "TRUE" if cell.value else "FALSE", looks.of(cell.xf_index))
    elif cell.ctype == xlrd.XL_CELL_TEXT:
        put_text(sheet, at, cell.value, looks.of(cell.xf_index))
    else:
        put_number(sheet, at, number_of(cell.value), looks.of(cell.xf_index), looks.first_day)


def _plain(value: str | float) -> str:
    """What a cell holds, without a look at its format."""
    return value if isinstance(value, str) else digits_of(number_of(value))
