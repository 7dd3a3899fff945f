"""A second look at a workbook: the values that calamine finds, and how many digits of them each cell's format shows.

The first reading takes values and formats from the XML itself and renders them; here another library reads the values,
and a format only says how many digits of a number are seen, which is enough to tell a lost, doubled or moved one.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from disclosures.documents.figures import figures_in, has_digit
from disclosures.documents.items import Aside, Cell, DocumentError, Grid, Item, Sighting
from disclosures.documents.limits import Limits
from disclosures.documents.pieces import COVERED
from disclosures.documents.second.workbook_formats import FormatCodes, Shown
from disclosures.documents.sheets.seen import HIDDEN_COLUMN, HIDDEN_ROW, HIDDEN_SHEET, column_name, column_number
from disclosures.documents.sheets.xls import Looks, opened

_COLUMN, _ADDRESS = re.compile(r"![A-Z]+(?=\d+$)"), re.compile(r"([A-Z]+)(\d+)")
_WHOLE_ROWS = (HIDDEN_SHEET, HIDDEN_ROW, HIDDEN_COLUMN, COVERED)  # put aside row by row, at the first of their cells
Value = str | float | int | bool | date | time | timedelta | None


def look_again_at_xlsx(path: Path, limits: Limits, items: Sequence[Item]) -> Iterator[Sighting]:
    """Every figure of the sheets of an .xlsx, at its address."""
    yield from _looked_again(path, items, FormatCodes(path).of)


def look_again_at_xls(path: Path, limits: Limits, items: Sequence[Item]) -> Iterator[Sighting]:
    """Every figure of the sheets of an .xls, at its address."""
    book = opened(path)
    looks = Looks(book)

    def shown(place: str) -> Shown:
        name, _, address = place.rpartition("!")
        column, row = _ADDRESS.fullmatch(address).groups()
        style = book.sheet_by_name(name).cell_xf_index(int(row) - 1, column_number(column) - 1)
        return Shown(looks.code(style))

    yield from _looked_again(path, items, shown)


def _looked_again(path: Path, items: Sequence[Item], shown_at: Callable[[str], Shown]) -> Iterator[Sighting]:
    read = {cell.place: cell for item in items if isinstance(item, Grid) for row in item.rows for cell in row if cell}
    aside: dict[str, list[Aside]] = defaultdict(list)
    for item in items:
        if isinstance(item, Aside):
            aside[_row_of(item.place) if item.reason in _WHOLE_ROWS else item.place].append(item)
    try:
        for place, value in _values(path):
            cell = read.pop(place, None)
            if cell is None:
                yield from _unless_aside(place, value, aside)
            else:
                seen = cell.text if cell.text == value else _seen(cell, value, shown_at, aside.get(place, []))
                if seen and has_digit(seen):
                    yield Sighting(seen, place)
    except (CalamineError, KeyError, ValueError, IndexError) as error:
        raise DocumentError(f"{path.name} 再看一遍时读不下去：内容有错，没有读入。") from error
    for cell in read.values():  # a formula that had no result of its own, or an error: both are said already
        if cell.doubt or cell.place in aside:
            yield Sighting(cell.text, cell.place)


def _values(path: Path) -> Iterator[tuple[str, Value]]:
    with CalamineWorkbook.from_path(path) as workbook:
        for meta in workbook.sheets_metadata:
            if meta.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = workbook.get_sheet_by_name(meta.name)
            top, left = sheet.start or (0, 0)
            names = [f"{meta.name}!{column_name(left + n)}" for n in range(1, sheet.width + 1)]
            for number, row in enumerate(sheet.to_python(), start=top + 1):
                for name, value in zip(names, row, strict=True):
                    if value != "" and value is not None:
                        yield f"{name}{number}", value


def _row_of(place: str) -> str:
    return _COLUMN.sub("!", place)


def _unless_aside(place: str, value: Value, aside: dict[str, list[Aside]]) -> Iterator[Sighting]:
    """What the first reading put aside, alone or with its row, is none that it lost.

    A hidden row or sheet is excused whole; of a row with hidden columns or merged cells only what was put aside of it.
    """
    text = value if isinstance(value, str) else f"{value:.15g}" if isinstance(value, float) else str(value)
    of_row = aside.get(_row_of(place), [])
    is_hidden = any(piece.reason in (HIDDEN_SHEET, HIDDEN_ROW) for piece in of_row)
    if is_hidden or aside.get(place) or any(_digits(text) in _digits(piece.text) for piece in of_row):
        return
    yield Sighting(text, place)


def _seen(cell: Cell, value: Value, shown_at: Callable[[str], Shown], aside: list[Aside]) -> str:
    """The text of the cell where it shows the value, else the value itself; "" where it is that and looks different."""
    if isinstance(value, str):
        return cell.text if _is_same(cell.text, value, aside) else value
    if cell.doubt or isinstance(value, bool) or not isinstance(value, int | float):
        return cell.text  # a day, a truth, or what is doubtful anyway
    number = Decimal(f"{value:.15g}")
    if shown_at(cell.place).fits(cell.text, number):
        return cell.text
    plain = f"{number:f}"
    return "" if figures_in(plain) == figures_in(cell.text) else plain


def _is_same(text: str, value: str, aside: list[Aside]) -> bool:
    """Whether the text is the value, but for note marks and the like that were put aside."""
    if not aside:
        return figures_in(text) == figures_in(value)
    return sorted(_digits(text + "".join(piece.text for piece in aside))) == sorted(_digits(value))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", unicodedata.normalize("NFKC", text))
