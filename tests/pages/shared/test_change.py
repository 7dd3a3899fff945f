"""How a figure changed, and what is said where there is nothing to divide by."""

from decimal import Decimal

import pytest

from disclosures.pages.shared.bars import HEIGHT, bars_of
from disclosures.pages.shared.change import change


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        ("1262.08", "1593.91", "−20.82%"),
        ("103.41", "100", "+3.41%"),
        ("100.005", "100", "+0.01%"),
        ("1500.96", "13.89", "约 108 倍"),
        ("300", "100", "约 3.0 倍"),
        ("299.99", "100", "+199.99%"),
        ("10.05", "1", "约 10 倍"),
        ("0.05", "1083.57", "不到 1%"),
        ("1", "100", "−99.00%"),
        ("5", "5", "持平"),
        ("0", "0", "持平"),
        ("4.24", "0", "÷0 基数是零"),
        ("4.24", "-1", "基数是负数"),
        ("0", "5", "−100.00%"),
        ("-5", "5", "−200.00%"),
    ],
)
def test_a_change_is_said_in_percent_of_a_positive_base_and_else_in_words(now, before, words):
    assert change(Decimal(now), Decimal(before)).words == words


@pytest.mark.parametrize(("now", "before"), [(None, Decimal(1)), (Decimal(1), None), (None, None)])
def test_a_blank_is_compared_with_nothing(now, before):
    assert change(now, before) is None


def test_a_bar_is_compared_with_the_year_before_and_not_with_the_bar_before():
    years = [(2020, Decimal(50)), (2022, Decimal(100)), (2023, Decimal(25)), (2024, None), (2025, Decimal(-5))]
    bars = bars_of((year, amount, str(amount or ""), "") for year, amount in years).bars
    assert [bar.height for bar in bars] == [HEIGHT / Decimal(2), HEIGHT, HEIGHT / Decimal(4), None, None]
    assert [bar.change and bar.change.words for bar in bars] == [None, None, "−75.00%", None, None]
