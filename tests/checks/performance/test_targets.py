"""Completion against target and operator; equality missed; a rate of change on nothing."""

import pytest

from disclosures.checks.performance.targets import target_of
from tests.checks.loading import BROKEN, EQUAL, ROUNDING, UNKNOWN, form, indicator, loaded, only, results, row


def one(target: str, actual: str, completion: str, name: str = "办结率"):
    return loaded(form(indicators=[indicator(name, target, actual, completion=completion)]))


@pytest.mark.parametrize(
    ("target", "actual", "completion", "outcome"),
    [
        (">= 80 %", "100", "100%", EQUAL),
        (">= 80 %", "100", "125%", EQUAL),  # some print what was reached beyond the target
        (">= 80 %", "40", "50%", EQUAL),
        (">= 80 %", "40", "0.5", EQUAL),
        (">= 80 %", "40", "50", EQUAL),
        (">= 80 %", "40", "100%", BROKEN),
        (">= 80 %", "100", "90%", BROKEN),
        ("= 100 %", "43.21", "0.43", ROUNDING),
        ("= 100 %", "43.99", "0.43", ROUNDING),  # cut off, as some do
        ("= 100 %", "44.00", "0.43", BROKEN),
        ("<= 5 %", "5.25", "0.95", ROUNDING),
        ("<= 5 %", "5.25", "1", BROKEN),
        ("<= 0 %", "— 21.05", "1", EQUAL),
        ("<= 0 次", "3", "100%", BROKEN),  # missed, so it cannot be complete
        ("<= 0 次", "3", "0%", EQUAL),
        ("<= -5 %", "3", "50%", UNKNOWN),
        ("= 0 次", "0", "100%", EQUAL),
        ("> 5 次", "5", "100%", EQUAL),  # 5 of 5
        ("< 5 次", "4", "1", EQUAL),
        ("= 1 天", "3", "100%", UNKNOWN),
        ("定性 管理规范 ", "达成", "1", UNKNOWN),
        (">= 80 %", "优", "100%", UNKNOWN),
        (">= 80 %", "100", "完成", UNKNOWN),
        (">= 0.8 ", "90%", "100%", UNKNOWN),  # a share against a percentage
    ],
)
def test_completion_is_reached_by_target_or_the_other_way_round(target, actual, completion, outcome):
    assert only("F4", one(target, actual, completion)).outcome == outcome


def test_full_width_operators_and_operators_before_the_number_are_read():
    assert target_of(indicator(target="≧ 80 %")).operator == "≥"
    assert target_of(indicator(target=" ≤5 次", actual="4")).is_met


def test_a_finding_holds_all_three_figures():
    result = only("F4", one(">= 80 %", "40", "100%"))
    assert [figure.spot.field for figure in result.figures] == ["completion", "target", "actual"]
    assert result.left.spot.part == "indicator"


@pytest.mark.parametrize(
    ("target", "actual", "completion", "outcome"),
    [
        ("= 1 天", "3", "100%", BROKEN),
        ("= 100 %", "43.21", "100%", BROKEN),
        ("= 100 %", "43.21", "43%", EQUAL),
        ("= 1 天", "1", "100%", EQUAL),
        ("= 1 天", "3", "", UNKNOWN),
    ],
)
def test_an_equality_that_is_missed_is_not_wholly_completed(target, actual, completion, outcome):
    assert only("F4e", one(target, actual, completion)).outcome == outcome


def test_only_equalities_ask_for_the_exact_number():
    assert results("F4e", one(">= 4 次", "9", "100%")) == []


@pytest.mark.parametrize(("opening", "outcome"), [("", BROKEN), ("0.00", BROKEN), ("5.00", UNKNOWN)])
def test_the_change_of_a_balance_needs_a_balance_to_begin_with(opening, outcome):
    parts = form(kind="unit", indicators=[indicator("结转结余变动率", "<= 0 %", "0")])
    table = [row("01", "income:opening_balance", amount=opening), row("01", "income:grand_total", amount="9.00")]
    assert only("F4z", loaded([*parts, *table])).outcome == outcome


def test_without_the_summary_the_change_of_a_balance_has_no_base_to_look_at():
    parts = form(kind="unit", indicators=[indicator("结转结余变动率", "<= 0 %", "0")])
    assert only("F4z", loaded(parts)).outcome == UNKNOWN
