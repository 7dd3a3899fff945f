"""Workbooks: every sheet is a grid; numbers keep the digits that the program shows, formulas are never computed."""

from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum

from disclosures.documents.archives import check_archive
from disclosures.documents.items import BLANK, Cell, DocumentError, Grid, Item
from disclosures.documents.limits import DEFAULT, Limits

SIGNIFICANT = 15  # digits of a number that a spreadsheet keeps; what comes after is the noise of binary fractions


def read_workbook(path: Path, limits: Limits = DEFAULT) -> list[Item]:
    """A grid for each sheet that holds anything; places are the sheet's name and the cell's address."""
    check_archive(path, limits)
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            sheets = [workbook.get_sheet_by_name(name) for name in _grids_in(workbook)]
            grids = [_grid(sheet, path, limits) for sheet in sheets]
    except PasswordError as error:
        raise DocumentError(f"{path.name} 加了密码，不能读；请先去掉密码。") from error
    except CalamineError as error:
        raise DocumentError(f"{path.name} 不是完整的工作簿，读不出来：{error}") from error
    limits.check(path.name, "cells", sum(len(row) for grid in grids for row in grid.rows))
    return [grid for grid in grids if any(any(row) for row in grid.rows)]


def _grids_in(workbook: CalamineWorkbook) -> list[str]:
    """The names of the sheets with cells, hidden ones too; charts and macros have none."""
    return [sheet.name for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]


def _grid(sheet: CalamineSheet, path: Path, limits: Limits) -> Grid:
    limits.check(path.name, "rows", sheet.height)
    limits.check(path.name, "cells", sheet.height * sheet.width)
    top, left = sheet.start or (0, 0)
    names = [f"{sheet.name}!{_column(left + n)}" for n in range(sheet.width)]
    rows = tuple(
        tuple(
            [
                BLANK if value == "" or value is None else _cell(value, f"{name}{number}")
                for name, value in zip(names, row, strict=True)
            ]
        )
        for number, row in enumerate(sheet.to_python(), start=top + 1)
    )
    return Grid(place=sheet.name, rows=rows, title=sheet.name)


def _column(index: int) -> str:
    """A, B … Z, AA …: the name of a column counted from 0."""
    name = ""
    while index >= 0:
        index, letter = divmod(index, 26)
        name = chr(ord("A") + letter) + name
        index -= 1
    return name


def _digits(value: float) -> str:
    """The number as a spreadsheet shows it, without exponent and without the noise of binary fractions."""
    short = f"{value:.{SIGNIFICANT}g}"
    return f"{Decimal(short):f}" if "e" in short else short


def _cell(value: object, place: str) -> Cell:
    if isinstance(value, str):
        return Cell(value, place) if value.strip() else BLANK
    if isinstance(value, bool):
        return Cell(str(value).upper(), place)
    if isinstance(value, int | float):
        return Cell(_digits(value), place, is_number=True)
    if isinstance(value, datetime | date | time):
        return Cell(value.isoformat(sep=" ") if isinstance(value, datetime) else value.isoformat(), place)
    return Cell(str(value), place)
