"""Exact money: what documents print is read without rounding, and printed again as it was."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosures.amounts import (
    LARGEST,
    AmountError,
    AmountUnit,
    Precision,
    decimals_of,
    from_fen,
    in_unit,
    parse_amount,
    plain,
    printed,
    to_fen,
)

WAN, YUAN, YI = AmountUnit.WAN, AmountUnit.YUAN, AmountUnit.YI

unhurried = settings(deadline=None)  # a busy machine is no failure
fen = st.integers(-LARGEST, LARGEST)
amounts = fen.map(from_fen)
ordinary = st.integers(-(10**15), 10**15).map(from_fen)  # whose sums and rounded figures fit as well
units = st.sampled_from(AmountUnit)
places = st.integers(0, 6)
printable = st.builds(Precision, units, places).filter(lambda precision: precision.decimals <= precision.unit.finest)
FULL_WIDTH = str.maketrans("0123456789,.-()", "０１２３４５６７８９，．－（）")


# ---------------------------------------------------------------------------------------------------------------------
# Reading
# ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "wan"),
    [
        ("1,262.08", "1262.08"),
        ("1262.08", "1262.08"),
        ("１，２６２．０８", "1262.08"),
        ("1，262.08", "1262.08"),
        ("1 262.08", "1262.08"),
        ("1\u00a0262.08", "1262.08"),
        ("1\u2009262.08", "1262.08"),
        (" 448.21\n", "448.21"),
        ("\u3000448.21", "448.21"),
        ("\ufeff448.21\u200b", "448.21"),
        ("448.\n21", "448.21"),  # a narrow cell breaks a figure
        ("131", "131"),
        ("131.0000", "131"),
        (".5", "0.5"),
        ("007", "7"),
        ("+10.37", "10.37"),
        ("0", "0"),
        ("0.00", "0"),
        ("-21.05", "-21.05"),
        ("— 21.05", "-21.05"),
        ("－21.05", "-21.05"),
        ("−21.05", "-21.05"),
        ("–21.05", "-21.05"),
        ("(1.00)", "-1"),
        ("（1.00）", "-1"),
        ("（1，262．08）", "-1262.08"),
        ("( 1.00 )", "-1"),
        ("0.000001", "0.000001"),  # 1 分
    ],
)
def test_figures_are_read_as_documents_print_them(text, wan):
    assert parse_amount(text, WAN) == Decimal(wan) * 10000


@pytest.mark.parametrize("text", ["", " ", "\n", "\u00a0", "\u3000", "\u200b", "-", "--", "—", "——", "－", "–", "─"])
def test_a_blank_or_a_dash_is_no_figure_and_no_zero(text):
    assert parse_amount(text, WAN) is None


@pytest.mark.parametrize(
    "text",
    [
        "1,26.08", "1,2620.8", ",262.08", "1,262,08", "12万", "1262.08万元", "abc", "合计", "1.2.3", "1.", ".", "1e5",
        "0x1F", "1_000", "--1", "+-1", "+", "1-", "()", "(", "(-1.00)", "((1.00))", "1.00)", "-(1.00)",
        "½", "①", "⑴", "2²", "１²", "Ⅳ", "一", "٣", "12 5", "448.21 178.51", "NaN", "Infinity", "100%", "￥5", "5元",
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused_with_the_text_in_the_sentence(text):
    with pytest.raises(AmountError) as refused:
        parse_amount(f" {text} ", WAN)
    assert str(refused.value) == f"“{text}”不是金额；应当是像 1,262.08 这样的数字，没有数就留空。"


@pytest.mark.parametrize(
    ("text", "unit", "sentence"),
    [
        ("0.001", YUAN, "“0.001”元 比 1 分还细；小数点后最多 2 位。"),
        ("1,262.0800001", WAN, "“1,262.0800001”万元 比 1 分还细；小数点后最多 6 位。"),
        ("0.00000000001", YI, "“0.00000000001”亿元 比 1 分还细；小数点后最多 10 位。"),
        ("92233720368547758.08", YUAN, "“92233720368547758.08”元 太大；请检查金额单位。"),
        ("-99999999999999", WAN, "“-99999999999999”万元 太大；请检查金额单位。"),
        ("1" * 40, YUAN, f"“{'1' * 40}”太长，不像金额。"),
        ("1" * 41, YUAN, f"“{'1' * 40}…”太长，不像金额。"),
    ],
)
def test_an_amount_is_never_rounded_to_fit(text, unit, sentence):
    with pytest.raises(AmountError) as refused:
        parse_amount(text, unit)
    assert str(refused.value) == sentence


@pytest.mark.parametrize("text", ["-0.00", "(0)", "－0"])
def test_there_is_one_zero(text):
    assert str(parse_amount(text, WAN)) == "0.00"


@unhurried
@given(st.text(max_size=12) | st.text("0123456789,.-()（）— １①", max_size=12), units)
def test_any_text_is_a_blank_or_whole_fen_or_refused(text, unit):
    try:
        value = parse_amount(text, unit)
    except AmountError:
        return
    assert value is None or from_fen(to_fen(value)) == value


@unhurried
@given(amounts, units)
def test_full_width_and_brackets_say_the_same(value, unit):
    text = printed(value, unit, unit.finest)
    bracketed = f"({text[1:]})" if text.startswith("-") else text
    assert parse_amount(text.translate(FULL_WIDTH), unit) == value
    assert parse_amount(bracketed.translate(FULL_WIDTH), unit) == value


def test_marks_of_other_width_become_plain_and_numbers_in_circles_stay():
    assert plain("（１，２６２．０８）－①②½²") == "(1,262.08)-①②½²"


# ---------------------------------------------------------------------------------------------------------------------
# Printing and storing
# ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("yuan", "unit", "decimals", "text"),
    [
        ("12620800", WAN, 2, "1,262.08"),
        ("12620800", YUAN, 2, "12,620,800.00"),
        ("12620800", YI, 4, "0.1262"),
        ("12620800", WAN, 0, "1,262"),
        ("50", WAN, 2, "0.01"),
        ("49.99", WAN, 2, "0.00"),
        ("-50", WAN, 2, "-0.01"),
        ("-49.99", WAN, 2, "0.00"),
        ("0", WAN, 2, "0.00"),
    ],
)
def test_amounts_are_printed_half_up_with_thousands_separators(yuan, unit, decimals, text):
    assert printed(Decimal(yuan), unit, decimals) == text


def test_a_blank_prints_nothing_and_zero_prints_zero():
    assert printed(None, WAN) == ""
    assert printed(Decimal(0), WAN) == "0.00"


def test_separators_can_be_left_out():
    assert printed(Decimal(12620800), WAN, grouping=False) == "1262.08"


def number(value: Decimal, unit: AmountUnit, decimals: int) -> Decimal:
    """The printed figure as a number of its unit, read without the code under test."""
    return Decimal(printed(value, unit, decimals).replace(",", ""))


@unhurried
@given(amounts, units, st.booleans(), st.integers(0, 2))
def test_what_is_printed_with_enough_decimals_is_read_back_as_it_was(value, unit, grouping, more):
    text = printed(value, unit, decimals_of(value, unit) + more, grouping=grouping)
    assert parse_amount(text, unit) == value


@unhurried
@given(amounts, units)
def test_enough_decimals_are_as_few_as_will_do(value, unit):
    decimals = decimals_of(value, unit, 0)
    assert decimals <= unit.finest
    if decimals:
        assert number(value, unit, decimals - 1) != in_unit(value, unit)


@unhurried
@given(ordinary, printable)
def test_what_was_read_is_printed_as_it_was(value, precision):
    text = printed(value, precision.unit, precision.decimals)
    assert printed(parse_amount(text, precision.unit), precision.unit, precision.decimals) == text


@unhurried
@given(amounts, amounts, units, places)
def test_a_larger_amount_never_prints_as_a_smaller_figure(one, other, unit, decimals):
    smaller, larger = sorted((one, other))
    assert number(smaller, unit, decimals) <= number(larger, unit, decimals)


@unhurried
@given(amounts, units, places)
def test_a_negative_amount_prints_like_the_positive_one(value, unit, decimals):
    assert number(-value, unit, decimals) == -number(value, unit, decimals)


@unhurried
@given(amounts, units, places)
def test_a_printed_figure_is_at_most_half_a_step_from_the_amount(value, unit, decimals):
    figure = number(value, unit, decimals).scaleb(unit.zeros)
    assert abs(figure - value) <= Precision(unit, decimals).half_step


@unhurried
@given(fen)
def test_fen_and_yuan_are_the_same_amount(whole):
    assert to_fen(from_fen(whole)) == whole
    assert from_fen(whole) * 100 == whole


@pytest.mark.parametrize("value", ["0.001", "-1.005", "12.00000000000000000000000000000000001"])
def test_a_fraction_of_a_fen_is_not_stored(value):
    with pytest.raises(AmountError, match="比 1 分还细"):
        to_fen(Decimal(value))


@pytest.mark.parametrize("value", ["92233720368547758.08", "-92233720368547758.08", "1e30"])
def test_what_no_bigint_holds_is_not_stored(value):
    with pytest.raises(AmountError, match="太大"):
        to_fen(Decimal(value))
