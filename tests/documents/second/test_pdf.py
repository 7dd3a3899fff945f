"""The second look at PDF files agrees with a sound first reading, and tells every fault that is put into it."""

import random
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from disclosures.documents.figures import figures_in
from disclosures.documents.items import Grid, Item, Prose
from disclosures.documents.pdf.pages import page_of
from disclosures.documents.reading import read, read_document
from tests.documents.making.drawn import FONT, drawn
from tests.documents.making.faults import differences, untold
from tests.documents.making.pdf_faults import FAULTS, faulty_reader

HERE = Path(__file__).parents[1]
FILES = sorted(HERE.glob("*.pdf"))
TRIED = sorted((HERE / "tried").glob("*.pdf"))


@pytest.mark.parametrize("path", [*FILES, *TRIED], ids=lambda path: path.stem)
def test_both_readings_of_a_sound_file_agree(path):
    document = read_document(path)
    assert document.sightings
    assert differences(document) == []


@pytest.mark.parametrize("path", FILES[:2], ids=lambda path: path.stem)
def test_every_fault_put_into_what_was_read_is_told(path):
    assert untold(read_document(path), 60, path.stem) == []


def figures(items: list[Item]) -> Counter:
    printed = [item for item in items if isinstance(item, Prose)]
    printed += [cell for item in items if isinstance(item, Grid) for row in item.rows for cell in row if cell]
    return Counter((figure, one.place) for one in printed for figure in figures_in(one.text))


def some_pages(source: Path, target: Path, first: int, count: int = 2) -> Path:
    """Two pages of a file, so that a fault costs no reading of the whole."""
    with pypdfium2.PdfDocument(source) as original, pypdfium2.PdfDocument.new() as document:
        document.import_pages(original, list(range(first, first + count)))
        document.save(target)
    return target


def planted(source: Path, folder: Path, seed: str):
    """A fault that makes a figure wrong: its kind, and what the two readings then tell; None where it changes none."""
    rng = random.Random(seed)
    with pypdfium2.PdfDocument(source) as original:
        first = rng.randrange(len(original) - 1)
    path = some_pages(source, folder / "a.pdf", first)
    sound = figures(read(path))
    fault = rng.choice(FAULTS)
    with faulty_reader(fault, rng, rng.randrange(2)):
        document = read_document(path)
    if figures(document.items) == sound:
        return None
    return fault.__name__, differences(document)


@pytest.mark.parametrize("source", FILES[:2], ids=lambda path: path.stem)
def test_every_fault_of_a_reading_step_is_told(source, tmp_path):
    found = [one for seed in range(30) if (one := planted(source, tmp_path, f"{source.stem} {seed}"))]
    assert len(found) > 15
    assert [kind for kind, told in found if not told] == []


# ---------------------------------------------------------------------------------------------------------------------
# What the two readings do differently, and must agree on
# ---------------------------------------------------------------------------------------------------------------------

XS, YS = (50, 150, 250, 350), (60, 90, 120, 150)
ROWS = [["项目", "年初", "决算"], ["工资", "1,000.55", "-2,106.66"], ["2023年差旅费", "3.00", "（4.50%）"]]


def askew(pen):
    pen.table(XS, YS, ROWS)
    pen.canvas.saveState()
    pen.canvas.translate(100, pen.height - 160)
    pen.canvas.rotate(30)
    pen.canvas.drawString(0, 0, "COPY 2023-7")
    pen.canvas.restoreState()


def wrapped(pen):
    pen.table(XS, (60, 90, 140), [ROWS[0], ["工资\n2023", "1,234,\n567.89", "-2,106.6\n6"]])


def standing_out(pen):
    pen.table((50, 150, 175, 350), YS, [["项目", "年", "决算"], ["甲", "1,234,567.89", ""], ["乙", "2.00", "3.00"]])


def bold(pen):
    for shift in (0, 0.3):
        pen.table(tuple(x + shift for x in XS), YS, ROWS)


def glyph_by_glyph(pen):
    pen.table(XS, YS, [ROWS[0], ["", "", ""], ROWS[2]])
    for number, char in enumerate("2,100.66"):
        for shift in (0, 0.4):
            pen.text(54 + 5 * number + shift, 110, char, font="ONLYOFFICE")


def without_lines_between_rows(pen):
    pen.table(XS, (60, 90, 140), [ROWS[0], ["工资\n津贴\n差旅", "1.00\n2.00\n3.00", "4.00\n5.00\n6.00"]])


def in_columns(pen):
    for number, row in enumerate((*ROWS, *ROWS[1:])):
        for x, text in zip(XS, row, strict=False):
            pen.text(x, 60 + 20 * number, text)


def sideways(pen):
    pen.canvas.rotate(90)
    pen.canvas.translate(0, -pen.height)
    pen.table(XS, YS, ROWS)


