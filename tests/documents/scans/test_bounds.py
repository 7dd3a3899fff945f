"""What cannot be read from pictures: told in one sentence that names the file or the page, at little cost."""

import subprocess
import sys

import pikepdf
import pytest
from PIL import Image

from disclosures.documents.items import DocumentError, Prose, Unreadable
from disclosures.documents.reading import read
from tests.documents.making.drawn import drawn
from tests.documents.scans.scanning import needs_ocr


@pytest.fixture
def scan(tmp_path):
    """Draws a picture of nothing over the whole page."""
    path = tmp_path / "scan.png"
    Image.new("L", (60, 80), 200).save(path)
    return lambda pen: pen.canvas.drawImage(str(path), 0, 0, 595, 842)


@pytest.fixture
def without_ocr(monkeypatch):
    monkeypatch.setattr("disclosures.documents.scans.pages.is_installed", lambda: False)
    monkeypatch.setattr("disclosures.documents.scans.images.is_installed", lambda: False)


@pytest.fixture
def with_ocr(monkeypatch):
    """As if the extra were installed: what is refused before anything is recognised needs none of it."""
    monkeypatch.setattr("disclosures.documents.scans.pages.is_installed", lambda: True)
    monkeypatch.setattr("disclosures.documents.scans.images.is_installed", lambda: True)


# ---------------------------------------------------------------------------------------------------------------------
# Without the extra
# ---------------------------------------------------------------------------------------------------------------------


def test_a_page_that_is_a_picture_is_named_with_what_would_read_it(tmp_path, scan, without_ocr):
    prose, picture = read(drawn(tmp_path / "a.pdf", lambda pen: pen.text(50, 50, "封面"), scan))
    assert prose.text == "封面"
    assert picture == Unreadable(
        "第 2 页",
        "整页是图片，没有文字；要辨认扫描页，请由管理员安装 requirements-ocr.txt 里的程序（见 docs/operations.md）",
    )


def test_a_file_of_pictures_alone_is_refused(tmp_path, scan, without_ocr):
    with pytest.raises(DocumentError, match=r"a\.pdf 第 1–2 页：整页是图片，没有文字；要辨认扫描页，.*安装"):
        read(drawn(tmp_path / "a.pdf", scan, scan))


def test_a_picture_is_refused(tmp_path, without_ocr):
    Image.new("L", (60, 80), 200).save(tmp_path / "a.jpg")
    with pytest.raises(DocumentError, match=r"a\.jpg 是图片；要辨认扫描页，"):
        read(tmp_path / "a.jpg")


# ---------------------------------------------------------------------------------------------------------------------
# Too much of it
# ---------------------------------------------------------------------------------------------------------------------


def test_a_scan_of_300_pages_is_refused_before_the_first_is_read(tmp_path, scan, with_ocr):
    with pytest.raises(DocumentError, match=r"a\.pdf 太大：扫描的页数超过 150，没有读入。"):
        read(drawn(tmp_path / "a.pdf", *[scan] * 300))


def test_a_picture_of_300_pages_is_refused(tmp_path, with_ocr):
    first, *others = [Image.new("L", (60, 80), 200) for _ in range(300)]
    first.save(tmp_path / "a.tif", save_all=True, append_images=others)
    with pytest.raises(DocumentError, match=r"a\.tif 太大：扫描的页数超过 150，没有读入。"):
        read(tmp_path / "a.tif")


@pytest.mark.parametrize("side", [9_000, 16_000])
def test_a_picture_that_unpacks_to_more_than_anybody_scans_is_refused(tmp_path, side, with_ocr):
    Image.new("1", (side, side), 1).save(tmp_path / "a.png")
    with pytest.raises(DocumentError, match=r"a\.png 太大：.*像素.*没有读入。"):
        read(tmp_path / "a.png")


def test_such_a_picture_in_a_pdf_is_refused(tmp_path, scan, with_ocr):
    path = drawn(tmp_path / "a.pdf", scan)
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        (picture,) = document.pages[0].get_images().values()
        side = 16_000
        picture.write(bytes(side * side // 8))
        picture.Width = picture.Height = side
        picture.BitsPerComponent, picture.ColorSpace = 1, pikepdf.Name.DeviceGray
        document.save(path)
    with pytest.raises(DocumentError, match=r"a\.pdf 太大：一张图片的像素（百万）超过 60，没有读入。"):
        read(path)


@needs_ocr
@pytest.mark.parametrize("ending", ["png", "jpg", "tif"])
def test_a_damaged_picture_is_named(tmp_path, ending):
    path = tmp_path / f"a.{ending}"
    Image.effect_noise((600, 800), 90).save(path)
    path.write_bytes(path.read_bytes()[:900])
    with pytest.raises(DocumentError, match=rf"a\.{ending} 损坏了，打不开。"):
        read(path)


def test_a_picture_with_another_ending_is_told_what_it_is(tmp_path):
    Image.new("L", (60, 80), 200).save(tmp_path / "a.png")
    (tmp_path / "a.png").rename(tmp_path / "a.pdf")
    with pytest.raises(DocumentError, match=r"a\.pdf 其实是图片（\.png、\.jpg、\.tif）；请改成正确的扩展名再导入。"):
        read(tmp_path / "a.pdf")


# ---------------------------------------------------------------------------------------------------------------------
# Nothing that can be read
# ---------------------------------------------------------------------------------------------------------------------


@needs_ocr
def test_a_page_on_which_nothing_is_written_is_named(tmp_path, scan):
    items = read(drawn(tmp_path / "a.pdf", lambda pen: pen.text(50, 50, "封面"), scan))
    assert [type(item) for item in items] == [Prose, Unreadable]
    assert items[1] == Unreadable("第 2 页", "整页是图片，没有认出文字")


@needs_ocr
def test_handwriting_is_not_guessed(tmp_path):
    _handwriting().save(tmp_path / "a.png", dpi=(200, 200))
    with pytest.raises(DocumentError, match=r"a\.png 这一页：整页是图片，其中的文字看不清或者是手写的，没有读入。"):
        read(tmp_path / "a.png")


def _handwriting():
    """Lines of loops that lean, as of a hasty hand."""
    import cv2
    import numpy as np

    random = np.random.default_rng(5)
    page = np.full((2300, 1650), 255, np.uint8)
    for y in range(200, 2200, 90):
        for x in range(150, 1500, 55):
            if random.random() < 0.12:
                continue
            way = np.cumsum(random.normal(0, 13, (9, 2)), axis=0) + np.array([x, y + random.normal(0, 6)])
            cv2.polylines(page, [way.astype(np.int32)], False, 60, 3, cv2.LINE_AA)
    return Image.fromarray(page)


def test_the_extra_is_looked_for_without_being_imported():
    """What reads other documents starts as fast as without it."""
    program = (
        "import sys, disclosures.documents.reading as r; print(*{'numpy', 'cv2', 'rapidocr', 'PIL'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "\n"
