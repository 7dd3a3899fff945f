"""CSV: the table as shown, read back by a program and harmless to a spreadsheet."""

import csv
import io

import pytest

from disclosures.exports.table.csv_file import csv_file
from disclosures.statements.models import STATEMENTS
from disclosures.tables.harmless import harmless
from tests.building import build_disclosure
from tests.exports.making import table_file


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.django_db
def test_it_opens_in_a_spreadsheet_program_as_it_is():
    content = csv_file(table_file(build_disclosure(), "03"))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")


@pytest.mark.django_db
def test_it_has_the_official_titles_the_unit_and_a_blank_where_nothing_is_printed():
    rows = read(csv_file(table_file(build_disclosure(), "03")))
    assert rows[0] == ["功能分类科目编码", "科目名称", "本年支出合计（万元）", "基本支出（万元）", "项目支出（万元）"]
    assert rows[1] == ["", "合计", "1262.08", "626.72", "635.36"]
    assert rows[4] == ["2010301", "行政运行", "448.21", "448.21", ""]


@pytest.mark.django_db
def test_zero_is_told_from_blank():
    rows = read(csv_file(table_file(build_disclosure(), "05")))
    assert rows[0][2:] == ["本年支出：小计（万元）", "本年支出：基本支出（万元）", "本年支出：项目支出（万元）"]
    assert rows[4][2:] == ["448.21", "448.21", "0.00"]


@pytest.mark.django_db
def test_it_shows_what_the_page_shows():
    rows = read(csv_file(table_file(build_disclosure(), "03", code="20805", unit="yuan", columns="all")))
    assert rows[0][-1] == "对附属单位补助支出（元）"
    assert [row[0] for row in rows[1:]] == ["", "208", "20805", "2080505"]
    assert rows[-1][2] == "1785100.00"


@pytest.mark.django_db
def test_its_rows_stand_as_on_the_page():
    rows = read(csv_file(table_file(build_disclosure(), "03", sort="project_expenditure", code="20103")))
    assert [row[0] for row in rows[1:]] == ["", "201", "20103", "2010308", "2010301"]


@pytest.mark.django_db
def test_both_sides_of_an_account_stand_below_each_other():
    rows = read(csv_file(table_file(build_disclosure(), "04", columns="all")))
    assert rows[0][:5] == ["收支", "项目", "行次", "金额（万元）", "合计（万元）"]
    assert rows[1][:4] == ["收入", "一、一般公共预算财政拨款", "1", "1262.08"]
    assert ["支出", "一、一般公共服务支出", "33", "", "1083.57"] in [row[:5] for row in rows]


@pytest.mark.django_db
def test_its_name_says_where_it_comes_from_and_no_row_does(published_2023):
    file = table_file(published_2023, "03")
    assert file.name("csv") == f"抚顺市信访局-2023年度-公开03表-支出决算表-第1版-{published_2023.digest[:8]}.csv"
    assert file.plain_name("csv") == f"210400-011001-2023-r1-table03-{published_2023.digest[:8]}.csv"
    assert "来源" not in csv_file(file).decode()


@pytest.mark.django_db
@pytest.mark.parametrize("number", STATEMENTS)
def test_every_table_has_a_row_for_each_line_with_as_many_cells_as_its_head(number):
    disclosure = build_disclosure()
    head, *rows = read(csv_file(table_file(disclosure, number)))
    assert len(rows) == disclosure.lines(number).count()
    assert {len(row) for row in rows} == {len(head)}


@pytest.mark.parametrize("text", ["=1+1", "+SUM(A1)", "-2+3", "@cmd", "\t=1", "－备注", "=", "-"])
def test_what_a_spreadsheet_would_compute_is_words(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-21.05", "+3", "1262.08", "一、其他", "1-2", ""])
def test_numbers_and_other_words_stay_as_they_are(text):
    assert harmless(text) == text


@pytest.mark.django_db
def test_a_name_that_begins_like_a_formula_is_made_harmless():
    disclosure = build_disclosure()
    disclosure.lines("03").filter(code="201").update(name='=HYPERLINK("x")')
    assert read(csv_file(table_file(disclosure, "03")))[2][1] == """'=HYPERLINK("x")"""
