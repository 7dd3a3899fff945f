"""`read_ods`: the sheets of an .ods as a person sees them, from the text that the program stored for each cell."""

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from disclosures.documents.archives import check_archive
from disclosures.documents.items import Aside, Cell, Grid, Item
from disclosures.documents.limits import DEFAULT, Limits
from disclosures.documents.pieces import COVERED, Settled
from disclosures.documents.sheets.calculating import CALCULATED, calculated
from disclosures.documents.sheets.formats.digits import digits_of, number_of
from disclosures.documents.sheets.ods_styles import OFFICE, TABLE, Styles
from disclosures.documents.sheets.ods_text import text_of
from disclosures.documents.sheets.seen import NO_LOOK, Ranges, Sheet, items_of
from disclosures.documents.sheets.shown_cells import ERROR, NO_RESULT, plain, put_doubtful
from disclosures.documents.sheets.xlsx import DAMAGE, read_xlsx, refusal
from disclosures.documents.sheets.xlsx_package import parsed

_ERROR = re.compile(r"#(?:REF!|DIV/0!|N/A|NAME\?|VALUE!|NUM!|NULL!)|(?:Err|错误)[:：]\d{3}")
_NO_TEXT = "文件没有存下这一格显示成什么样；请在表格程序里打开、保存后再导入。"
_NUMBERS = ("float", "percentage", "currency")
_LONGEST = 200


def read_ods(path: Path, limits: Limits = DEFAULT) -> list[Item]:
    """A grid for each sheet that shows anything, and what is not seen; places are the sheet's name and an address."""
    check_archive(path, limits)
    try:
        with ZipFile(path) as archive:
            styles = Styles()
            if "styles.xml" in archive.namelist():
                styles.add(parsed(archive.read("styles.xml")))
            root = parsed(archive.read("content.xml"))
        styles.add(root)
        return list(_Reader(path, limits, styles).items(root))
    except DAMAGE as error:
        raise refusal(path.name, limits, error) from error


