"""Where lines of text are cut out of the ink of a page."""

import pytest

from tests.documents.scans.scanning import needs_ocr

pytestmark = needs_ocr

LINE = 26  # dots: the height of the other lines of the page


@pytest.fixture
def ink():
    """Two cells, of which the left one has lines as they usually are."""
    import numpy as np

    dots = np.zeros((200, 200), bool)
    for top in (10, 60, 110):
        dots[top : top + LINE, 10:90] = True
    return dots


def strips(ink):
    from disclosures.documents.scans.dots.strips import strips_of

    return [strip for strip in strips_of(ink, [(0, 0, 100, 200), (100, 0, 200, 200)]) if strip[0] >= 100]


def test_the_bar_of_a_character_is_no_line_of_its_own(ink):
    """元 alone in a cell, whose upper bar the printer left a dot away from the rest."""
    ink[11:16, 122:141] = True
    ink[17:35, 120:144] = True
    assert strips(ink) == [(120, 11, 144, 35)]


def test_a_dash_above_a_line_is_one(ink):
    ink[11:14, 120:144] = True
    ink[40:66, 120:144] = True
    assert strips(ink) == [(120, 11, 144, 14), (120, 40, 144, 66)]
