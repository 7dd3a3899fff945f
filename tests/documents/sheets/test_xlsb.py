"""The reader of .xlsb: nothing here writes that format, so it is tried on the same cells in .xlsx, which it reads."""

from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

import openpyxl
import pytest

from disclosures.documents.items import DocumentError, Grid
from disclosures.documents.reading import read
from disclosures.documents.sheets.xlsb import read_workbook
from tests.bench.reading import SAMPLE


def value_of(text: str) -> Decimal | str:
    """A figure as what it is worth, whatever digits are shown; anything else as it is."""
    try:
        return Decimal(text.replace(",", "").removesuffix("%"))
    except InvalidOperation:
        return text


def cells(items) -> dict[str, Decimal | str]:
    grids = [item for item in items if isinstance(item, Grid)]
    return {cell.place: value_of(cell.text) for grid in grids for row in grid.rows for cell in row if cell}


def is_same(shown: Decimal | str, stored: Decimal | str | None) -> bool:
    """A cell may show fewer digits than it stores; this reader knows no number formats."""
    if isinstance(shown, Decimal) and isinstance(stored, Decimal):
        return stored.quantize(shown, ROUND_HALF_UP) == shown
    return shown == stored


def test_it_sees_the_cells_that_the_reader_of_xlsx_sees():
    theirs = cells(read(SAMPLE))
    ours = cells(read_workbook(SAMPLE))
    assert len(theirs) > 1_000
    assert {place: value for place, value in theirs.items() if not is_same(value, ours.get(place))} == {}


def test_numbers_keep_their_digits_and_dates_their_form(tmp_path):
    book = openpyxl.Workbook()
    moment = datetime.fromisoformat("2023-05-01T08:30")
    values = (12.1, 1e-7, 3, True, moment, moment.date(), moment.time(), " ", None, "六月")
    book.active.append(values)
    book.create_sheet("空")
    book.save(tmp_path / "values.xlsx")
    [grid] = read_workbook(tmp_path / "values.xlsx")
    assert [cell.text for cell in grid.rows[0]] == [
        "12.1", "0.0000001", "3", "TRUE", "2023-05-01 08:30:00", "2023-05-01", "08:30:00", "", "", "六月",
    ]  # fmt: skip
    assert grid.rows[0][9].place.endswith("!J1")


def test_what_is_no_workbook_is_told(tmp_path):
    (tmp_path / "broken.xlsx").write_bytes(SAMPLE.read_bytes()[:5_000])
    with pytest.raises(DocumentError):
        read_workbook(tmp_path / "broken.xlsx")
