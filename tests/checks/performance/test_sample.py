"""What the real self-evaluation forms hold that cannot be so: read by hand, line by line, and nothing else is found."""

import pytest

from disclosures.checks.checking import check
from disclosures.checks.outcomes import Result
from disclosures.checks.register.performance import RULES
from tests.checks.loading import BROKEN, ROUNDING
from tests.checks.samples import FUSHUN, PUTUO, read_sample

MISSED = "要求相等，实际不相等"
UNSAID = "没有写偏差原因和改进措施"
DIFFERS = "相差 68.00 万元"

# Rule, a place of its figures (lines of the text), words of its message.
FOUND = {
    ("F3r", "第 600 行第 3 格", UNSAID),
    ("F3r", "第 601 行第 1 格", UNSAID),
    ("F3r", "第 647 行第 4 格", UNSAID),
    ("F3r", "第 649 行第 2 格", UNSAID),
    ("F3r", "第 674 行第 4 格", UNSAID),
    ("F3r", "第 679 行第 2 格", UNSAID),
    ("F3r", "第 680 行第 4 格", UNSAID),
    ("F3d", "第 591 行第 1 格", "减分项 7.721 分，表里没有写为什么减分"),
    ("F4e", "第 600 行第 3 格", MISSED),
    ("F4e", "第 647 行第 4 格", MISSED),
    ("F4e", "第 674 行第 4 格", MISSED),
    ("F4z", "第 566 行第 3 格", "基数为 0，百分比没有意义"),
    ("F5", "第 591 行第 1 格", "409.95 万元，文字里的“解决疑难信访案件救助资金” 341.95 万元，相差 68.00 万元"),
    ("F5s", "第 591 行第 1 格", "683.51 万元，比公开03表“合计”的“项目支出” 635.36 万元"),
    ("F5b", "第 545 行第 1 格", "1,262.08 万元 ÷ 113.27% = 1,114.22 万元"),
    ("F7", "第 637 行第 1 格", "807.13 万元，后面 5 项之和 837.13 万元，相差 30.00 万元"),
    ("F8", "第 600 行第 3 格", "得 5/10 分，“信访维稳经费”自评表得 0/4.5 分，标准不一样"),
    ("F8t", "第 580 行第 1 格", "目标 ≥ 95%，完成 100%；“信访维稳经费”自评表目标 = 100%"),
}
TAILS = {
    ("F1t", "第 545 行第 1 格", "99.464 分"),
    ("F1t", "第 591 行第 1 格", "78.999 分"),
    ("F2s", "第 591 行第 1 格", "6.721 分"),
    ("F4", "第 568 行第 1 格", "95.24%"),
    ("F4", "第 575 行第 2 格", "43.21%"),
}


def of_forms(path, outcome=None) -> list[Result]:
    codes = {rule.code for rule in RULES}
    found = [one for one in check(read_sample(path)).results if one.rule in codes]
    return [one for one in found if outcome in (None, one.outcome)]


def is_expected(result: Result, expected: set[tuple[str, str, str]]) -> bool:
    """Whether rule, place and words are those of one that is expected."""
    places = {figure.spot.place for figure in result.figures}
    return any(rule == result.rule and place in places and words in result.message for rule, place, words in expected)


@pytest.mark.parametrize(("outcome", "expected"), [(BROKEN, FOUND), (ROUNDING, TAILS)])
def test_everything_that_is_known_is_found_and_nothing_else(outcome, expected):
    found = of_forms(FUSHUN, outcome)
    assert [one.message for one in found if not is_expected(one, expected)] == []
    assert [one for one in expected if not any(is_expected(result, {one}) for result in found)] == []


def test_the_text_contradicts_the_form_in_both_places_where_it_names_the_project():
    found = [one for one in of_forms(FUSHUN, BROKEN) if one.rule == "F5"]
    assert len(found) == 2
    assert all(DIFFERS in one.message for one in found)


def test_the_row_that_the_first_project_lost_is_suspected_and_not_reported():
    suspected = [one for one in of_forms(FUSHUN) if one.is_suspected_loss]
    assert {one.rule for one in suspected} == {"F1", "F1s"}
    assert all("“解决疑难信访案件救助资金”自评表" in one.message for one in suspected)


def test_what_holds_in_the_forms_is_equal():
    equal = {one.rule for one in of_forms(FUSHUN) if one.outcome == "equal"}
    assert {rule.code for rule in RULES} - equal == {"F3d", "F4z", "F5b", "F5s"}  # each looks at one place


def test_every_result_has_a_key_of_its_own():
    keys = [one.key for one in of_forms(FUSHUN)]
    assert len(set(keys)) == len(keys)


def test_a_document_without_forms_has_nothing_to_look_at():
    assert of_forms(PUTUO) == []
