"""A page is read whichever side of it was put on the glass first, and however it lies there."""

import pytest

from disclosures.documents.items import Grid
from disclosures.documents.reading import read
from tests.documents.making.drawn import drawn
from tests.documents.scans.scanning import Scanner, needs_ocr

pytestmark = needs_ocr

ROWS = [
    ["编码", "名称", "合计", "支出"],
    ["201", "一般公共服务支出", "1,083.57", "448.21"],
    ["208", "社会保障和就业支出", "115.80", "-0.05"],
    ["210", "卫生健康支出", "22.68", "22.68"],
    ["221", "住房保障支出", "40.01", "40.01"],
]


@pytest.fixture
def document(tmp_path):
    ys = [100 + 24 * number for number in range(len(ROWS) + 1)]
    return drawn(tmp_path / "a.pdf", lambda pen: pen.table((60, 130, 330, 430, 530), ys, ROWS))


def texts(path):
    return [[[cell.text for cell in row] for row in item.rows] for item in read(path) if isinstance(item, Grid)]


@pytest.mark.parametrize("degrees", [-3.0, 1.7])
def test_a_page_that_lies_askew(document, tmp_path, degrees):
    assert texts(Scanner(degrees=degrees).scan(document, tmp_path / "scan.pdf")) == [ROWS]


@pytest.mark.parametrize("quarters", [1, 2])
def test_a_page_on_its_side_or_its_head(document, tmp_path, quarters):
    from PIL import Image

    scan = Scanner(degrees=0.3).scan(document, tmp_path / "scan.tif")
    with Image.open(scan) as picture:
        picture.rotate(90 * quarters, expand=True).save(tmp_path / "turned.png", dpi=(170, 170))
    assert texts(tmp_path / "turned.png") == [ROWS]


@pytest.mark.parametrize("dpi", [130, 300])
def test_coarse_and_fine_scans(document, tmp_path, dpi):
    assert texts(Scanner(dpi=dpi).scan(document, tmp_path / "scan.pdf")) == [ROWS]


def test_a_picture_that_does_not_say_how_large_its_page_is(document, tmp_path):
    from PIL import Image

    with Image.open(Scanner(dpi=240).scan(document, tmp_path / "scan.tif")) as picture:
        picture.convert("RGB").save(tmp_path / "telephone.jpg", quality=80)
    assert texts(tmp_path / "telephone.jpg") == [ROWS]
