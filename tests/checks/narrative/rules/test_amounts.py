"""Amounts of the text against cells, and one fact that the text says twice."""

import pytest

from tests.checks.loading import BROKEN, EQUAL, ROUNDING, UNKNOWN, only, outcomes, results, row
from tests.checks.narrative.texts import items, text

TOTAL = row("03", "total", basic_expenditure="626.72")


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("基本支出 626.72 万元", EQUAL),
        ("基本支出 6267200.00 元", EQUAL),
        ("基本支出 626.71 万元", BROKEN),
        ("基本支出 626.7 万元", ROUNDING),
        ("基本支出 627 万元", ROUNDING),
        ("基本支出 628 万元", BROKEN),
    ],
)
def test_an_amount_is_the_cell_that_it_names(said, outcome):
    assert outcomes("D1", text("总体", said, parts=(TOTAL,))) == [outcome]


def test_a_finding_says_both_figures_their_places_and_the_difference():
    result = only("D1", text("总体", "基本支出 626.71 万元", parts=(TOTAL,)))
    assert result.message == "文字里的“基本支出” 626.71 万元，公开03表“合计”的“基本支出” 626.72 万元，相差 0.01 万元。"
    assert (result.left.spot.paragraph, result.left.spot.start, result.left.spot.end) == (2, 5, 14)
    assert (result.right.spot.row, result.right.spot.column) == ("total", "basic_expenditure")


def test_nothing_in_the_table_is_zero_in_the_text_and_a_missing_table_is_unknown():
    said = "经营支出 0.00 万元"
    assert outcomes("D1", text("总体", said, parts=(TOTAL,))) == [EQUAL]
    assert outcomes("D1", text("总体", said)) == [UNKNOWN]


def test_basic_expenditure_may_be_printed_as_the_sum_of_staff_and_operating_expenditure():
    parts = (
        row("05", "total", basic_expenditure="626.72"),
        row("06", "staff", amount="505.59"),
        row("06", "operating", amount="121.12"),
    )
    said = "一般公共预算财政拨款基本支出 {} 万元"
    for figure, outcome in (("626.72", EQUAL), ("626.71", EQUAL), ("626.70", ROUNDING), ("626.60", BROKEN)):
        assert outcomes("D1", text("基本", said.format(figure), parts=parts)) == [outcome]


def test_fiscal_expenditure_is_that_of_all_three_budgets():
    parts = (
        row("05", "total", basic_expenditure="5.00"),
        row("08", "total", basic_expenditure="2.00"),
        row("09", "total"),
    )
    assert outcomes("D1", text("财政拨款", "基本支出 7.00 万元", parts=parts)) == [EQUAL]
    assert outcomes("D1", text("财政拨款", "基本支出 5.00 万元", parts=parts)) == [BROKEN]
    assert outcomes("D1", text("财政拨款", "基本支出 7.00 万元", parts=parts[:2])) == [UNKNOWN]


def test_economic_parts_are_compared_only_where_both_tables_speak_of_the_same_money():
    wages = row("06", "301", amount="4.00")
    same = (row("03", "total", basic_expenditure="5.00"), row("05", "total", basic_expenditure="5.00"), wages)
    more = (row("03", "total", basic_expenditure="9.00"), row("05", "total", basic_expenditure="5.00"), wages)
    assert outcomes("D1", text("总体", "工资福利支出 4.50 万元", parts=same)) == [BROKEN]
    assert outcomes("D1", text("总体", "工资福利支出 4.50 万元", parts=more)) == [UNKNOWN]


def test_a_class_may_differ_by_the_tails_of_its_items():
    said = "一般公共服务支出 {} 万元"
    for figure, outcome in (("9.00", EQUAL), ("9.01", BROKEN)):
        assert outcomes("D1", text("一般公共预算", said.format(figure), parts=items(total="9.00"))) == [outcome]
    second = row("05", "2010308", total="0.00")
    assert outcomes("D1", text("一般公共预算", said.format("9.01"), parts=(*items(total="9.00"), second))) == [ROUNDING]


def test_a_budget_of_the_text_is_that_of_table_07_if_it_is_the_initial_one():
    table = (row("07", "official_reception", initial_budget="3.00", actual="2.00"),)
    for said, outcome in (
        ("公务接待费年初预算为 3.00 万元", EQUAL),
        ("公务接待费年初预算为 4.00 万元", BROKEN),
        ("公务接待费全年预算为 4.00 万元", UNKNOWN),
    ):
        assert outcomes("D1", text("三公", said, parts=table)) == [outcome]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("机关运行经费支出 9.00 万元，与公用经费之和一致", EQUAL),
        ("机关运行经费支出 8.00 万元，与公用经费之和一致", BROKEN),
        ("机关运行经费支出 8.00 万元", EQUAL),
        ("机关运行经费支出 9.50 万元", BROKEN),
    ],
)
def test_agency_running_expenses_are_within_operating_expenditure(said, outcome):
    assert outcomes("C12", text("运行", said, parts=(row("06", "operating", amount="9.00"),))) == [outcome]
    assert outcomes("C12", text("运行", said)) == [UNKNOWN]


@pytest.mark.parametrize(("again", "outcome"), [("2 辆", EQUAL), ("3 辆", BROKEN)])
def test_what_is_said_twice_is_the_same(again, outcome):
    of = text("三公", "主要用于现在 2 台公务用车的油费", f"公务用车保有量 {again}")
    assert outcomes("D6", of) == [outcome]


def test_a_project_named_twice_is_the_same_up_to_the_decimals_that_are_printed():
    first = "项目支出 9.00 万元，主要包括维稳经费 8.91 万元等"
    for second, outcome in (("8.91", EQUAL), ("8.9", ROUNDING), ("8.81", BROKEN)):
        of = text("总体", first, f"项目支出 9.00 万元，主要包括维稳经费 {second} 万元等")
        assert outcomes("D6", of) == [outcome]


def test_what_is_said_once_is_not_compared():
    assert results("D6", text("三公", "公务用车保有量 2 辆")) == []


def test_a_class_that_the_detailed_table_leaves_out_is_held_against_the_summary():
    parts = (row("05", "201", total="10.00"), row("04", "expenditure:208", general_public_budget="9.00"))
    said = "社会保障和就业支出 {} 万元"
    assert outcomes("D1", text("一般公共预算", said.format("9.00"), parts=parts)) == [EQUAL]
    assert outcomes("D1", text("一般公共预算", said.format("8.00"), parts=parts)) == [BROKEN]
