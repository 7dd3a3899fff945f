"""What stands in a PDF file and is no part of a figure: note marks, and text that nobody sees on the page."""

import pytest
from PIL import Image

from disclosures.documents.items import Aside, DocumentError, Grid, Prose
from disclosures.documents.limits import Limits
from disclosures.documents.reading import read_document
from tests.documents.making.drawn import FONT, drawn
from tests.documents.making.faults import differences
from tests.documents.making.fonts import PROGRAMS
from tests.documents.pdf.test_tables import texts

XS, YS = (50, 150, 250, 350), (60, 90, 120, 150)
ROWS = [["项目", "年初", "决算"], ["工资", "", "2.00"], ["", "3.00", "4.00"]]
CELL = "第 1 页表 1 第 2 行第 2 格"
FIGURE = "1,503.55"


def reading_of(tmp_path, draw, **options):
    """Rows and asides of a page with a table, on whose figures both readings agree."""

    def page(pen):
        pen.table(XS, YS, ROWS)
        draw(pen)

    document = read_document(drawn(tmp_path / "a.pdf", page, **options))
    assert differences(document) == []
    (grid,) = (item for item in document.items if isinstance(item, Grid))
    return texts(grid), [(item.place, item.text) for item in document.items if isinstance(item, Aside)]


def width(pen, text, font, size=10):
    return pen.canvas.stringWidth(text, font, size)


@pytest.mark.parametrize("font", [*PROGRAMS, FONT])
@pytest.mark.parametrize("mark_font", ["ONLYOFFICE", "WPS"])
@pytest.mark.parametrize("mark", ["1", "12", "*"])
def test_a_small_raised_mark_is_no_part_of_the_figure(tmp_path, font, mark_font, mark):
    def draw(pen):
        pen.text(154, 110, FIGURE, font=font)
        pen.text(154 + width(pen, FIGURE, font), 106.5, mark, size=6, font=mark_font)

    rows, asides = reading_of(tmp_path, draw)
    assert rows[1] == ["工资", FIGURE, "2.00"]
    assert asides == [(CELL, mark)]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_mark_of_a_turned_page_is_a_mark(tmp_path, degrees):
    side = 600

    def draw(pen):
        pen.canvas.rotate(degrees)
        pen.canvas.translate(*{90: (0, -side), 180: (-side, -side), 270: (-side, 0)}[degrees])
        pen.table(XS, YS, ROWS)
        pen.text(154, 110, FIGURE, font="Word")
        pen.text(154 + width(pen, FIGURE, "Word"), 106.5, "2", size=6, font="Word")

    document = read_document(drawn(tmp_path / "a.pdf", draw, rotate=degrees, size=(side, side)))
    assert differences(document) == []
    assert texts(document.items[0])[1][1] == FIGURE
    assert document.items[1].text == "2"


def test_a_mark_behind_a_name_and_in_a_paragraph_is_put_aside(tmp_path):
    def draw(pen):
        pen.text(54, 140, "津贴")
        pen.text(74, 136.5, "3", size=6)
        pen.text(50, 40, "支出为626.72")
        pen.text(50 + width(pen, "支出为626.72", FONT), 36.5, "4", size=6)
        pen.text(50 + width(pen, "支出为626.72", FONT) + 5, 40, "万元。")

    rows, asides = reading_of(tmp_path, draw)
    assert rows[2][0] == "津贴"
    assert sorted(asides) == [("第 1 页第 1 行", "4"), ("第 1 页表 1 第 3 行第 1 格", "3")]


def test_a_mark_drawn_after_the_rest_of_the_page_is_told(tmp_path):
    """The order of the file does not say behind what it stands; the readings must not agree on a wrong figure."""

    def draw(pen):
        pen.table(XS, YS, [ROWS[0], ["工资", FIGURE, "2.00"], ROWS[2]])
        pen.text(154 + width(pen, FIGURE, FONT), 98.5, "1", size=6)

    document = read_document(drawn(tmp_path / "a.pdf", draw))
    assert (CELL, FIGURE) in differences(document)


@pytest.mark.parametrize(
    ("before", "x", "y", "size", "char"),
    [
        ("1,503.5", None, 110, 6, "5"),  # small, on the line
        ("1,503.5", None, 108, 10, "5"),  # a little higher, of the same size
        ("100km", None, 106.5, 6, "2"),
    ],
)
def test_other_small_or_raised_digits_stay(tmp_path, before, x, y, size, char):
    def draw(pen):
        pen.text(154, 110, before, font="Word")
        pen.text(154 + width(pen, before, "Word"), y, char, size=size, font="Word")

    rows, asides = reading_of(tmp_path, draw)
    assert (rows[1][1], asides) == (before + char, [])


def test_a_raised_digit_behind_the_point_is_doubtful(tmp_path):
    def draw(pen):
        pen.table(XS, YS, ROWS)
        pen.text(154, 110, "1,503.", font="Word")
        pen.text(154 + width(pen, "1,503.", "Word"), 106.5, "5", size=6, font="Word")

    assert (CELL, "1,503.5") in differences(read_document(drawn(tmp_path / "a.pdf", draw)))


