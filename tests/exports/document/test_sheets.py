"""How the sheets are filled: tables whole on one, totals level, titles in equal lines, pages in the contents."""

import io

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from disclosures.demo.made_up import make_up
from disclosures.documents.converted.office import is_installed
from disclosures.exports.document.faces import ALIKE, in_installed_faces
from disclosures.exports.document.grids.fitting import fitted, in_equal_lines
from disclosures.exports.document.grids.grid import RIGHT, Box, Grid
from disclosures.exports.document.grids.statement import grid_of, official
from disclosures.exports.document.portable import document_pdf
from disclosures.exports.document.words import cover
from disclosures.exports.document.writing import document_docx
from tests.exports.document.round_trip import ADDRESS, loaded_made_up

converts = pytest.mark.skipif(not is_installed(), reason="LibreOffice is not installed")


@pytest.fixture
def loaded():
    return loaded_made_up(make_up(1))


def filled(rows: int) -> Grid:
    grid = Grid(2, head=1)
    grid.add(Box("项目"), Box("决算数"))
    for n in range(rows):
        grid.add(Box(f"第{n}项支出"), Box("1,262.08", side=RIGHT))
    return grid


def test_letters_are_smaller_where_more_rows_must_stand_on_a_sheet():
    sizes = (10, 9, 8)
    few, many = (fitted(filled(rows), 180, 200, sizes) for rows in (10, 45))
    assert (few.size, few.height) == (10, 7)
    assert few.height > many.height
    assert fitted(filled(300), 180, 200, sizes).size == 10


def test_a_title_that_takes_two_lines_has_two_of_one_length():
    assert in_equal_lines("功能分类科目编码", 14) == "功能分类\n科目编码"
    assert in_equal_lines("对附属单位补助支出", 16) == "对附属单位\n补助支出"
    assert in_equal_lines("信访局（本级）", 8) == "信访局\n（本级）"
    assert in_equal_lines("合计", 8) == "合计"


def test_totals_of_both_sides_stand_level_where_no_row_has_a_number(loaded):
    own = loaded.table("01")
    for line in own.lines:
        line.line = None
    rows = [[box.text for box in row] for row in grid_of(official(own), own).rows]
    assert [row[0::2] for row in rows if "总计" in row or "本年收入合计" in row] == [
        ["本年收入合计", "本年支出合计"],
        ["总计", "总计"],
    ]
    assert {len(row) for row in rows[2:]} == {4}
    assert not any("行次" in row for row in rows)


def test_the_cover_parts_the_name_from_the_year():
    assert "部</w:t><w:br/>" in cover("中共上海市普陀区委社会工作部2024年度部门决算", is_first=True)
    assert "<w:br/>" not in cover("甲局：决算公开", is_first=True)


def test_the_heading_of_the_tables_stands_on_the_sheet_of_the_first(loaded):
    word = docx.Document(io.BytesIO(document_docx(loaded, ADDRESS)))
    sections = [list(section.iter_inner_content()) for section in word.sections]
    (section,) = [parts for parts in sections if any(getattr(one, "text", "") == "收入支出决算总表" for one in parts)]
    assert section[0].text.endswith("部门决算表")


@converts
def test_the_contents_tell_the_pages_on_which_the_headings_stand(loaded):
    pages = [
        "".join(page.get_textpage().get_text_bounded().split())
        for page in pypdfium2.PdfDocument(document_pdf(document_docx(loaded, ADDRESS)))
    ]
    entries = [one.text for one in loaded.paragraphs if one.level == 1]
    assert len(entries) > 3
    for entry in ("".join(one.split()) for one in entries):
        number = pages[1].split(entry)[1].lstrip(".")
        page = next(n for n, text in enumerate(pages[2:], start=3) if entry in text)
        assert number.startswith(str(page))


def test_a_font_that_is_not_installed_is_replaced_by_one_that_is(loaded):
    word = document_docx(loaded, ADDRESS)
    styles = docx.Document(io.BytesIO(in_installed_faces(word))).styles
    named = styles["Normal"].element.rPr.rFonts.get(qn("w:eastAsia"))
    assert named in ("仿宋", *ALIKE["仿宋"])
    assert docx.Document(io.BytesIO(word)).styles["Normal"].element.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋"
