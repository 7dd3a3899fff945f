"""Shares, growth and completion: exact, explained by rounding, broken, without a base, without an operand."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.loading import BROKEN, EQUAL, ROUNDING, UNKNOWN, only, outcomes, results, row
from tests.checks.narrative.texts import items, text

PUBLIC = (
    row("07", "total", initial_budget="3.00", actual="7.24"),
    row("07", "overseas_travel"),
    row("07", "official_reception", actual="4.24"),
    row("07", "official_vehicles", initial_budget="3.00", actual="3.00"),
)
INCOME = (row("01", "income:grand_total", amount="1,262.08"),)


@pytest.mark.parametrize(
    ("share", "outcome"), [("58.56", EQUAL), ("58.6", EQUAL), ("58.50", ROUNDING), ("58.30", BROKEN), ("5.86", BROKEN)]
)
def test_a_share_is_the_part_divided_by_the_whole(share, outcome):
    said = f"公务接待费 4.24 万元，占“三公”经费支出的 {share}%。"
    assert only("D1s", text("三公", said, parts=PUBLIC)).outcome == outcome


def test_a_share_says_how_it_is_computed():
    result = only("D1s", text("三公", "公务接待费 4.24 万元，占“三公”经费支出的 58.30%。", parts=PUBLIC))
    assert "4.24 万元 ÷ 公开07表“total”的“决算数” 7.24 万元计算是 58.56%，对不上" in result.message
    assert result.difference == Decimal("-0.26")


def test_a_share_of_nothing_has_no_meaning_but_nothing_as_a_share_has():
    nothing = "政府采购支出总额 0.00 万元。授予中小企业合同金额 0.00 万元，占政府采购支出总额的 {}%。"
    for figure in ("0.00", "100.00"):
        assert outcomes("D4", text("采购", nothing.format(figure))) == [BROKEN]
    of = text(
        "总体", "1. 事业收入 0.00 万元，占收入总计的 0.00%。", parts=(*INCOME, row("01", "income:institutional_income"))
    )
    assert results("D4", of) == []
    assert outcomes("D1s", of) == [EQUAL]


def test_a_share_whose_part_is_printed_nowhere_is_unknown_unless_the_whole_is_nothing():
    said = "政府采购货物支出 {} 万元；货物采购授予中小企业合同金额占货物支出金额的 0.00%。"
    assert outcomes("D4", text("采购", said.format("0.00"))) == [BROKEN]
    assert outcomes("D1s", text("采购", said.format("5.00"))) == [UNKNOWN]
    assert outcomes("D1s", text("总体", "事业收入 0.00 万元，占收入总计的 0.00%。")) == [UNKNOWN]


def test_shares_that_were_made_to_add_up_to_100_may_be_off_by_one_step():
    parts = (row("05", "total", total="300.00"),)
    said = "一般公共预算财政拨款支出 300.00 万元，主要用于以下方面：教育支出（类）100.00 万元，占 33.33%；" \
        "国防支出（类）100.00 万元，占 33.33%；金融支出（类）100.00 万元，占 {}%。"  # fmt: skip
    for last, outcome in (("33.34", ROUNDING), ("33.35", BROKEN), ("33.33", EQUAL)):
        assert outcomes("D1s", text("一般公共预算", said.format(last), parts=parts)) == [EQUAL, EQUAL, outcome]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("减少 331.83 万元，降低 20.82%", EQUAL),
        ("减少 331.83 万元，降低 20.8%", EQUAL),
        ("减少 331.83 万元，降低 26.29%", BROKEN),  # divided by this year
        ("减少 331.83 万元，增长 20.82%", BROKEN),
        ("增加 331.83 万元，增长 35.67%", EQUAL),
        ("增加 331.83 万元，增长 20.82%", BROKEN),
        ("增加-331.83 万元，降低 20.82%", BROKEN),
    ],
)
def test_growth_is_the_change_divided_by_last_year(said, outcome):
    of = text("总体", f"与上年相比，今年收入总计{said}，主要原因：人员减少。", parts=INCOME)
    assert only("D1y", of).outcome == outcome


def test_growth_takes_every_operand_within_half_its_last_step():
    for figure, outcome in (("66.67", EQUAL), ("70.00", ROUNDING), ("130.00", BROKEN)):
        said = f"公务接待费 0.05 万元，比上年增加 0.02 万元，增长 {figure}%。"
        parts = (row("07", "official_reception", actual="0.05"),)
        assert only("D1y", text("三公", said, parts=parts)).outcome == outcome


@pytest.mark.parametrize(("figure", "outcome"), [("0.00", EQUAL), ("7.91", ROUNDING), ("30.00", BROKEN)])
def test_a_change_that_rounds_to_nothing_may_have_been_one(figure, outcome):
    said = f"公务接待费 0.06 万元，比上年增加 0.00 万元，增长 {figure}%。"
    parts = (row("07", "official_reception", actual="0.06"),)
    assert only("D1y", text("三公", said, parts=parts)).outcome == outcome


@pytest.mark.parametrize("figure", ["0.00", "100.00"])
def test_growth_from_nothing_has_no_meaning(figure):
    said = f"2. 公务接待费 4.24 万元。2023 年公务接待费比上年增加 4.24 万元，增长 {figure}%。"
    assert outcomes("D4", text("三公", said, parts=PUBLIC)) == [BROKEN]
    assert "公务接待费的上年数为 0。基数为 0，百分比没有意义" in only("D4", text("三公", said, parts=PUBLIC)).message


def test_growth_without_a_printed_change_or_amount_is_unknown():
    assert outcomes("D1y", text("三公", "公务接待费 4.24 万元，比上年增长 5.00%", parts=PUBLIC)) == [UNKNOWN]
    assert outcomes("D1y", text("总体", "与上年相比，收入总计减少 1.00 万元，降低 5.00%")) == [UNKNOWN]


@pytest.mark.parametrize(
    ("rule", "said", "outcome"),
    [
        ("D3", "“三公”经费支出 7.24 万元，完成预算的 241.33%", EQUAL),
        ("D3", "“三公”经费支出 7.24 万元，完成预算的 240.99%", ROUNDING),
        ("D3", "“三公”经费支出 7.24 万元，完成预算的 140.33%", BROKEN),
        ("D3", "“三公”经费支出 7.24 万元，完成全年预算的 140.33%", UNKNOWN),
        ("D3", "“三公”经费支出 7.24 万元，全年预算为 8.00 万元，完成全年预算的 90.50%", EQUAL),
        ("D4", "公务接待费 4.24 万元，完成预算的 0.00%", BROKEN),
        ("D4", "公务接待费 4.24 万元，完成年初预算的 100.00%", BROKEN),
        ("D4", "因公出国（境）费 0.00 万元，完成预算的 0.00%", BROKEN),
    ],
)
def test_completion_is_of_the_budget_that_the_phrase_names(rule, said, outcome):
    assert only(rule, text("三公", said, parts=PUBLIC)).outcome == outcome


def test_completion_of_a_budget_that_is_printed_nowhere_is_unknown():
    said = "一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）9.00 万元，完成年初预算的 90.00%"
    result = only("D3", text("一般公共预算", said, parts=items(total="9.00")))
    assert result.outcome == UNKNOWN
    assert "文件没有印行政运行的年初预算数" in result.message


def test_completion_of_a_budget_that_a_reason_names_is_computed():
    said = (
        "一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）26.48 万元，完成年初预算的 {}%，"
        "存在差异的主要原因是年初统一按 20 万元预算"
    )
    for figure, outcome in (("132.40", EQUAL), ("142.40", BROKEN)):
        assert only("D3", text("一般公共预算", said.format(figure), parts=items(total="26.48"))).outcome == outcome


def test_where_another_budget_explains_the_percentage_the_finding_says_so():
    said = (
        "一般公共预算财政拨款支出年初预算为 {} 万元，全年预算为 321.02 万元，支出决算为 307.82 万元，"
        "完成年初预算的 95.89%"
    )
    parts = (row("05", "total", total="307.82"),)
    for budget, rule in (("0", "D4"), ("300.00", "D3")):
        assert only(rule, text("一般公共预算", said.format(budget), parts=parts)).outcome == BROKEN
        message = only(rule, text("一般公共预算", said.format(budget), parts=parts)).message
        assert message.endswith("按全年预算数 321.02 万元 计算才是 95.89%。")


FEN = st.integers(1, 10**9)


@given(part=FEN, whole=FEN)
def test_a_share_computed_from_exact_amounts_is_never_broken_by_rounding(part, whole):
    part, whole = sorted((part, whole))
    printed = [f"{Decimal(fen).scaleb(-6):.2f}" for fen in (part, whole)]
    share = f"{Decimal(part) / Decimal(whole) * 100:.2f}"
    said = (
        f"政府采购支出总额 {printed[1]} 万元。授予中小企业合同金额 {printed[0]} 万元，占政府采购支出总额的 {share}%。"
    )
    of = text("采购", said)
    if Fraction(printed[1]):
        assert only("D1s", of).outcome in (EQUAL, ROUNDING)
    else:
        assert outcomes("D4", of) == [BROKEN]


def test_what_is_smaller_than_what_is_printed_may_be_any_percentage():
    """Of 51 元 and 33 元, in 万元: what is printed tells nothing of how much more that is."""
    said = "机关运行经费支出 {}万元，比 2022 年度{}万元，{}%。"
    grown = text("运行", said.format("0.01", "增加 0.00", "增长 62.35"))
    assert (outcomes("D1y", grown), results("D4", grown)) == ([ROUNDING], [])
    fallen = text("运行", said.format("0.00", "减少 0.00", "下降 18.43"))
    assert (outcomes("D1y", fallen), results("D4", fallen)) == ([UNKNOWN], [])


@pytest.mark.parametrize("rate", ["0.00", "100.00"])
def test_what_templates_leave_of_nothing_has_no_meaning(rate):
    said = f"机关运行经费支出 0.00 万元，比 2022 年度增加 0.00 万元，增长 {rate}%。"
    assert outcomes("D4", text("运行", said)) == [BROKEN]


def test_growth_from_nothing_is_no_matter_of_digits():
    """From at most 100 元 to 42,400 元 is more than a hundred percent, however the amounts are rounded."""
    said = "机关运行经费支出 4.24 万元，比 2022 年度增加 4.24 万元，增长 {}%。"
    assert outcomes("D4", text("运行", said.format("18.43"))) == [BROKEN]


@pytest.mark.parametrize(("share", "outcome"), [("20.00", EQUAL), ("90.00", BROKEN)])
def test_a_base_below_zero_bounds_a_percentage_as_one_above_does(share, outcome):
    said = f"政府采购支出总额 -5.00 万元。授予中小企业合同金额 -1.00 万元，占政府采购支出总额的 {share}%。"
    assert outcomes("D1s", text("采购", said)) == [outcome]
