"""Points lost, targets missed and points taken off: whether the form says why."""

from disclosures.checks.outcomes import Severity
from tests.checks.loading import BROKEN, EQUAL, form, indicator, loaded, only, results

REASON, MEASURE = {"人员保障": "人手不足"}, "增加人手。"


def one(**fields):
    return loaded(form(indicators=[indicator(**fields)]))


def test_lost_points_with_a_reason_and_a_measure_are_explained():
    assert only("F3r", one(score="5", deviation=REASON, improvement=MEASURE)).outcome == EQUAL


def test_lost_points_without_a_word_are_a_finding():
    result = only("F3r", one(score="5"))
    assert result.outcome == BROKEN
    assert result.severity == Severity.WARNING
    assert "少 5 分" in result.message
    assert "没有写偏差原因和改进措施" in result.message


def test_a_reason_without_a_measure_is_only_a_note():
    result = only("F3r", one(score="5", deviation=REASON, improvement=" "))
    assert (result.outcome, result.severity) == (BROKEN, Severity.NOTE)
    assert "没有写改进措施" in result.message


def test_a_column_of_reasons_that_is_there_but_blank_gives_none():
    assert only("F3r", one(score="5", deviation={"人员保障": ""}, improvement=MEASURE)).outcome == BROKEN


def test_a_missed_target_asks_for_a_reason_even_with_all_points():
    assert only("F3r", one(target=">= 80 %", actual="40")).outcome == BROKEN


def test_what_was_reached_in_full_needs_no_reason():
    assert results("F3r", one()) == []
    assert results("F3r", one(target="定性 规范 ", actual="规范", score="")) == []


def test_points_taken_off_as_a_whole_are_explained():
    assert only("F3d", loaded(form(deduction="7.721"))).outcome == BROKEN
    assert only("F3d", loaded(form(deduction="7.721", outcome="资金拨付较晚，减分 7.721 分。"))).outcome == EQUAL
    assert results("F3d", loaded(form(deduction="0"))) == []
