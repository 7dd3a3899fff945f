"""Rates of execution: explained by some exact amounts within half a printed step, undefined on a base of zero."""

from decimal import Decimal

import pytest

from disclosures.checks.figures import Figure, Unit
from disclosures.checks.labels import Named
from disclosures.checks.performance.rates import check_rate
from tests.checks.loading import BROKEN, EQUAL, ROUNDING, UNKNOWN, form, loaded, only, outcomes, task


def rate(printed: str, executed: str, budget: str):
    return only("F2", loaded(form(execution_rate=printed, executed=executed, budget=budget)))


@pytest.mark.parametrize(
    ("printed", "executed", "budget", "outcome"),
    [
        ("67.21%", "409.95", "609.95", EQUAL),
        ("67.22%", "409.95", "609.95", BROKEN),
        ("67%", "409.95", "609.95", EQUAL),
        ("100%", "131", "131", EQUAL),
        ("33.40%", "0.01", "0.03", ROUNDING),  # 0.005 to 0.015 of 0.025 to 0.035
        ("90.00%", "0.01", "0.03", BROKEN),
        ("0.00%", "0.00", "0.00", BROKEN),
        ("100.00%", "0.00", "0.00", BROKEN),
        ("0.00%", "", "100.00", UNKNOWN),
        ("50.00%", "50.00", "", UNKNOWN),
        ("正常", "50.00", "100.00", UNKNOWN),
    ],
)
def test_the_execution_rate_is_executed_by_budget(printed, executed, budget, outcome):
    assert rate(printed, executed, budget).outcome == outcome


def test_a_percentage_on_nothing_is_said_to_make_no_sense():
    assert "基数为 0，百分比没有意义" in rate("0.00%", "0.00", "0.00").message


def test_a_whole_that_rounding_may_have_made_of_nothing_explains_no_percentage():
    tiny = Figure(Decimal(1), Named("全部"), "1", half_step=Decimal(1))
    assert check_rate("F2", Figure(Decimal(5), Named("率"), "5%", Unit.PERCENT), tiny, tiny).outcome == UNKNOWN


def test_each_task_has_its_own_rate():
    tasks = [
        task("甲", allocated="28.67", executed="28.67", rate="100.00%"),
        task("乙", allocated="28.67", executed="20.00", rate="100.00%"),
        task("丙", allocated="28.67", executed="20.00"),
    ]
    assert outcomes("F2", loaded(form(kind="unit", tasks=tasks))) == [EQUAL, BROKEN, UNKNOWN]


def test_the_bound_of_a_rate_explains_the_difference_that_it_lets_pass():
    result = rate("33.40%", "0.01", "0.03")
    assert abs(result.difference) <= result.bound


@pytest.mark.parametrize(
    ("printed", "score", "outcome"),
    [
        ("100%", "10", EQUAL),
        ("120%", "10", EQUAL),
        ("67.21%", "6.72", ROUNDING),
        ("67.21%", "6.7", BROKEN),
        ("67.21%", "10", BROKEN),
        ("", "10", UNKNOWN),
        ("67.21%", "良好", UNKNOWN),
    ],
)
def test_execution_earns_a_tenth_of_its_rate_and_ten_points_at_most(printed, score, outcome):
    assert only("F2s", loaded(form(execution_rate=printed, execution_score=score))).outcome == outcome
