"""A sheet as it was read, whatever its format: what of it is seen becomes a grid, what is not is put aside."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from disclosures.documents.items import BLANK, Aside, Cell, Grid, Item
from disclosures.documents.limits import Limits
from disclosures.documents.pieces import COVERED

HIDDEN_SHEET = "隐藏的工作表，打开文件看不见"
HIDDEN_ROW = "隐藏的行，打开文件看不见"
HIDDEN_COLUMN = "隐藏的列，打开文件看不见"
SAME_COLOUR = "文字和底色一样，打开文件看不见"
NO_LOOK = "数字格式让它不显示，打开文件看不见"
_LONGEST = 200  # characters of what is put aside of one row

_Rows = dict[int, dict[int, Cell]]


class Merge(NamedTuple):
    """Cells in one, with the first and last of its rows and columns; only the first cell is seen."""

    top: int
    left: int
    bottom: int
    right: int


class Ranges(list):
    """Columns from one to another; there can be 16,000 of them, said in a few words."""

    def __contains__(self, column: object) -> bool:
        return any(first <= column <= last for first, last in self)


@dataclass
class Sheet:
    """Cells by row and column, counted from 1; `aside` are those of which the cell itself shows nothing, and why."""

    name: str
    is_hidden: bool = False
    rows: _Rows = field(default_factory=dict)
    aside: list[Aside] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: Container[int] = ()
    merges: list[Merge] = field(default_factory=list)

    def place(self, row: int, column: int) -> str:
        """The address of a cell as people call it."""
        return f"{self.name}!{_NAMES.get(column) or column_name(column)}{row}"

    def put(self, at: tuple[int, int], cell: Cell) -> None:
        """Hold what is printed in a cell."""
        row, column = at
        cells = self.rows.get(row)
        if cells is None:
            self.rows[row] = {column: cell}
        else:
            cells[column] = cell


def items_of(sheet: Sheet, name: str, limits: Limits) -> Iterator[Item]:
    """The grid of a sheet, then all of it that is not seen; `name` is that of the file."""
    covered = _covered(sheet)
    seen = sheet.rows
    aside: dict[tuple[str, int], list[Cell]] = {}
    if sheet.is_hidden or sheet.hidden_rows or sheet.hidden_columns or covered:
        seen, aside = _parted(sheet, covered)
    if seen:
        yield _grid(sheet, seen, name, limits)
    for (reason, _), cells in aside.items():
        yield Aside(cells[0].place, " ".join(cell.text for cell in cells)[:_LONGEST], reason)
    yield from sheet.aside


def _parted(sheet: Sheet, covered: set[tuple[int, int]]) -> tuple[_Rows, dict[tuple[str, int], list[Cell]]]:
    """The cells that are seen; the others of each row, by the reason why not."""
    seen: _Rows = {}
    aside: dict[tuple[str, int], list[Cell]] = {}
    for number, row in sheet.rows.items():
        for column, cell in row.items():
            if reason := _reason(sheet, number, column, covered):
                aside.setdefault((reason, number), []).append(cell)
            else:
                seen.setdefault(number, {})[column] = cell
    return seen, aside


def _reason(sheet: Sheet, row: int, column: int, covered: Container[tuple[int, int]]) -> str:
    if sheet.is_hidden:
        return HIDDEN_SHEET
    if row in sheet.hidden_rows:
        return HIDDEN_ROW
    if column in sheet.hidden_columns:
        return HIDDEN_COLUMN
    return COVERED if (row, column) in covered else ""


def _covered(sheet: Sheet) -> set[tuple[int, int]]:
    """Cells with content below the first one of a merge."""
    covered = set()
    for merge in sheet.merges:
        for row in _held(sheet.rows, merge.top, merge.bottom):
            for column in _held(sheet.rows[row], merge.left, merge.right):
                if (row, column) != (merge.top, merge.left):
                    covered.add((row, column))
    return covered


def _held(numbers: Mapping[int, object], first: int, last: int) -> list[int]:
    """Those of the numbers from the first to the last; a merge can be far larger than what there is."""
    if last - first < len(numbers):
        return [number for number in range(first, last + 1) if number in numbers]
    return [number for number in numbers if first <= number <= last]


def _grid(sheet: Sheet, seen: _Rows, name: str, limits: Limits) -> Grid:
    """All rows and columns between the first and the last that hold anything seen, without hidden ones."""
    top, bottom = min(seen), max(seen)
    left, right = min(map(min, seen.values())), max(map(max, seen.values()))
    limits.check(name, "rows", bottom - top + 1)
    limits.check(name, "cells", (bottom - top + 1) * (right - left + 1))
    columns = [column for column in range(left, right + 1) if column not in sheet.hidden_columns]
    blank = (BLANK,) * len(columns)
    rows = tuple(
        tuple([seen[row].get(column, BLANK) for column in columns]) if row in seen else blank
        for row in range(top, bottom + 1)
        if row not in sheet.hidden_rows
    )
    return Grid(place=sheet.name, rows=rows, title=sheet.name)


_NAMES: dict[int, str] = {}


def column_name(column: int) -> str:
    """A, B … Z, AA …: the name of a column counted from 1."""
    if column not in _NAMES:
        name, rest = "", column
        while rest:
            rest, letter = divmod(rest - 1, 26)
            name = chr(ord("A") + letter) + name
        _NAMES[column] = name
    return _NAMES[column]


def column_number(name: str) -> int:
    """The number of a column, counted from 1."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
