"""What stands raised behind a figure is a note; the upper part of a digit, whose thin foot is pale, is none."""

import pytest

from tests.documents.scans.scanning import needs_ocr

pytestmark = needs_ocr

STRIP = (0, 0, 40, 20)


@pytest.fixture
def grey():
    """Two digits as high as the line, and a smaller one that ends above the middle of it."""
    import numpy as np

    dots = np.full((20, 40), 255, np.uint8)
    dots[:, 2:10] = dots[:, 14:22] = 60
    dots[:11, 27:35] = 60
    return dots


def tail_of(grey):
    from disclosures.documents.scans.dots.raised import tail_of

    return tail_of(grey, STRIP)


def test_the_number_of_a_note_is_told_apart(grey):
    assert tail_of(grey) == (24, 0, 40, 20)


def test_noise_below_it_does_not_make_it_a_digit(grey):
    grey[17, 28:30] = 190
    assert tail_of(grey) == (24, 0, 40, 20)


def test_a_digit_with_a_pale_foot_is_no_note(grey):
    grey[17:19, 27:35] = 200
    assert tail_of(grey) is None
