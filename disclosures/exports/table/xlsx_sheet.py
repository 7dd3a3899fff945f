"""A sheet that is written from the top, row by row: how words, figures and heads look, not what they mean."""

import io
import math
import re
import unicodedata
from decimal import Decimal
from functools import cache
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from disclosures.amounts import AmountUnit, in_unit
from disclosures.characters import without_unseen
from disclosures.exports.deflated import deflated

_FONT, _LINE_HEIGHT = "宋体", 15
_MOMENT = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_FIGURE = re.compile(r"-?(?:[0-9]|[1-9][0-9]{1,2}(?P<parted>,[0-9]{3})*|[1-9][0-9]{3,11})(?:\.(?P<part>[0-9]{1,6}))?")
_HAIRLINE = Border(*[Side("thin", "999999")] * 4)
_NUMBERS = {Font: "fontId", Alignment: "alignmentId", Border: "borderId"}
_font, _alignment = cache(Font), cache(Alignment)  # one object for each look, by which `_dress` knows it


class SheetWriter:
    """`row` is the one that is written now; `widths` are those of the columns, in half-width characters."""

    def __init__(self, sheet: Worksheet, widths: list[int]):
        self.sheet, self.row, self.widths = sheet, 1, widths
        self._looks: dict[int, int] = {}  # the number of each look in the workbook
        for column, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.fitToHeight = 0  # as many pages as it takes
        sheet.sheet_properties.pageSetUpPr.fitToPage = True

    def line(self, words: str, side: str = "left", size: int = 11) -> None:
        """Words across the whole width, on a row of their own, as high as they need."""
        self._dress(self._write(1, words, bold=size > 11, size=size), _alignment(side, "center", wrap_text=True))
        self._merge(1, 1, len(self.widths))
        self.sheet.row_dimensions[self.row].height = _LINE_HEIGHT * size / 11 * self._lines(words, self.widths)
        self.row += 1

    def head(self, column: int, words: str, rowspan: int, colspan: int) -> None:
        """A cell of the head, spanning rows below and columns to the right."""
        cell = self._write(column, words, bold=True)
        self._merge(column, rowspan, colspan)
        self._dress(cell, _alignment("center", "center", wrap_text=True))

    def keep_in_view(self, first: int) -> None:
        """The rows from `first` to the one before this stay in view, and are printed again on every page."""
        self.sheet.freeze_panes = f"A{self.row}"
        self.sheet.print_title_rows = f"{first}:{self.row - 1}"

    def words(self, column: int, words: str, *, bold: bool = False, indent: int = 0, colspan: int = 1) -> None:
        cell = self._write(column, words, bold=bold)
        self._dress(cell, _alignment("left", "center", indent=indent, wrap_text=True))
        self._merge(column, 1, colspan)

    def number(self, column: int, number: int) -> None:
        """A number that counts, as 行次 does."""
        cell = self._styled(column)
        cell.value = number
        self._dress(cell, _alignment("center", "center"))

    def amount(self, column: int, value: Decimal, unit: AmountUnit, decimals: int, *, bold: bool = False) -> None:
        """元, exact, as a number in `unit` that is shown with so many decimals; it is not rounded."""
        cell = self._styled(column, bold=bold)
        cell.value = in_unit(value, unit)
        cell.number_format = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
        self._dress(cell, _alignment("right", "center", indent=1))

    def box(self, column: int, text: str, side: str, rowspan: int, colspan: int, *, bold: bool = False) -> None:
        """A cell with words; a figure among them is a number that is shown with the same letters."""
        cell = self._write(column, text, bold=bold)
        if figure := _FIGURE.fullmatch(text):
            cell.value = Decimal(text.replace(",", ""))
            whole, part = "#,##0" if figure["parted"] else "0", "0" * len(figure["part"] or "")
            cell.number_format = f"{whole}.{part}" if part else whole
        cell.alignment = Alignment(side, "center", wrap_text=True)
        self._merge(column, rowspan, colspan)

    def lines_of(self, text: str, column: int, colspan: int) -> int:
        """How many lines the words take in so many columns."""
        widths = self.widths[column - 1 : column - 1 + colspan]
        return sum(self._lines(line, widths) for line in text.split("\n"))

    def heighten(self, lines: int) -> None:
        """Make the row high enough for so many lines, which programs do not do by themselves where cells are merged."""
        self.sheet.row_dimensions[self.row].height = _LINE_HEIGHT * lines + 3

    def end_row(self) -> None:
        """The row is written: frame all its cells."""
        for column in range(1, len(self.widths) + 1):
            self._dress(self.sheet.cell(self.row, column), _HAIRLINE)
        self.row += 1

    def _write(self, column: int, words: str, *, bold: bool = False, size: int = 11) -> Cell:
        """Words as words, though they begin like a formula; characters that no workbook may hold are left out."""
        cell = self._styled(column, bold=bold, size=size)
        cell.value, cell.data_type = without_unseen(words), "s"
        return cell

    def _styled(self, column: int, *, bold: bool = False, size: int = 11) -> Cell:
        cell = self.sheet.cell(self.row, column)
        self._dress(cell, _font(_FONT, size, bold=bold))
        return cell

    def _dress(self, cell: Cell, look: Font | Alignment | Border) -> None:
        """The workbook keeps each look once; that it is asked for by content, for each cell, took most of the time."""
        name = _NUMBERS[type(look)]
        if id(look) not in self._looks:
            setattr(cell, name.removesuffix("Id"), look)
            self._looks[id(look)] = getattr(cell._style, name)
        else:
            cell._style = cell._style or StyleArray()
            setattr(cell._style, name, self._looks[id(look)])

    def _merge(self, column: int, rowspan: int, colspan: int) -> None:
        if rowspan * colspan > 1:
            self.sheet.merge_cells(
                start_row=self.row,
                start_column=column,
                end_row=self.row + rowspan - 1,
                end_column=column + colspan - 1,
            )

    @staticmethod
    def _lines(words: str, widths: list[int]) -> int:
        return max(math.ceil(width_of(words) / sum(widths)), 1)


def width_of(words: str) -> int:
    """Half-width characters that the words take."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in words)


def saved(book: Workbook) -> bytes:
    """The workbook as a file; the same sheets always give the same bytes."""
    content = io.BytesIO()
    book.save(content)
    return without_time(content.getvalue())


def without_time(workbook: bytes) -> bytes:
    """The same workbook without the moment of writing, which openpyxl puts into its parts and into their dates."""
    with ZipFile(io.BytesIO(workbook)) as old:
        parts = ((name, old.read(name)) for name in old.namelist())
        return deflated((name, _MOMENT.sub(b"", part) if name == "docProps/core.xml" else part) for name, part in parts)