def test_a_raised_digit_in_the_middle_of_a_figure_stays(tmp_path):
    def draw(pen):
        for x, y, size, text in ((154, 110, 10, "1,50"), (171.7, 106.5, 6, "3"), (174.8, 110, 10, ".55")):
            pen.text(x, y, text, size=size, font="Word")

    rows, asides = reading_of(tmp_path, draw)
    assert (rows[1][1], asides) == (FIGURE, [])


# ---------------------------------------------------------------------------------------------------------------------
# Unseen
# ---------------------------------------------------------------------------------------------------------------------


def white(pen, text="9"):
    pen.canvas.setFillColorRGB(1, 1, 1)
    pen.text(194, 110, text)


def clear(pen):
    pen.canvas.setFillAlpha(0)
    pen.text(194, 110, "9")


def invisible(pen):
    text = pen.canvas.beginText(194, pen.height - 110)
    text.setFont(FONT, 10)
    text.setTextRenderMode(3)
    text.textOut("9")
    pen.canvas.drawText(text)


@pytest.mark.parametrize("draw_unseen", [white, clear, invisible], ids=lambda one: one.__name__)
@pytest.mark.parametrize("rotate", [0, 90])
def test_text_that_nobody_sees_is_put_aside(tmp_path, draw_unseen, rotate):
    def draw(pen):
        pen.text(154, 110, FIGURE)
        draw_unseen(pen)

    rows, asides = reading_of(tmp_path, draw, rotate=rotate, size=(600, 600))
    assert rows[1][1] == FIGURE
    assert asides == [(CELL, "9")]


def test_white_text_on_a_coloured_field_is_seen(tmp_path):
    def draw(pen):
        pen.canvas.setFillColorRGB(0, 0.2, 0.6)
        pen.canvas.rect(150, pen.height - 120, 100, 30, stroke=0, fill=1)
        white(pen, FIGURE)

    rows, asides = reading_of(tmp_path, draw)
    assert (rows[1][1], asides) == (FIGURE, [])


def test_invisible_text_on_a_scan_is_what_the_picture_shows(tmp_path):
    scan = tmp_path / "scan.png"
    Image.new("L", (60, 80), 200).save(scan)

    def draw(pen):
        pen.canvas.drawImage(str(scan), 0, 0, width=595, height=842)
        text = pen.canvas.beginText(60, 700)
        text.setFont(FONT, 10)
        text.setTextRenderMode(3)
        text.textOut("本年收入1,262.08万元，支出626.72万元。")
        pen.canvas.drawText(text)

    document = read_document(drawn(tmp_path / "a.pdf", draw))
    assert [item.text for item in document.items if isinstance(item, Prose)] == [
        "本年收入1,262.08万元，支出626.72万元。"
    ]
    assert differences(document) == []


def test_text_off_the_page_is_put_aside(tmp_path):
    def draw(pen):
        pen.text(700, 110, "8,888.88")
        pen.text(60, 900, "备注7")

    _, asides = reading_of(tmp_path, draw)
    assert asides == [("第 1 页", "8,888.88备注7")]


# ---------------------------------------------------------------------------------------------------------------------
# Too much of it
# ---------------------------------------------------------------------------------------------------------------------


def written(pen, *runs):
    """Runs of (x, y, size, rise, text) in one text object."""
    text = pen.canvas.beginText(0, 0)
    for x, y, size, rise, words in runs:
        text.setTextOrigin(x, pen.height - y)
        text.setFont("Word", size)
        text.setRise(rise)
        text.textOut(words)
    pen.canvas.drawText(text)


def test_thousands_of_marks_are_one_aside_for_each_place(tmp_path):
    def draw(pen):
        for row in range(50):
            for x in range(50, 530, 12):
                written(pen, (x, 60 + 14 * row, 10, 0, "5"), (x + 5.07, 60 + 14 * row, 5, 4, "1"))

    document = read_document(drawn(tmp_path / "a.pdf", draw))
    asides = [item for item in document.items if isinstance(item, Aside)]
    assert sum(aside.text.count("1") for aside in asides) == 50 * 40
    assert len(asides) <= 50


def test_thousands_of_glyphs_in_one_place_are_read_once(tmp_path):
    def draw(pen):
        written(pen, *[(100, 100, 10, 0, "17"[number % 2]) for number in range(20_000)])

    document = read_document(drawn(tmp_path / "a.pdf", draw))
    assert sum(len(item.text) for item in document.items) < 100


def test_a_file_of_more_characters_than_are_read_is_refused_in_one_sentence(tmp_path):
    path = drawn(tmp_path / "a.pdf", lambda pen: written(pen, (50, 50, 1, 0, "1" * 2_000)))
    with pytest.raises(DocumentError, match="太大：字数超过 1,000，没有读入"):
        read_document(path, Limits(characters=1_000))
