"""The workbook: the official form, with numbers that a spreadsheet can add up."""

import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from disclosures.exports.table.xlsx_file import xlsx_file
from disclosures.statements.models import STATEMENTS
from tests.building import build_disclosure
from tests.exports.making import ADDRESS, table_file

pytestmark = pytest.mark.django_db


def sheet(disclosure, number, **asked):
    return load_workbook(io.BytesIO(xlsx_file(table_file(disclosure, number, **asked)))).active


def rows(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def find(sheet, value):
    return next(cell for row in sheet.iter_rows() for cell in row if cell.value == value)


def test_it_is_headed_as_the_form_is():
    found = sheet(build_disclosure(), "03")
    assert found.title == "公开03表"
    assert [row[0] for row in rows(found)[:4]] == [
        "支出决算表",
        "公开03表",
        "单位：抚顺市信访局　　2023 年度",
        "金额单位：万元",
    ]


def test_its_head_has_the_levels_of_the_form_and_the_printed_numbers():
    found = sheet(build_disclosure(), "05")
    assert rows(found)[4:7] == [
        ["项目", None, "本年支出", None, None],
        ["功能分类科目编码", "科目名称", "小计", "基本支出", "项目支出"],
        ["栏次", None, "1", "2", "3"],
    ]
    merged = {str(area) for area in found.merged_cells.ranges}
    assert {"A5:B5", "C5:E5", "A7:B7"} <= merged


def test_a_head_that_spans_levels_leaves_room_below_it():
    found = sheet(build_disclosure(), "03", columns="all")
    assert "C5:C6" in {str(area) for area in found.merged_cells.ranges}
    assert rows(found)[5][:3] == ["功能分类科目编码", "科目名称", None]


def test_its_rows_stand_as_on_the_page():
    found = sheet(build_disclosure(), "03", sort="project_expenditure")
    codes = [row[0] for row in rows(found)[8:15]]
    assert codes == ["201", "20103", "2010308", "2010301", "208", "20805", "2080505"]


def test_figures_are_numbers_shown_with_the_printed_decimals():
    found = sheet(build_disclosure(), "03")
    row = find(found, "2010301").row
    total, basic, project = (found.cell(row, column) for column in (3, 4, 5))
    assert (total.value, total.number_format) == (448.21, "#,##0.00")
    assert basic.value == 448.21
    assert project.value is None


def test_a_figure_that_is_printed_its_own_way_is_shown_so():
    disclosure = build_disclosure()
    line = disclosure.lines("03").get(code="2010308")
    line.set_printed("project_expenditure", "131", disclosure.precision)
    line.save()
    found = sheet(disclosure, "03")
    cell = found.cell(find(found, "2010308").row, 5)
    assert (cell.value, cell.number_format) == (131, "#,##0")


def test_zero_is_told_from_blank():
    found = sheet(build_disclosure(), "05")
    row = find(found, "2010301").row
    assert found.cell(row, 5).value == 0
    assert find(found, "2010308").row == row + 1


def test_another_unit_keeps_the_exact_amount():
    found = sheet(build_disclosure(), "03", unit="yi")
    cell = found.cell(find(found, "2010301").row, 3)
    assert Decimal(str(cell.value)) == Decimal("0.044821")


def test_both_sides_of_an_account_stand_side_by_side():
    found = sheet(build_disclosure(), "01")
    assert rows(found)[4][0::3] == ["收入", "支出"]
    first = [cell.value for cell in found[8]]
    assert first == ["一、一般公共预算财政拨款收入", 1, 1262.08, "一、一般公共服务支出", 32, 1083.57]


def test_the_totals_of_basic_expenditure_stand_below_its_panels():
    found = sheet(build_disclosure(), "06")
    row = find(found, "人员经费合计").row
    assert [cell.value for cell in found[row]] == ["人员经费合计", None, 505.6, "公用经费合计", None, 121.12]


def test_a_text_that_begins_like_a_formula_stays_a_text():
    disclosure = build_disclosure()
    disclosure.lines("03").filter(code="201").update(name="=1+1\x0b")
    assert find(sheet(disclosure, "03"), "=1+1 ").data_type == "s"


def test_the_notes_and_the_source_stand_below(published_2023):
    last = [row[0] for row in rows(sheet(published_2023, "03"))[-3:]]
    assert last[0] == "注：本表反映部门本年度各项支出情况。"
    assert last[2] == f"来源：{ADDRESS}，第 1 版，SHA-256 {published_2023.digest}"


def test_a_table_that_is_declared_empty_says_so():
    assert find(sheet(build_disclosure(), "08"), "本表为空，我部门本年度无此类资金收支余。")


@pytest.mark.parametrize("number", STATEMENTS)
def test_every_figure_of_every_table_is_in_its_workbook_once(number):
    disclosure = build_disclosure()
    figures = [value for line in disclosure.lines(number) for value in line.amounts.values() if value is not None]
    numbers = [
        Decimal(str(cell.value)) * 10000
        for row in sheet(disclosure, number).iter_rows()
        for cell in row
        if cell.number_format.startswith("#,##0")
    ]
    assert sorted(numbers) == sorted(figures)


def test_the_same_table_gives_the_same_bytes(monkeypatch):
    file = table_file(build_disclosure(), "03")
    first = xlsx_file(file)
    monkeypatch.setattr("time.localtime", lambda *_: (2001, 2, 3, 4, 5, 6, 0, 34, 0))
    assert xlsx_file(file) == first
