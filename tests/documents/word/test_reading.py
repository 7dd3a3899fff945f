"""Word documents: paragraphs and tables in the order of the text."""

import pytest
from docx import Document

from disclosures.documents.items import Grid, Prose
from disclosures.documents.reading import read


@pytest.fixture
def saved(tmp_path):
    """A document written by the given function."""

    def save(write):
        document = Document()
        write(document)
        path = tmp_path / "a.docx"
        document.save(str(path))
        return read(path)

    return save


def test_paragraphs_and_tables_come_in_the_order_of_the_text(saved):
    def write(document):
        document.add_paragraph("收入决算表")
        document.add_table(1, 2).cell(0, 1).text = "合计"
        document.add_paragraph("")
        document.add_paragraph("注：无")

    before, grid, after = saved(write)
    assert (before, after) == (Prose("收入决算表", "第 1 段"), Prose("注：无", "第 3 段"))
    assert isinstance(grid, Grid)
    assert [(cell.text, cell.place) for cell in grid.rows[0]] == [("", ""), ("合计", "表 1第 1 行第 2 格")]


def test_merged_cells_hold_their_text_once_and_keep_the_columns(saved):
    def write(document):
        table = document.add_table(3, 3)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "项目"
        table.cell(0, 2).merge(table.cell(1, 2)).text = "合计"
        table.cell(2, 2).text = "1.00"

    (grid,) = saved(write)
    assert [[cell.text for cell in row] for row in grid.rows] == [["项目", "", "合计"], ["", "", ""], ["", "", "1.00"]]


def test_a_table_in_a_cell_is_part_of_that_cell_and_no_grid_of_its_own(saved):
    def write(document):
        cell = document.add_table(1, 2).cell(0, 0)
        cell.text = "外"
        cell.add_table(1, 1).cell(0, 0).text = "内"

    (grid,) = saved(write)
    assert len(grid.rows) == 1
    assert [cell.text.split() for cell in grid.rows[0]] == [["外", "内"], []]


def test_a_line_break_in_a_paragraph_makes_two_lines_without_a_gap(saved):
    first, second = saved(lambda document: document.add_paragraph("部门\n决算"))
    assert (first.gap, second.gap) == (True, False)
    assert (first.text, second.text) == ("部门", "决算")
