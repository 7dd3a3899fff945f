"""What something changed by, against the year before and against the budget, as amounts and as percentages."""

import pytest

from tests.checks.loading import BROKEN, EQUAL, ROUNDING, UNKNOWN, only, outcomes, results, row
from tests.checks.narrative.texts import text

PUBLIC = (row("07", "official_reception", initial_budget="3.00", actual="2.00"),)


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("公务接待费2.00万元，比上年3.50万元减少1.50万元", EQUAL),
        ("公务接待费2.00万元，比上年3.50万元减少1.51万元", ROUNDING),
        ("公务接待费2.00万元，比上年3.50万元减少2.50万元", BROKEN),
        ("公务接待费2.00万元，比上年3.50万元增加1.50万元", BROKEN),
        ("公务接待费2.00万元，与年初预算相比减少1.00万元", EQUAL),
        ("公务接待费2.00万元，与2023年度预算相比，减少7.77万元", BROKEN),
        ("公务接待费2.00万元，全年预算为5.00万元，比全年预算减少3.00万元", EQUAL),
    ],
)
def test_a_change_is_the_difference_of_two_amounts(said, outcome):
    assert outcomes("D1d", text("三公", said, parts=PUBLIC)) == [outcome]


def test_without_both_amounts_there_is_nothing_to_subtract():
    assert results("D1d", text("三公", "公务接待费2.00万元，比上年减少1.00万元", parts=PUBLIC)) == []
    assert results("D1d", text("三公", "公务接待费2.00万元，比调整预算减少1.00万元", parts=PUBLIC)) == []
    assert outcomes("D1d", text("采购", "政府采购支出总额比上年3.00万元减少1.00万元")) == [UNKNOWN]


@pytest.mark.parametrize(
    ("percent", "outcome"), [("33.33", EQUAL), ("33.3", EQUAL), ("33.50", ROUNDING), ("1.00", BROKEN)]
)
def test_a_percentage_of_the_budget_is_the_difference_divided_by_it(percent, outcome):
    said = f"公务接待费2.00万元，与2023年度预算相比，减少1.00万元，下降{percent}%"
    assert only("D1y", text("三公", said, parts=PUBLIC)).outcome == outcome


def test_a_difference_from_a_budget_of_nothing_has_no_percentage():
    parts = (row("07", "official_reception", initial_budget="0.00", actual="2.00"),)
    said = "公务接待费2.00万元，与年初预算相比，增加2.00万元，增长100%"
    assert only("D4", text("三公", said, parts=parts)).outcome == BROKEN


@pytest.mark.parametrize(("percent", "outcome"), [("1.44", EQUAL), ("1.46", BROKEN)])
def test_growth_is_of_the_amount_of_last_year_that_the_text_gives(percent, outcome):
    said = f"机关运行经费较上年208.00万元减少3.00万元，减少了{percent}%"
    assert only("D1y", text("运行", said)).outcome == outcome
