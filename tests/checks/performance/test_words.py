"""Sums, ratios and retold figures in what a form says about goal and outcome."""

import pytest

from disclosures.checks.outcomes import Severity
from tests.checks.loading import BROKEN, EQUAL, ROUNDING, UNKNOWN, form, indicator, loaded, only, outcomes, results

# ---------------------------------------------------------------------------------------------------------------------
# Sums
# ---------------------------------------------------------------------------------------------------------------------


def says(outcome: str):
    return loaded(form(outcome=outcome))


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("补助总额264.718323万元，其中：市配套资金211.218323万元，县区配套资金53.5万元。", EQUAL),
        ("补助总额264.71万元，其中：市配套资金211.22万元，县区配套资金53.5万元。", ROUNDING),
        ("补助总额807.13万元，其中：市配套资金447.35万元，县配套资金389.78万元。", BROKEN),
        ("补助总额900万元，其中：市配套资金447.35万元，县配套资金389.78万元。", BROKEN),  # all of one kind
        ("支出900万元，其中：培训447.35万元，印刷品389.78万元。", UNKNOWN),  # there may be more
        ("支出800万元，其中：培训447.35万元，印刷品389.78万元。", BROKEN),  # there cannot be less
        ("补助总额807.13万元，其中：市配套资金130.73万元。", UNKNOWN),
        ("补助总额100万元，其中：市配套资金130.73万元。", BROKEN),
        ("补助总额1亿元，其中：市配套资金6,000万元，县配套资金4,000万元。", EQUAL),
    ],
)
def test_a_total_in_words_is_the_sum_of_the_parts_named_after_it(text, outcome):
    assert only("F7", says(text)).outcome == outcome


def test_parts_that_exceed_their_total_weigh_more_than_parts_that_fall_short():
    over = only("F7", says("总额8万元，其中：市配套资金5万元，县配套资金4万元。"))
    under = only("F7", says("总额10万元，其中：市配套资金5万元，县配套资金4万元。"))
    assert (over.severity, under.severity) == (Severity.ERROR, Severity.WARNING)


def test_parts_end_where_their_sentence_or_another_list_begins():
    text = "总额9万元，其中：市配套资金5万元，县配套资金4万元。另有8万元。"
    assert only("F7", says(text)).outcome == EQUAL
    nested = "总额9万元，其中：市配套资金5万元，县配套资金4万元，其中：东区配套资金1万元，西区配套资金3万元。"
    assert outcomes("F7", says(nested)) == [EQUAL, EQUAL]


def test_an_amount_without_parts_promises_nothing():
    assert results("F7", says("共筹集资金6,542万元，推进案件261件。")) == []


USED = "一、总额3万元，其中：市配套资金1万元，县配套资金2万元。二、总额9万元，其中：市配套资金4万元，县配套资金5万元。"


@pytest.mark.parametrize(("used", "outcome"), [("5万元", EQUAL), ("6万元", BROKEN)])
def test_what_was_used_in_all_is_the_sum_of_that_kind(used, outcome):
    result = only("F7u", says(f"{USED}共使用市本级配套资金{used}。"))
    assert result.outcome == outcome
    assert len(result.figures) == 3


def test_one_amount_of_a_kind_is_no_sum():
    assert results("F7u", says("总额3万元，其中：市配套资金1万元，县配套资金2万元。共使用市本级配套资金1万元。")) == []


# ---------------------------------------------------------------------------------------------------------------------
# Ratios
# ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("案件242件，办结239件，办结率98.76%。", EQUAL),
        ("案件1,499件，化解1,491件，化解率为99.47%。", EQUAL),
        ("31位领导包案110件，化解101件，化解率 91.82％。", EQUAL),
        ("案件242件，办结239件，办结率99.76%。", BROKEN),
        ("案件0件，办结0件，办结率100%。", BROKEN),
    ],
)
def test_a_rate_is_the_ratio_of_the_counts_before_it(text, outcome):
    assert only("F9", says(text)).outcome == outcome


@pytest.mark.parametrize(
    "text", ["办结率98.76%。", "案件242件，约谈239人，办结率98.76%。", "办结239件。案件242件，办结率98.76%。"]
)
def test_a_rate_without_two_counts_of_one_thing_before_it_is_left_alone(text):
    assert results("F9", says(text)) == []


def with_indicators(text: str, **actuals: str):
    return loaded(form(outcome=text, indicators=[indicator(name, actual=one) for name, one in actuals.items()]))


def test_the_rate_in_words_is_the_result_of_its_indicator():
    text = "案件242件，办结239件，办结率98.76%。"
    assert outcomes("F9i", with_indicators(text, 信访案件办结率="98.76")) == [EQUAL]
    assert outcomes("F9i", with_indicators(text, 信访案件办结率="99.76")) == [BROKEN]


def test_where_several_share_a_name_only_agreement_says_something():
    text = "台账1499件，化解1491件，化解率99.47%。领导包案110件，化解101件，化解率91.82%。"
    assert outcomes("F9i", with_indicators(text, 积案化解率="99.47")) == [EQUAL]
    assert outcomes("F9i", with_indicators(text, 积案化解率="80")) == []


def test_an_indicator_belongs_to_a_rate_by_the_words_of_its_sentence_too():
    text = "31位市级领导包案110件，化解101件，化解率91.82%。"
    assert outcomes("F9i", with_indicators(text, 领导包案化解钉子案="91.82")) == [EQUAL]


# ---------------------------------------------------------------------------------------------------------------------
# The same story in two forms
# ---------------------------------------------------------------------------------------------------------------------

STORY = "市领导接待信访群众{}人次，化解案件501件。全市召开信访工作联席会议141次，研究案件398件，推进建立健全积案261件。"


def stories(*texts: str):
    parts = [form(f"项目{n}", outcome=text, position=n) for n, text in enumerate(texts, start=1)]
    return loaded(part for of_form in parts for part in of_form)


def test_the_same_words_hold_the_same_figures():
    assert outcomes("F10", stories(STORY.format("2,171"), STORY.format("2,171"))) == [EQUAL] * 5


def test_one_figure_that_differs_in_a_story_told_twice_is_a_finding():
    found = results("F10", stories(STORY.format("2,171"), STORY.format("2,711")))
    broken = [one for one in found if one.outcome == BROKEN]
    assert [[figure.text for figure in one.figures] for one in broken] == [["2,171", "2,711"]]


def test_few_words_in_common_are_not_the_same_story():
    one, other = "全年共组织业务培训活动3次。", "全年共组织业务培训活动5次。"
    assert outcomes("F10", stories(one, other)) == [UNKNOWN]


def test_years_are_words_not_figures():
    assert results("F10", stories("自2021年起按照市里有关规定执行。", "自2021年起按照市里有关规定执行。")) == []
