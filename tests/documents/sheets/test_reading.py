"""Workbooks: cells with their addresses, numbers with the digits that a spreadsheet shows."""

import pytest
from openpyxl import Workbook

from disclosures.documents.converted.office import is_installed
from disclosures.documents.items import DocumentError
from disclosures.documents.limits import Limits
from disclosures.documents.reading import read


@pytest.fixture
def saved(tmp_path):
    """A workbook with that content in its first sheet."""

    def save(rows, start=1, **more_sheets):
        book = Workbook()
        sheet = book.active
        sheet.title = "支出"
        for number, row in enumerate(rows, start=start):
            for position, value in enumerate(row, start=1):
                sheet.cell(number, position, value)
        for name, value in more_sheets.items():
            book.create_sheet(name)["A1"] = value
        path = tmp_path / "a.xlsx"
        book.save(path)
        return path

    return save


def test_every_cell_knows_its_address_also_where_the_sheet_begins_with_blank_rows(saved):
    (grid,) = read(saved([["项目", None, 1.5]], start=4))
    assert [(cell.text, cell.place) for cell in grid.rows[0] if cell] == [("项目", "支出!A4"), ("1.5", "支出!C4")]
    assert (grid.place, grid.title) == ("支出", "支出")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1262.08, "1262.08"),
        (115.8, "115.8"),
        (3, "3"),
        (0.1 + 0.2, "0.3"),
        (1e15, "1000000000000000"),
        (-4.24, "-4.24"),
    ],
)
def test_a_number_has_the_digits_that_the_program_shows(saved, value, text):
    (grid,) = read(saved([[value]]))
    assert (grid.rows[0][0].text, grid.rows[0][0].is_number) == (text, True)


def test_a_number_written_as_text_stays_as_it_is_written(saved):
    (grid,) = read(saved([["1,262.80", "２０１"]]))
    assert [(cell.text, cell.is_number) for cell in grid.rows[0]] == [("1,262.80", False), ("２０１", False)]


def test_every_sheet_with_cells_is_a_grid_and_an_empty_one_is_none(saved):
    assert [grid.title for grid in read(saved([["甲"]], 收入="乙", 空白=None))] == ["支出", "收入"]


def test_a_formula_without_a_result_is_calculated_and_said_to_be(saved):
    if not is_installed():
        pytest.skip("LibreOffice is not installed")
    grid, aside = read(saved([["合计", "=1+1.5"]]))
    assert [cell.text for cell in grid.rows[0]] == ["合计", "2.5"]
    assert (aside.place, aside.text) == ("支出!B1", "=1+1.5")
    assert "LibreOffice" in aside.reason


def test_a_formula_that_nobody_can_calculate_is_in_doubt(saved, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    (grid,) = read(saved([["合计", "=1+1.5"]]))
    assert (grid.rows[0][1].text, bool(grid.rows[0][1].doubt)) == ("=1+1.5", True)


def test_a_merged_cell_holds_its_text_once(tmp_path):
    book = Workbook()
    book.active.append(["本年支出", None, None])
    book.active.append(["小计", "基本支出", "项目支出"])
    book.active.merge_cells("A1:C1")
    book.save(tmp_path / "a.xlsx")
    (grid,) = read(tmp_path / "a.xlsx")
    assert [cell.text for cell in grid.rows[0]] == ["本年支出", "", ""]


def test_a_sheet_larger_than_the_limit_is_refused(saved):
    path = saved([["甲"]] * 30)
    with pytest.raises(DocumentError, match=r"a\.xlsx 太大：行数超过 20"):
        read(path, Limits(rows=20))
    with pytest.raises(DocumentError, match=r"a\.xlsx 太大：单元格数超过 20"):
        read(path, Limits(cells=20))
