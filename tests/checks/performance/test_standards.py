"""One indicator in several forms: judged by one standard, held to one target."""

import pytest

from tests.checks.loading import BROKEN, EQUAL, UNKNOWN, form, indicator, loaded, only, outcomes, results


def forms(*indicators):
    """A form of each indicator."""
    parts = [form(f"项目{n}", indicators=[one], position=n) for n, one in enumerate(indicators, start=1)]
    return loaded(part for of_form in parts for part in of_form)


def training(weight: str, score: str, actual: str = "3"):
    return indicator("综合业务培训时间", "= 1 天", actual, weight=weight, score=score)


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        (("10", "5"), ("10", "5"), EQUAL),
        (("10", "5"), ("4.5", "2.25"), EQUAL),
        (("10", "5"), ("4.5", "0"), BROKEN),
        (("7.5", "7.43"), ("3", "2.97"), "rounding"),  # 99 % of each, to two decimals
    ],
)
def test_the_same_result_earns_the_same_share(one, other, outcome):
    assert only("F8", forms(training(*one), training(*other))).outcome == outcome


def test_two_standards_are_told_with_both_scores():
    result = only("F8", forms(training("10", "5"), training("4.5", "0")))
    assert "“项目1”自评表得 5/10 分，“项目2”自评表得 0/4.5 分，标准不一样" in result.message
    assert {(figure.spot.form, figure.spot.field) for figure in result.figures} == {
        (1, "score"), (2, "score"), (1, "weight"), (2, "weight"),
    }  # fmt: skip


def test_another_result_may_earn_another_share():
    assert results("F8", forms(training("10", "5"), training("10", "10", actual="1"))) == []


def test_a_score_that_is_no_number_is_not_compared():
    assert results("F8", forms(training("10", "5"), training("10", "良"))) == []


def test_two_rows_of_one_form_are_not_two_standards():
    both = [training("10", "5"), training("10", "0")]
    assert results("F8", loaded(form(indicators=both))) == []


def test_the_same_thing_has_one_target():
    name = "市民服务中心门前劝返率"
    assert outcomes("F8t", forms(indicator(name, ">= 95 %"), indicator(name, ">= 95 %"))) == [EQUAL]
    assert outcomes("F8t", forms(indicator(name, ">= 95 %"), indicator(name, "= 100 %"))) == [BROKEN]


def test_a_name_that_may_stand_for_two_facts_proves_nothing():
    assert outcomes("F8t", forms(indicator("群众满意度", ">= 95 %"), indicator("群众满意度", "= 100 %"))) == [UNKNOWN]
