"""Real PDF files: a print from LibreOffice and two from Word, held against other readers and the text of the same."""

import json
import re
from collections import Counter
from pathlib import Path

import pdfplumber
import pytest

from disclosures.documents.items import Grid, Prose
from disclosures.documents.limits import DEFAULT
from disclosures.documents.pdf.drawn.budget import Budget
from disclosures.documents.pdf.drawn.sheets import sheet_of
from disclosures.documents.pdf.opening import opened, page_at
from disclosures.documents.pdf.tables.ruled import ruled_tables
from disclosures.documents.reading import read
from disclosures.intake.reading import read_items
from disclosures.intake.report import as_data

HERE = Path(__file__).parents[1]
FUSHUN, PUTUO, FORM = (
    HERE / name for name in ("fushun-petition-office-2023.pdf", "putuo-social-work-2024.pdf", "shanghai-form-2024.pdf")
)
ALL = pytest.mark.parametrize("path", [FUSHUN, PUTUO, FORM], ids=lambda path: path.stem)


def texts(grid):
    return [[cell.text for cell in row] for row in grid.rows]


def bare(text):
    return re.sub(r"\s", "", text)


def grids_by_start(path):
    return {item.place: item for item in read(path) if isinstance(item, Grid)}


# ---------------------------------------------------------------------------------------------------------------------
# Against pdfplumber, which shares no code with the reader
# ---------------------------------------------------------------------------------------------------------------------


@ALL
def test_no_character_is_lost_and_none_invented(path):
    ours = Counter()
    for item in read(path):
        said = [item.text] if isinstance(item, Prose) else [cell.text for row in item.rows for cell in row]
        ours.update(bare("".join(said)))
    theirs = Counter()
    with pdfplumber.open(path) as document:
        for page in document.pages:
            theirs.update(bare("".join(char["text"] for char in page.chars)))
            page.close()
    assert ours == theirs


@ALL
def test_every_cell_of_every_page_is_the_one_that_pdfplumber_finds(path):
    budget = Budget(path.name, DEFAULT)
    with opened(path, budget) as document, pdfplumber.open(path) as other:
        for index, page in enumerate(other.pages):
            with page_at(document, index, path.name) as ours:
                tables, _ = ruled_tables(sheet_of(ours, index + 1, budget), budget)
            found = sorted([[bare(entry.text) for entry in row] for row in table.rows] for table in tables)
            expected = sorted([[bare(text or "") for text in row] for row in table] for table in page.extract_tables())
            assert found == expected, f"page {index + 1}"
            page.close()


# ---------------------------------------------------------------------------------------------------------------------
# Against the text of the same document
# ---------------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def readings():
    """The print and the text, both without spaces, places and what only one of them can have."""
    expected = json.loads(FUSHUN.with_suffix(".json").read_text(encoding="utf-8"))
    return without_spaces(as_data(read_items(read(FUSHUN)))), without_spaces(expected)


def without_spaces(data):
    if isinstance(data, dict):
        return {key: without_spaces(value) for key, value in data.items() if key not in ("place", "printed_name")}
    if isinstance(data, list):
        return [without_spaces(value) for value in data]
    return bare(data) if isinstance(data, str) else data


@pytest.mark.parametrize("number", ["01", "02", "03", "04", "05", "06", "07", "08", "09"])
def test_the_print_has_the_same_rows_with_the_same_amounts_as_the_text(readings, number):
    ours, expected = (data["statements"][number] for data in readings)
    assert ours["rows"] == expected["rows"]


@pytest.mark.parametrize(
    "part", ["title", "unit_name", "year", "performance", "narrative", "duties", "units_in_scope", "glossary"]
)
def test_the_print_says_the_same_as_the_text(readings, part):
    ours, expected = readings
    assert ours[part] == expected[part]


def test_nothing_of_the_print_stays_unread(readings):
    ours, _ = readings
    assert ours["unread"] == []
    assert [one for one in ours["problems"] if one["level"] == "fatal"] == []


# ---------------------------------------------------------------------------------------------------------------------
# What these files are known for
# ---------------------------------------------------------------------------------------------------------------------


def test_a_form_over_four_pages_is_one_table_with_its_cut_rows_whole():
    grid = grids_by_start(FUSHUN)["第 24 页表 1"]
    (row,) = (row for row in grid.rows if row[2].text == "固定资产利用率")
    assert [cell.text for cell in row[3:10]] == ["=", "100", "%", "43.21", "0.43", "0.8", "0.344"]
    assert row[14].text.startswith("信访局原办公楼两处已于2010年3月上交市政府办公室，由于市政府没有文件")
    assert row[2].place == "第 26 页表 1 第 7 行第 3 格"


def test_a_name_cut_by_the_page_within_a_quotation_is_whole():
    grid = grids_by_start(FUSHUN)["第 32 页表 1"]
    assert "确保三个“不发生”目标" in {row[2].text for row in grid.rows}


def test_a_table_whose_next_page_begins_with_a_name_alone_keeps_its_rows_apart():
    names = [row[2].text for row in grids_by_start(PUTUO)["第 10 页表 1"].rows]
    assert names[16:18] == ["十五、商业服务业等支出", "十六、金融支出"]


def test_a_head_of_four_levels_keeps_its_merged_cells():
    assert texts(grids_by_start(PUTUO)["第 14 页表 1"])[1:3] == [
        ["合计", "", "因公出国（境）费", "", "公务用车购置及运行维护费", "", "", "", "", "", "公务接待费", ""],
        ["", "", "", "", "小计", "", "公务用车购置费", "", "公务用车运行维护费", "", "", ""],
    ]


def test_a_name_spread_over_the_width_of_its_cell_has_no_blanks():
    names = {row[1].text for row in grids_by_start(PUTUO)["第 12 页表 1"].rows}
    assert {"行政事业单位养老支出", "机关事业单位基本养老保险缴费支出"} <= names


def test_titles_over_several_lines_are_whole():
    prose = [item.text for item in read(PUTUO) if isinstance(item, Prose)]
    assert prose[0] == "中共上海市普陀区委社会工作部 2024 年度部门决算"
    assert "第三部分 中共上海市普陀区委社会工作部 2024 年度部门决算情况说明" in prose


@ALL
def test_every_place_is_its_own(path):
    places = Counter()
    for item in read(path):
        places[item.place] += 1
        if isinstance(item, Grid):
            places.update(cell.place for row in item.rows for cell in row if cell)
    assert [place for place, count in places.items() if count > 1] == []
