"""Characters that nobody sees: they neither part a row nor stay in a name, in either reading."""

import openpyxl
import pytest

from disclosures.characters import has_unseen, lines_of, without_unseen
from disclosures.documents.items import Grid, Prose
from disclosures.documents.reading import read, read_document

CONTROLS = ["\x01", "\x0b", "\x1c", "\x1f", "\x85", "\x7f", "\ufffe", "\uffff", "\ufdd0", "\U0001fffe"]


@pytest.mark.parametrize("control", CONTROLS)
def test_a_row_of_a_text_file_stays_whole(tmp_path, control):
    path = tmp_path / "a.txt"
    path.write_text(f"项目\t金额\t其中\n信访{control}事务\t635.36\t0.00\n", encoding="utf-8")
    document = read_document(path)
    (grid,) = document.items
    assert isinstance(grid, Grid)
    assert [[cell.text.replace(" ", "") for cell in row] for row in grid.rows][1] == ["信访事务", "635.36", "0.00"]
    assert not any(has_unseen(cell.text) for row in grid.rows for cell in row)
    seen = {place: text for text, place in document.sightings}
    assert seen["第 2 行第 2 格"] == "635.36"


@pytest.mark.parametrize("control", CONTROLS)
def test_a_name_in_html_holds_none(tmp_path, control):
    path = tmp_path / "a.html"
    path.write_text(f"<meta charset=utf-8><p>单位{control}概况</p>", encoding="utf-8")
    (prose,) = read(path)
    assert isinstance(prose, Prose)
    assert not has_unseen(prose.text)


def test_a_cell_of_a_workbook_holds_none(tmp_path):
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.active["A1"] = "信访_x000B_事务"
    book.active["B1"] = 635.36
    book.save(path)
    (grid,) = read(path)
    assert grid.rows[0][0].text.replace(" ", "") == "信访事务"


@pytest.mark.parametrize("text", ["", "一\n二", "一\r\n二\r\n", "一\u2028二", "\f一", "一\n\n", "一\r二"])
def test_lines_are_counted_as_python_counts_them_where_no_control_stands(text):
    assert lines_of(text) == text.splitlines()


def test_a_control_that_parts_words_becomes_a_blank_and_tabs_stay():
    assert without_unseen("甲\x0b乙\x01丙\t丁\n") == "甲 乙丙\t丁\n"
