"""A finding as a sentence: its figures lead to where they stand, what says the same becomes one."""

from decimal import Decimal

import pytest

from disclosures.addresses import links
from disclosures.checks.checking import Report
from disclosures.checks.models import Answer
from disclosures.checks.outcomes import Figure, Outcome, Result, Severity, Unit
from disclosures.checks.spots import CellSpot, FormSpot, TableSpot, TextSpot
from disclosures.pages.checks.findings import answers_of, findings_of
from disclosures.pages.checks.places import Places
from disclosures.pages.checks.signs import BROKEN, EQUAL, MISSING, ROUNDING, UNCHECKED, UNDEFINED, sign_of
from tests.building import build_disclosure

pytestmark = pytest.mark.django_db

PAGE = "/units/210400-011001/2023/"
CELL = CellSpot("第 1 行", "03", "201", "basic_expenditure")
ACCOUNT = CellSpot("第 1 行", "01", "27", "amount")
INDICATOR = FormSpot("第 2 行", 2, "score", "indicator", 2)
FIELD = FormSpot("第 2 行", 1, "executed")
WORDS = TextSpot("第 3 行", 5, 10, 20)
TABLE = TableSpot("第 4 行", "06")


def figure(label: str, text: str = "1.00 万元", spot=None, value: Decimal | None = Decimal(10000)) -> Figure:
    return Figure(value, label, text, Unit.YUAN, spot)


def result(message: str, left: Figure | None, right: Figure | None, rule: str = "C1", outcome=Outcome.BROKEN) -> Result:
    return Result(rule, outcome, message, left, right)


def told(*results: Result, answers=None):
    disclosure = build_disclosure()
    places = Places(disclosure, links.of(disclosure), Report(()))
    return findings_of(results, places, answers or {})


def linked(finding) -> dict[str, str]:
    return {phrase.text: phrase.href for phrase in finding.sentence if phrase.href}


@pytest.mark.parametrize(
    ("spot", "href"),
    [
        (CELL, "tables/03/#201.2"),
        (ACCOUNT, "tables/01/#27"),  # the 栏次 depends on the side, and the row has one figure
        (INDICATOR, "performance/2/#i2"),
        (FIELD, "performance/1/#executed"),
        (WORDS, "narrative/#p5"),
        (TABLE, "tables/06/"),
    ],
)
def test_a_figure_leads_to_where_it_stands(spot, href):
    (finding,) = told(result("甲 1.00 万元，乙 2.00 万元。", figure("甲", spot=spot), figure("乙", "2.00 万元")))
    assert linked(finding) == {"1.00 万元": PAGE + href}
    assert "".join(phrase.text for phrase in finding.sentence) == "甲 1.00 万元，乙 2.00 万元。"


def test_a_blank_cell_leads_to_its_row_for_its_column_may_be_hidden():
    (finding,) = told(result("甲 空白，乙也是。", figure("甲", "空白", CELL, value=None), None))
    assert linked(finding) == {"空白": f"{PAGE}tables/03/#201"}


def test_a_form_that_is_not_there_has_no_address():
    gone = FormSpot("第 2 行", 9, "executed")
    (finding,) = told(result("甲 1.00 万元。", figure("甲", spot=gone), None))
    assert (linked(finding), finding.places) == ({}, ())


def test_a_figure_without_its_text_in_the_sentence_is_linked_by_its_label_or_by_what_it_stands_in():
    (finding,) = told(result("甲对不上“信访工作经费”自评表。", figure("甲", spot=CELL), figure("乙", spot=INDICATOR)))
    assert linked(finding) == {
        "甲": f"{PAGE}tables/03/#201.2",
        "“信访工作经费”自评表": f"{PAGE}performance/2/#i2",
    }


def test_a_place_that_the_sentence_does_not_name_stands_behind_it():
    (finding,) = told(result("两处对不上。", figure("甲", spot=CELL), figure("乙", spot=WORDS)))
    assert [(place.title, place.href) for place in finding.places] == [
        ("公开03表", f"{PAGE}tables/03/#201.2"),
        ("文字说明", f"{PAGE}narrative/#p5"),
    ]


def test_what_says_the_same_at_another_place_becomes_one_with_both_places_and_both_keys():
    again = TextSpot("第 9 行", 6, 0, 5)
    first, second = (
        result("甲 1.00 万元。", figure("甲", spot=spot), figure("乙", spot=CELL)) for spot in (WORDS, again)
    )
    (finding,) = told(first, second)
    assert (finding.key, finding.others) == (first.key, (second.key,))
    assert [place.href for place in finding.places][-1] == f"{PAGE}narrative/#p6"


def test_an_answer_stands_beside_its_finding_until_it_is_taken_back():
    disclosure = build_disclosure()
    one = result("甲 1.00 万元。", figure("甲", spot=CELL), None)
    answer = Answer.objects.create(disclosure=disclosure, finding=one.key, text="印错了。")
    places = Places(disclosure, links.of(disclosure), Report(()))
    assert findings_of([one], places, answers_of(disclosure))[0].answer == answer
    Answer.objects.update(text="")
    assert findings_of([one], places, answers_of(disclosure))[0].answer is None


@pytest.mark.parametrize(
    ("rule", "outcome", "message", "sign"),
    [
        ("C1", Outcome.EQUAL, "", EQUAL),
        ("C1", Outcome.ROUNDING, "", ROUNDING),
        ("C1", Outcome.NOT_APPLICABLE, "", UNCHECKED),
        ("C1", Outcome.BROKEN, "", BROKEN),
        ("F3r", Outcome.BROKEN, "没有写偏差原因。", MISSING),
        ("D4", Outcome.BROKEN, "预算数为 0。基数为 0，百分比没有意义。", UNDEFINED),
        ("Z9", Outcome.BROKEN, "一条后来取消的规则。", BROKEN),
    ],
)
def test_each_outcome_has_a_sign_of_its_own(rule, outcome, message, sign):
    both = figure("甲"), figure("乙")
    assert sign_of(Result(rule, outcome, message, *both, severity=Severity.ERROR)) == sign


def test_what_has_one_side_alone_does_not_differ_from_anything():
    assert sign_of(Result("D11", Outcome.BROKEN, "文字里的“用于用于”重复了。", figure("甲"))) == MISSING