class _Reader:
    """Walks over the sheets; cells and rows that are said to repeat are counted, and read where they hold anything."""

    def __init__(self, path: Path, limits: Limits, styles: Styles):
        self.path, self.limits, self.styles = path, limits, styles
        self.cells = 0
        self.usual: list[tuple[int, str]] = []  # last column, and the style of cells without one of their own
        self.results: dict[str, Cell] | None = None

    def items(self, root: etree._Element) -> Iterator[Item]:
        body = root.find(f"{OFFICE}body/{OFFICE}spreadsheet")
        for table in body if body is not None else ():
            if table.tag == f"{TABLE}table":
                yield from items_of(self._sheet(table), self.path.name, self.limits)

    def _sheet(self, table: etree._Element) -> Sheet:
        sheet = Sheet(table.get(f"{TABLE}name", ""), table.get(f"{TABLE}style-name") in self.styles.hidden)
        sheet.hidden_columns, self.usual = _hidden_columns(table), _usual_styles(table)
        number = 1
        for row in _rows(table):
            times = _times(row, "rows")
            if any(map(_holds_anything, row)):
                self.limits.check(self.path.name, "rows", times)
                for n in range(number, number + times):
                    self._row(sheet, n, row)
            number += times
        return sheet

    def _row(self, sheet: Sheet, number: int, row: etree._Element) -> None:
        column = 1
        if row.get(f"{TABLE}visibility", "visible") != "visible":
            sheet.hidden_rows.add(number)
        for cell in row:
            times = _times(cell, "columns")
            if _holds_anything(cell):
                self.cells += times
                self.limits.check(self.path.name, "cells", self.cells)
                for n in range(column, column + times):
                    self._cell(sheet, (number, n), cell)
            column += times

    def _cell(self, sheet: Sheet, at: tuple[int, int], cell: etree._Element) -> None:
        settled, place = text_of(cell, self.styles), sheet.place(*at)
        formula, kind = cell.get(f"{TABLE}formula"), cell.get(f"{OFFICE}value-type", "")
        if formula is not None and not kind and not (settled and settled.text):
            self._calculated(sheet, at, formula)
        elif cell.tag == f"{TABLE}covered-table-cell":
            if settled and settled.text:
                sheet.aside.append(Aside(place, settled.text[:_LONGEST], COVERED))
        elif unseen := self.styles.unseen(cell.get(f"{TABLE}style-name") or self._usual(at[1], cell)):
            if settled and settled.text:
                sheet.aside.append(Aside(place, settled.text[:_LONGEST], unseen))
        else:
            self._put(sheet, at, cell, settled)

    def _usual(self, column: int, cell: etree._Element) -> str:
        """The style that its row or column gives to a cell that has none."""
        of_row = cell.getparent().get(f"{TABLE}default-cell-style-name")
        return of_row or next((style for last, style in self.usual if column <= last), "")

    def _put(self, sheet: Sheet, at: tuple[int, int], cell: etree._Element, settled: Settled | None) -> None:
        place, value = sheet.place(*at), _value(cell)
        if settled is None:
            if value:
                put_doubtful(sheet, at, value, _NO_TEXT)
            return
        text = settled.text
        sheet.aside.extend(settled.asides_at(place))
        if cell.get(f"{TABLE}formula") is not None and _ERROR.match(text):
            put_doubtful(sheet, at, text, ERROR.format(text))
        elif text:
            stored = "" if not value or plain(text) == value else value
            sheet.put(at, Cell(text, place, text == value, stored))
        elif value:
            sheet.aside.append(Aside(place, value, NO_LOOK))

    def _calculated(self, sheet: Sheet, at: tuple[int, int], formula: str) -> None:
        """The result from LibreOffice as it shows it; without one, the formula itself stands for it."""
        if self.results is None:
            items = calculated(self.path, self.limits, read_xlsx)
            grids = [item for item in items if isinstance(item, Grid)]
            self.results = {cell.place: cell for grid in grids for row in grid.rows for cell in row if cell}
        place, formula = sheet.place(*at), f"={formula.partition('=')[2]}"
        if place in self.results:
            sheet.aside.append(Aside(place, formula[:_LONGEST], CALCULATED))
            sheet.put(at, self.results[place])
        else:
            put_doubtful(sheet, at, formula, NO_RESULT)


def _holds_anything(cell: etree._Element) -> bool:
    return bool(len(cell) or cell.get(f"{TABLE}formula") or cell.get(f"{OFFICE}value-type"))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """Rows in their order, also those in groups and heads; not those of a table in a cell."""
    groups = {f"{TABLE}{name}" for name in ("table-rows", "table-header-rows", "table-row-group")}
    waiting = [iter(table)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif element.tag == f"{TABLE}table-row":
            yield element
        elif element.tag in groups:
            waiting.append(iter(element))


def _hidden_columns(table: etree._Element) -> Ranges:
    ranges, number = Ranges(), 1
    for column in table.iter(f"{TABLE}table-column"):
        times = _times(column, "columns")
        if column.get(f"{TABLE}visibility", "visible") != "visible":
            ranges.append((number, number + times - 1))
        number += times
    return ranges


def _usual_styles(table: etree._Element) -> list[tuple[int, str]]:
    usual, last = [], 0
    for column in table.iter(f"{TABLE}table-column"):
        last += _times(column, "columns")
        usual.append((last, column.get(f"{TABLE}default-cell-style-name", "")))
    return usual


def _times(element: etree._Element, what: str) -> int:
    return int(element.get(f"{TABLE}number-{what}-repeated", "1"))


def _value(cell: etree._Element) -> str:
    """The digits of the number behind a cell; "" behind a text, a day or a truth, which show themselves."""
    value = cell.get(f"{OFFICE}value")
    return digits_of(number_of(value)) if value and cell.get(f"{OFFICE}value-type") in _NUMBERS else ""