def prose(pen):
    pen.text(50, 60, "支出合计（")
    pen.text(50, 78, "2023年）为1,262.08万元，比上年增长-3.1%，其中基本支出626.72万元，项目支出635.36万元；1,2")
    pen.text(50, 96, "34.5元为结余。2022-")
    pen.text(50, 114, "2023年①、2.½、3 4 5")


PAGES = (
    askew, wrapped, standing_out, bold, glyph_by_glyph, without_lines_between_rows, in_columns, sideways, prose,
)  # fmt: skip


@pytest.mark.parametrize("draw", PAGES, ids=lambda draw: draw.__name__)
@pytest.mark.parametrize("rotate", [0, 90])
def test_both_readings_agree_on(draw, rotate, tmp_path):
    document = read_document(drawn(tmp_path / "a.pdf", draw, rotate=rotate, size=(842, 842)))
    assert document.sightings
    assert differences(document) == []


def numbered(number: int, *extra: str):
    def draw(pen):
        pen.text(200, 40, "2023年度部门决算")
        pen.table(XS, tuple(y + 40 for y in YS), [ROWS[0], [f"第{number}项", "1.00", "2.00"], ROWS[2]])
        for row, text in enumerate((*extra, f"- {number} -")):
            pen.text(290, 820 - 20 * (len(extra) - row), text)

    return draw


def test_page_numbers_and_running_heads_are_no_difference(tmp_path):
    document = read_document(drawn(tmp_path / "a.pdf", *(numbered(number) for number in range(1, 5))))
    assert not any("部门决算" in item.text for item in document.items if isinstance(item, Prose))
    assert differences(document) == []


def test_a_figure_lost_beside_a_page_number_is_told(tmp_path, monkeypatch):
    """What is left out excuses its own figures and no others."""
    path = drawn(tmp_path / "a.pdf", *(numbered(number, "66.60") for number in range(1, 4)))
    sound = page_of

    def without_line(sheet, budget):
        page = sound(sheet, budget)
        page.pieces = [piece for piece in page.pieces if getattr(piece, "text", "") != "66.60"]
        return page

    monkeypatch.setattr("disclosures.documents.pdf.reading.page_of", without_line)
    assert differences(read_document(path)) == [(f"第 {number} 页段落和表格之外", "66.60") for number in range(1, 4)]


@pytest.mark.parametrize("figure", ["1,262.68", "77%"])
def test_a_figure_drawn_character_by_character_is_one_figure_for_both(tmp_path, figure):
    def draw(pen):
        pen.table([50, 200, 400], [50, 80], [["合计", None]])
        for n, char in enumerate(figure):
            pen.text(210 + 7.5 * n, 70, char)

    document = read_document(drawn(tmp_path / "a.pdf", draw))
    assert differences(document) == []


@pytest.mark.parametrize("figure", ["(415.87)", "88%", "(-1.5%)", "（415.87）", "３，３６７．０１"])
def test_a_figure_is_whole_also_where_pdfium_takes_the_page_for_vertical_writing(tmp_path, figure):
    """Close lines with wide room beside them, drawn character by character: each then is a line for pdfium."""

    def draw(pen):
        pen.table([50, 300, 500], [50, 62, 74, 86], [["项目", None], ["支出", None], ["合计", None]])
        x = 310
        for char in figure:
            pen.text(x, 83, char)
            x += pen.canvas.stringWidth(char, FONT, 10)

    path = drawn(tmp_path / "a.pdf", draw)
    with pypdfium2.PdfDocument(path) as document:
        assert document[0].get_textpage().get_text_range().count("\r\n") >= len(figure)
    assert differences(read_document(path)) == []


@pytest.mark.parametrize("figure", ["1 111.10", "1 187 645.10", "2 330 382.88"])
def test_groups_a_blank_apart_are_one_figure_for_both_whatever_their_digits(tmp_path, figure):
    """The ink of two digits 1 stands as far apart as that of other digits with a blank and more between them."""

    def draw(pen):
        pen.table([50, 200, 400], [50, 80, 110], [["合计", ""], ["支出", "2.00"]])
        pen.canvas.setFont("Helvetica", 9)
        x = 210
        for char in figure:
            pen.canvas.drawString(x, pen.height - 70, char)
            x += pen.canvas.stringWidth(char, "Helvetica", 9)

    document = read_document(drawn(tmp_path / "a.pdf", draw))
    assert [cell.text for cell in document.items[0].rows[0]] == ["合计", figure.replace(" ", "")]
    assert differences(document) == []


def test_unseen_text_behind_a_note_mark_is_not_what_the_figure_goes_on_with(tmp_path):
    def draw(pen):
        pen.table([50, 200, 400], [50, 80], [["合计", "66288.31"]])
        end = 204 + pen.canvas.stringWidth("66288.31", FONT, 10)
        pen.text(end, 58, "1", size=5.4)
        pen.canvas.setFillColorRGB(1, 1, 1)
        pen.text(end + 2, 62, "7")

    document = read_document(drawn(tmp_path / "a.pdf", draw))
    assert differences(document) == []
