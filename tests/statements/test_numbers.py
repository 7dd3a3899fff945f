"""Numbers in what is no amount: scores, rates, targets, counts."""

from decimal import Decimal

import pytest

from disclosures.statements.numbers import number_in, ratio_in


@pytest.mark.parametrize(
    ("text", "number", "ratio"),
    [
        ("67.21%", "67.21", "0.6721"),
        ("６７．２１％", "67.21", "0.6721"),
        ("1,055.4%", "1055.4", "10.554"),
        ("5‰", "5", "0.005"),
        ("0.344", "0.344", "0.344"),
        ("— 21.05", "-21.05", "-21.05"),
        ("100", "100", "100"),
        ("0", "0", "0"),
    ],
)
def test_a_figure_has_its_exact_number_and_a_percent_sign_can_be_carried_out(text, number, ratio):
    assert number_in(text) == Decimal(number)
    assert ratio_in(text) == Decimal(ratio)


@pytest.mark.parametrize("text", ["", "-", "管理规范", "≥50个", "0 次", "①", "10½", "٣", "1 2", "80%-60%", "100%%"])
def test_words_have_no_number(text):
    assert number_in(text) is None
    assert ratio_in(text) is None
