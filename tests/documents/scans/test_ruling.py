"""Which dots of a page are ruling lines, and which are strokes of what is written between them."""

import pytest

from tests.documents.scans.scanning import needs_ocr

pytestmark = needs_ocr

ROWS = (100, 149, 198)  # where lines across are
COLUMN = 300  # where an upright line divides two columns


@pytest.fixture
def grey():
    """White paper with lines across and at both sides."""
    import numpy as np

    dots = np.full((400, 600), 255, np.uint8)
    for top in ROWS:
        dots[top : top + 3, 50:550] = 0
    for left in (50, 547):
        dots[ROWS[0] : ROWS[-1] + 3, left : left + 3] = 0
    return dots


def columns(grey):
    """Where upright lines stand."""
    from disclosures.documents.scans.dots.paper import Paper
    from disclosures.documents.scans.dots.ruling import rules_of

    return {round((left + right) / 20) * 10 for left, top, right, bottom in rules_of(Paper(grey)) if right - left < 10}


def write(grey, top, beside=COLUMN + 12):
    """Digits of which the first stands right beside the line."""
    for left in range(beside, beside + 60, 16):
        grey[top + 12 : top + 36, left : left + 3] = 0
        grey[top + 12 : top + 36 : 10, left : left + 10] = 0


def draw(grey, top, bottom):
    grey[top:bottom, COLUMN : COLUMN + 3] = 0


@pytest.mark.parametrize("rows", [1, 2])
def test_a_line_at_which_text_begins_divides_columns(grey, rows):
    for top in ROWS[:rows]:
        write(grey, top)
        draw(grey, top, top + 52)
    assert columns(grey) == {50, COLUMN, 550}


def test_text_on_both_sides_of_a_line_of_two_rows_hides_it_not(grey):
    for top in ROWS[:2]:
        write(grey, top)
        write(grey, top, COLUMN - 62)
        draw(grey, top, top + 52)
    assert columns(grey) == {50, COLUMN, 550}


def test_strokes_of_letters_divide_nothing(grey):
    for top in ROWS[:2]:
        write(grey, top)
        draw(grey, top + 8, top + 44)
    assert columns(grey) == {50, 550}
