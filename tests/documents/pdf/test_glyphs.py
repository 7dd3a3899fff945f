"""Characters of a PDF file: what is drawn again to look bold is read once, and all else that is there is read."""

import pytest

from disclosures.documents.reading import read
from tests.documents.making.drawn import drawn
from tests.documents.making.fonts import PROGRAMS
from tests.documents.pdf.test_tables import texts

XS, YS = (50, 150, 250, 350), (60, 90, 120)
FIGURES = ("2,106.66", "-1,000.55", "11.11")
EVERY = pytest.mark.parametrize("font", PROGRAMS)


def rows_of(tmp_path, draw):
    """The rows of the one table of a page."""

    def page(pen):
        pen.table(XS, YS, [["项目", "年初", "决算"], ["", "", ""]])
        draw(pen)

    (grid,) = read(drawn(tmp_path / "a.pdf", page))
    return texts(grid)


@EVERY
def test_equal_digits_beside_each_other_are_all_read(tmp_path, font):
    def draw(pen):
        for x, figure in zip(XS, FIGURES, strict=False):
            pen.text(x + 4, 110, figure, font=font)

    assert rows_of(tmp_path, draw)[1] == list(FIGURES)


@EVERY
@pytest.mark.parametrize("shift", [0, 0.3, 0.9])
def test_a_figure_drawn_again_to_look_bold_is_read_once(tmp_path, font, shift):
    def draw(pen):
        for again in (0, shift):
            for x, figure in zip(XS, FIGURES, strict=False):
                pen.text(x + 4 + again, 110, figure, font=font)

    assert rows_of(tmp_path, draw)[1] == list(FIGURES)


@EVERY
@pytest.mark.parametrize("spaced", [0, -0.8, 2])
def test_digits_drawn_one_by_one_are_all_read(tmp_path, font, spaced):
    step = PROGRAMS[font].digit / 100 + spaced

    def draw(pen):
        for number, digit in enumerate("10055"):
            pen.text(XS[0] + 4 + number * step, 110, digit, font=font)

    assert rows_of(tmp_path, draw)[1][0].replace(" ", "") == "10055"
