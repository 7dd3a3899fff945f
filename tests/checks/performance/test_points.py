"""Points of a form: weights to the whole, scores to the subtotal, that to the total; and a row lost in reading."""

import pytest

from tests.checks.loading import (
    BROKEN,
    EQUAL,
    ROUNDING,
    UNKNOWN,
    form,
    indicator,
    loaded,
    only,
    outcomes,
    results,
    task,
)

NINE = ("10",) * 9


def project(weights=NINE, scores=None, **totals):
    """A project's form with these weights; every indicator scores in full where nothing else is said."""
    rows = [
        indicator(f"指标{n}", weight=weight, score=score)
        for n, (weight, score) in enumerate(zip(weights, scores or weights, strict=True))
    ]
    usual = {"subtotal": "90", "execution_score": "10", "deduction": "0", "total_score": "100"}
    return loaded(form(indicators=rows, **{**usual, **totals}))


def whole_unit(scores=("40", "20"), total="100"):
    """A whole unit's form: a task of 40 and two indicators of 40 and 20 points."""
    tasks = [task(weight="40", score="40")]
    rows = [
        indicator(f"指标{n}", weight=weight, score=score)
        for n, (weight, score) in enumerate(zip(("40", "20"), scores, strict=True))
    ]
    return loaded(form("某局", kind="unit", tasks=tasks, indicators=rows, total_score=total))


# ---------------------------------------------------------------------------------------------------------------------
# Weights
# ---------------------------------------------------------------------------------------------------------------------


def test_the_indicators_of_a_project_are_worth_ninety_points():
    assert only("F1", project()).outcome == EQUAL
    assert only("F1", project((*NINE[:8], "11"))).outcome == BROKEN


def test_a_form_without_points_for_execution_is_worth_a_hundred():
    assert only("F1", project(execution_score="")).outcome == BROKEN
    assert only("F1", project((*NINE, "10"), execution_score="")).outcome == EQUAL


def test_tasks_and_indicators_of_a_whole_unit_are_worth_a_hundred_points():
    assert only("F1", whole_unit()).outcome == EQUAL


def test_thirds_that_were_rounded_may_miss_the_whole_by_their_tails():
    assert only("F1", project(("33.33", "33.33", "23.33"))).outcome == ROUNDING
    assert only("F1", project(("33.3", "33.3", "23.3"))).outcome == BROKEN


def test_a_weight_that_is_no_number_is_not_a_pass():
    assert only("F1", project((*NINE[:8], "十"))).outcome == UNKNOWN
    assert only("F1", loaded(form(total_score="90"))).outcome == UNKNOWN


# ---------------------------------------------------------------------------------------------------------------------
# Scores and totals
# ---------------------------------------------------------------------------------------------------------------------


def test_the_subtotal_is_the_sum_of_the_scores():
    assert only("F1s", project()).outcome == EQUAL
    result = only("F1s", project(subtotal="91"))
    assert result.outcome == BROKEN
    assert "相差 1 分" in result.message
    assert len(result.figures) == 10


def test_a_computed_score_of_two_decimals_may_have_been_rounded():
    scores = (*NINE[:7], "8.33", "8.33")
    assert only("F1s", project(NINE, scores, subtotal="86.67")).outcome == ROUNDING
    assert only("F1s", project(NINE, scores, subtotal="86.7")).outcome == BROKEN


def test_a_score_that_is_missing_is_not_a_pass():
    assert only("F1s", project(NINE, (*NINE[:8], ""))).outcome == UNKNOWN


@pytest.mark.parametrize(
    ("totals", "outcome"),
    [
        ({}, EQUAL),
        ({"deduction": ""}, EQUAL),
        ({"deduction": "2", "total_score": "98"}, EQUAL),
        ({"deduction": "2"}, BROKEN),
        ({"execution_score": "6.72", "deduction": "7.721", "total_score": "89"}, ROUNDING),
        ({"execution_score": "6.72", "deduction": "7.721", "total_score": "89.1"}, BROKEN),
        ({"execution_score": ""}, UNKNOWN),
        ({"total_score": ""}, UNKNOWN),
    ],
)
def test_the_total_is_subtotal_and_execution_less_deduction(totals, outcome):
    assert only("F1t", project(**totals)).outcome == outcome


def test_the_total_of_a_whole_unit_is_the_sum_of_its_scores():
    assert only("F1t", whole_unit()).outcome == EQUAL
    assert only("F1t", whole_unit(scores=("39.664", "20"), total="99.66")).outcome == ROUNDING
    assert only("F1t", whole_unit(total="99")).outcome == BROKEN


def test_no_score_is_higher_than_its_weight():
    assert set(outcomes("F3", project())) == {EQUAL}
    found = results("F3", project(NINE, (*NINE[:8], "10.5"), subtotal="90.5"))
    assert [one.outcome for one in found] == [EQUAL] * 8 + [BROKEN]
    assert "多 0.5 分" in found[-1].message
    assert outcomes("F3", project(NINE, (*NINE[:8], "优"))) == [EQUAL] * 8 + [UNKNOWN]


# ---------------------------------------------------------------------------------------------------------------------
# A row lost in reading
# ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", ["F1", "F1s"])
def test_one_row_that_is_missing_explains_weights_and_scores_and_is_no_finding(rule):
    result = only(rule, project(NINE[:8]))
    assert result.outcome == UNKNOWN
    assert result.is_suspected_loss
    assert "分值 10、得分 10" in result.message


def test_weights_that_are_short_while_all_scores_are_there_are_a_finding():
    of = project((*NINE[:8], "5"), (*NINE[:8], "5"), subtotal="85")
    assert only("F1", of).outcome == BROKEN
    assert not only("F1", of).is_suspected_loss


def test_scores_that_are_short_while_all_weights_are_there_are_a_finding():
    result = only("F1s", project(NINE, (*NINE[:8], "5")))
    assert result.outcome == BROKEN
    assert not result.is_suspected_loss


def test_a_total_that_does_not_follow_from_its_subtotal_is_a_finding_whatever_was_lost():
    assert only("F1t", project(NINE[:8], total_score="90")).outcome == BROKEN
