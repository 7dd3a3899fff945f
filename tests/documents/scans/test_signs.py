"""What a recogniser of text would take for something else: lone signs, raised notes, tables without lines."""

import pytest

from disclosures.documents.items import Doubtful, Grid
from disclosures.documents.reading import read
from tests.documents.making.drawn import drawn
from tests.documents.scans.scanning import Scanner, needs_ocr

pytestmark = needs_ocr

XS = (60, 160, 260, 360)


@pytest.fixture
def scanned(tmp_path):
    def scan(draw):
        return read(Scanner().scan(drawn(tmp_path / "a.pdf", draw), tmp_path / "scan.pdf"))

    return scan


def rows(items):
    (grid,) = (item for item in items if isinstance(item, Grid))
    return [[cell.text for cell in row] for row in grid.rows]


def test_signs_of_comparison_and_the_number_of_a_note(scanned):
    table = [["出勤率", ">=", "95.5"], ["投诉", "<=", "-3.07"], ["培训", "=", "1,262.08"], ["合计", "100%", "27.40"]]

    def draw(pen):
        pen.table(XS, [100, 122, 144, 166, 188], table)
        pen.text(290, 174, "1", size=6)

    items = scanned(draw)
    assert rows(items) == table
    (doubt,) = (item for item in items if isinstance(item, Doubtful) and item.text)
    assert (doubt.place, doubt.text) == ("第 1 页表 1 第 4 行第 3 格", "27.40")
    assert doubt.reason == "末尾有升高的小字，当作注释的标记，没有读入"


def test_a_table_without_lines_is_read_by_its_columns(scanned):
    table = [
        ["201", "一般公共服务支出", "1,083.57"],
        ["208", "社会保障和就业支出", "115.80"],
        ["221", "住房保障支出", "40.01"],
    ]

    def draw(pen):
        pen.text(60, 60, "支出决算表")
        pen.table((60, 130, 330, 430), [100, 122, 144, 166], table, upright=False, across=False)

    assert rows(scanned(draw)) == table
