"""Every figure of a paragraph is found with its unit and precision, and nothing that is none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosures.checks.figures import Unit
from disclosures.checks.narrative.meaning.figures import figures_of
from disclosures.checks.narrative.meaning.squeezing import squeeze


def found(text: str) -> list[str]:
    return ["".join(figure.text.split()) for figure in figures_of(squeeze(text))]


def only(text: str):
    (figure,) = figures_of(squeeze(text))
    return figure


@pytest.mark.parametrize(
    "text",
    [
        "2023 年度部门决算",
        "截至 2023 年 12 月 31 日",
        "预算是上年 10 月份工资",
        "1. 财政拨款收入",
        "（1）一般公共服务支出",
        "8. 2023 年没有支出",
        "财预〔2016〕143号",
        "单价 100 万元（含）以上设备",
        "单价50万元以上通用设备",
        "20103-政府办公厅",
        "一般公共服务支出（201类）行政运行（01项）",
        "第 3 条",
        "J201 基本支出",
        "2080505 科目",
        "电话 024-57500000",
    ],
)
def test_what_is_no_figure_is_not_found(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("收入总计 1262.08 万元，占 100.00%", ["1262.08万元", "100.00%"]),
        ("接待 1 批次、19 人、4.24 万元", ["1批次", "19人", "4.24万元"]),
        ("设备 0 台（套）", ["0台（套）"]),
        ("得 88.875 分，分别为两个", ["88.875分"]),
        ("年初预算为 0，支出 1,055.40 元", ["0", "1,055.40元"]),
        ("项目自评 4 项，其中", ["4项"]),
        ("1家,即:信访局", ["1家"]),
    ],
)
def test_amounts_percentages_scores_and_counts_are_found(text, figures):
    assert found(text) == figures


@pytest.mark.parametrize(
    ("text", "value", "half_step", "unit"),
    [
        ("131 万元", "1310000", "5000", Unit.YUAN),
        ("131.00万元", "1310000", "50", Unit.YUAN),
        ("1,262.08元", "1262.08", "0", Unit.YUAN),
        ("0.5 亿元", "50000000", "5000000", Unit.YUAN),
        ("20.82%", "20.82", "0.005", Unit.PERCENT),
        ("5‰", "0.5", "0.05", Unit.PERCENT),
        ("88.875 分", "88.875", "0.0005", Unit.POINTS),
        ("19 人", "19", "0", Unit.NUMBER),
        ("增加-5.28万元", "-52800", "50", Unit.YUAN),
    ],
)
def test_a_figure_is_exact_and_knows_how_far_it_may_be_from_the_truth(text, value, half_step, unit):
    figure = only(text)
    assert (figure.value, figure.half_step, figure.unit) == (Decimal(value), Decimal(half_step), unit)


def test_a_number_that_may_be_torn_is_marked():
    assert only("减少 1 262.08 万元".replace("1 ", "第1 ")).torn
    assert [figure.torn for figure in figures_of(squeeze("共 1 262.08 万元"))] == [False, True]


def test_the_first_of_two_amounts_has_the_unit_of_the_second():
    assert [figure.value for figure in figures_of(squeeze("各增加1.50、2.50万元"))] == [15000, 25000]


@given(st.decimals(min_value=0, max_value=10**8, places=2))
def test_any_printed_amount_is_read_back_exactly(value):
    assert only(f"支出{value}万元，").value == value * 10_000
    assert only(f"支出{value:,}万元，").value == value * 10_000
