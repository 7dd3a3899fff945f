"""A line between two cells that the scanner lost: the figure that comes to its neighbour is not silently there."""

from disclosures.documents.items import Doubtful
from disclosures.documents.reading import read_document
from tests.documents.making.drawn import drawn
from tests.documents.scans.scanning import Scanner, needs_ocr

pytestmark = needs_ocr

XS, YS = (50, 200, 400, 500), (100, 130, 160)
CELL = "第 1 页表 1 第 2 行第 2 格"


def doubts_of(tmp_path, x):
    """What is doubtful in a table in which a figure stands at `x`, in the cell of a name."""

    def draw(pen):
        pen.table(XS, YS, [["科目编码", "科目名称", "合计"], ["22102", "住房改革支出", "0.08"]])
        pen.text(x, 142, "1.25")

    scan = Scanner(degrees=0, noise=2).scan(drawn(tmp_path / "a.pdf", draw), tmp_path / "scan.pdf")
    return [item for item in read_document(scan).items if isinstance(item, Doubtful) and item.place == CELL]


def test_a_figure_far_from_the_name_in_its_cell_is_doubtful_and_shows_itself(tmp_path):
    (doubt,) = doubts_of(tmp_path, 350)
    assert (doubt.text, doubt.reason) == ("1.25", "和同一格里别的字隔得很远，可能是另一格的")
    assert doubt.picture


def test_a_figure_right_behind_a_name_is_part_of_it(tmp_path):
    assert doubts_of(tmp_path, 268) == []
