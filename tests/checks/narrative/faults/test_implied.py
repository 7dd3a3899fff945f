"""The budgets that rates of completion lead to; one item with two amounts in a paragraph."""

import pytest

from tests.checks.loading import BROKEN, ROUNDING, only, outcomes, results, row
from tests.checks.narrative.texts import items, named, text

SECTION = "一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）"


def budgets(whole: str, first: str, second: str, spent: str = "100.00"):
    """A whole of 100.00 with two items of 60.00 and 40.00, each with its rate of completion."""
    table = (*items(total="100.00"), named("05", "2010308", "信访事务", total="40.00"))
    words = (
        f"2023 年度一般公共预算财政拨款支出 {spent} 万元，完成年初预算的 {whole}%。",
        f"（1）{SECTION}行政运行（项）60.00 万元，完成年初预算的 {first}%。",
        f"（2）{SECTION}信访事务（项）40.00 万元，完成年初预算的 {second}%。",
    )
    return text("一般公共预算", *words, parts=table)


def test_the_budgets_of_the_items_add_up_to_the_budget_of_the_whole():
    assert outcomes("D3p", budgets("80.00", "75.00", "88.89")) == [ROUNDING]


def test_rates_may_have_been_taken_of_rounded_budgets():
    """5.90 is the whole, 5.63 and 0.26 the items, of which the third decimals are not printed."""
    table = (
        *items(total="9.17"),
        named("05", "2080505", "机关事业单位基本养老保险缴费支出", total="0.39"),
    )
    words = (
        "2023 年度一般公共预算财政拨款支出 9.56 万元，完成年初预算的 162.03%。",
        f"（1）{SECTION}行政运行（项）9.17 万元，完成年初预算的 162.88%。",
        "（2）社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）"
        "0.39 万元，完成年初预算的 150.00%。",
    )
    assert outcomes("D3p", text("一般公共预算", *words, parts=table)) == [ROUNDING]


def test_a_budget_that_the_items_lack_is_told_as_what_may_be_left_out():
    result = only("D3p", budgets("75.00", "75.00", "88.89"))
    assert (result.outcome, result.severity) == (BROKEN, "note")
    assert "相差 8.33 万元。可能是有预算、没有支出的科目没有列出。" in result.message


@pytest.mark.parametrize(
    ("whole", "spent"),
    [("75.00", "120.00"), ("0.00", "100.00")],
    ids=["items that are not all", "a rate of nothing"],
)
def test_nothing_follows_from_items_that_are_not_all_or_from_no_rate(whole, spent):
    assert results("D3p", budgets(whole, "75.00", "88.89", spent)) == []


RECEPTION = "公务接待费支出 56.12 万元，共接待 10 批次。公务接待费支出 {} 万元，用于公务。"


def test_one_item_has_one_amount_in_a_paragraph():
    assert outcomes("D6p", text("三公", RECEPTION.format("57.80"))) == [BROKEN]
    assert outcomes("D6p", text("三公", RECEPTION.format("56.12"))) == ["equal"]


@pytest.mark.parametrize(
    "words",
    [
        "公务接待费支出 56.12 万元，其中：国内公务接待费 50.00 万元。",
        "公务接待费支出 56.12 万元，上年公务接待费支出 57.80 万元。",
        "公务接待费支出 56.12 万元，预算 57.80 万元。",
    ],
)
def test_parts_budgets_and_other_years_are_other_amounts(words):
    assert BROKEN not in outcomes("D6p", text("三公", words))


def test_what_a_table_has_is_held_against_the_table():
    of = text("三公", RECEPTION.format("57.80"), parts=(row("07", "official_reception", actual="56.12"),))
    assert results("D6p", of) == []
    assert outcomes("D1", of).count(BROKEN) == 1
