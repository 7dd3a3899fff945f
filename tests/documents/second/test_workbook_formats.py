"""A format says how many digits of a number are seen, the zeros before and behind it too."""

from decimal import Decimal

import pytest

from disclosures.documents.second.workbook_formats import Shown

SEEN = [
    ("0.00", "0.7", "0.70"), ("0.00", "0", "0.00"), ("#,##0.00", "0.01", "0.01"), ("#.00", "0.5", ".50"),
    ("0.##", "0.5", "0.5"), ("000", "7", "007"), ("0.0%", "0.0005", "0.1%"), ('0.00;-0.00;"-"', "0", "-"),
    ("", "0.5", "0.5"),
]  # fmt: skip
NOT_SEEN = [
    ("0.00", "0.7", ".70"), ("0.00", "0", "0.0"), ("0.00", "0", "00.00"), ("#,##0.00", "0.01", ".01"),
    ("000", "7", "07"), ("0.0%", "0.0005", ".1%"), ("", "0.5", ".5"), ('0.00;-0.00;"-"', "0", "1"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "number", "text"), SEEN)
def test_a_number_is_seen_with_the_zeros_of_its_format(code, number, text):
    assert Shown(code).fits(text, Decimal(number))


@pytest.mark.parametrize(("code", "number", "text"), NOT_SEEN)
def test_a_zero_lost_or_doubled_does_not_fit(code, number, text):
    assert not Shown(code).fits(text, Decimal(number))
