"""Scores and numbers of the text against the self-evaluation forms and the list of units."""

import pytest

from disclosures.statements.models import UnitInScope
from tests.checks.loading import BROKEN, EQUAL, UNKNOWN, form, only, outcomes, results
from tests.checks.narrative.texts import text

PROJECTS = "项目自评 2 项，其中：甲经费 86.5 分，乙经费 {} 分。项目自评平均分 {} 分。"


def forms(*scores: str):
    names = ("甲经费", "乙经费", "丙经费")
    made = [
        form(name, position=n, total_score=score) for n, (name, score) in enumerate(zip(names, scores, strict=False), 1)
    ]
    return tuple(part for parts in made for part in parts)


@pytest.mark.parametrize(("printed", "outcome"), [("90", EQUAL), ("90.0", EQUAL), ("91", BROKEN)])
def test_a_score_is_that_of_the_form(printed, outcome):
    of = text("绩效", PROJECTS.format("90", "88.25"), parts=forms("86.5", printed))
    assert outcomes("F6", of) == [EQUAL, outcome]
    assert results("F6", of)[1].right.spot.field == "total_score"


def test_a_score_without_a_form_or_number_is_not_compared():
    assert results("F6", text("绩效", PROJECTS.format("90", "88.25"))) == []
    assert outcomes("F6", text("绩效", PROJECTS.format("90", "88.25"), parts=forms("86.5", "优"))) == [EQUAL]


def test_the_score_of_the_unit_is_that_of_its_own_form():
    unit = tuple(form("信访局", kind="unit", total_score="99.46"))
    assert outcomes("F6", text("绩效", "其中：整体自评 99.46 分。", parts=unit)) == [EQUAL]
    assert outcomes("F6", text("绩效", "其中：整体自评 99.64 分。", parts=unit)) == [BROKEN]


@pytest.mark.parametrize(
    ("second", "average", "outcome"), [("90", "88.25", EQUAL), ("90", "88.3", EQUAL), ("91", "88.25", BROKEN)]
)
def test_the_average_is_that_of_the_scores_in_the_text(second, average, outcome):
    assert only("F6a", text("绩效", PROJECTS.format(second, average))).outcome == outcome


def test_an_average_without_scores_is_unknown():
    assert only("F6a", text("绩效", "绩效自评的项目，平均得分 100.00 分")).outcome == UNKNOWN


@pytest.mark.parametrize(("count", "outcome"), [(2, EQUAL), (3, UNKNOWN), (1, BROKEN)])
def test_no_more_forms_are_published_than_projects_were_evaluated(count, outcome):
    assert outcomes("F6n", text("绩效", f"项目绩效自评 {count} 个", parts=forms("90", "90"))) == [outcome]


@pytest.mark.parametrize(("count", "outcome"), [(1, EQUAL), (2, BROKEN)])
def test_as_many_units_as_the_text_says_are_listed(count, outcome):
    said = f"预算单位共{count}家，即：信访局"
    assert outcomes("D7u", text("单位", said, parts=(UnitInScope(position=1, name="信访局"),))) == [outcome]
    assert outcomes("D7u", text("单位", said)) == [UNKNOWN]
