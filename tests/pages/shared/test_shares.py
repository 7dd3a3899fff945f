"""Percentages and the lengths of bars."""

from decimal import Decimal

import pytest

from disclosures.pages.shared.shares import bar_width, percent


@pytest.mark.parametrize(
    ("part", "whole", "width"),
    [("25", "100", "25.00"), ("150", "100", "100"), ("-0.90", "-0.75", None), ("-5", "10", None), ("5", "-10", None)],
)
def test_a_bar_is_at_most_the_whole_and_what_is_negative_has_none(part, whole, width):
    assert bar_width(Decimal(part), Decimal(whole)) == (width and Decimal(width))


@pytest.mark.parametrize(("part", "whole"), [(None, Decimal(1)), (Decimal(1), None), (Decimal(1), Decimal(0))])
def test_without_a_part_or_a_whole_there_is_neither_percentage_nor_bar(part, whole):
    assert percent(part, whole) is None
    assert bar_width(part, whole) is None
