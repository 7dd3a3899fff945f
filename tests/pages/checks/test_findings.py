"""A finding as a sentence: its figures lead to where they stand, what says the same becomes one."""

from decimal import Decimal

import pytest

from disclosures.addresses import links
from disclosures.amounts import AmountUnit, Outcome, Precision
from disclosures.checks.checking import Report
from disclosures.checks.figures import Figure, Unit
from disclosures.checks.labels import FieldLabel, FormName, Named
from disclosures.checks.models import Answer
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.spots import CellSpot, FormSpot, TableSpot, TextSpot
from disclosures.checks.wording.reasons import Reason
from disclosures.checks.wording.relations import Relation
from disclosures.pages.checks.findings import answers_of, findings_of
from disclosures.pages.checks.places import Places
from disclosures.pages.checks.signs import (
    BROKEN,
    EQUAL,
    INCONSISTENT,
    MISSING,
    ROUNDING,
    UNCHECKED,
    UNDEFINED,
    WORDING,
    sign_of,
)
from tests.building import build_disclosure

pytestmark = pytest.mark.django_db

PAGE = "/units/210400-011001/2023/"
CELL = CellSpot("第 1 行", "03", "201", "basic_expenditure")
ACCOUNT = CellSpot("第 1 行", "01", "27", "amount")
INDICATOR = FormSpot("第 2 行", 2, "score", "indicator", 2)
FIELD = FormSpot("第 2 行", 1, "executed")
WORDS = TextSpot("第 3 行", 5, 10, 20)
TABLE = TableSpot("第 4 行", "06")


def figure(name: str, text: str = "1.00 万元", spot=None, value: Decimal | None = Decimal(10000)) -> Figure:
    return Figure(value, Named(name), text, Unit.YUAN, spot)


def result(left: Figure | None, right: Figure | None, relation=Relation.SAME, **more) -> Result:
    return Result("C1", Outcome.BROKEN, relation, left, right, precision=Precision(AmountUnit.WAN), **more)


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
    (finding,) = told(result(figure("甲", spot=spot), figure("乙", "2.00 万元", value=Decimal(20000))))
    assert linked(finding) == {"1.00 万元": PAGE + href}
    assert "".join(phrase.text for phrase in finding.sentence) == "甲 1.00 万元，乙 2.00 万元，相差 1.00 万元。"


def test_a_blank_cell_leads_to_its_row_for_its_column_may_be_hidden():
    (finding,) = told(result(figure("甲", "空白", CELL, value=None), None, reason=Reason.NOT_IN_TABLES))
    assert linked(finding) == {"空白": f"{PAGE}tables/03/#201"}


def test_a_form_that_is_not_there_has_no_address():
    gone = FormSpot("第 2 行", 9, "executed")
    (finding,) = told(result(figure("甲", spot=gone), None, reason=Reason.NOT_IN_TABLES))
    assert (linked(finding), finding.places) == ({}, ())


def test_a_figure_without_its_text_in_the_sentence_is_linked_by_its_label_or_by_what_it_stands_in():
    score = Figure(None, FieldLabel(FormName("信访工作经费"), "得分"), "空白", Unit.POINTS, INDICATOR)
    facts = {"names": ("印刷费",), "count": 1}
    (finding,) = told(result(figure("甲", spot=CELL), score, Relation.HAVE_FIGURES, facts=facts))
    assert linked(finding) == {
        "甲": f"{PAGE}tables/03/#201.2",
        "“信访工作经费”自评表": f"{PAGE}performance/2/#i2",
    }


def test_a_place_that_the_sentence_does_not_name_stands_behind_it():
    (finding,) = told(result(figure("甲", spot=CELL), figure("乙", spot=WORDS), reason=Reason.NO_SIDES))
    assert [(place.title, place.href) for place in finding.places] == [
        ("公开03表", f"{PAGE}tables/03/#201.2"),
        ("文字说明", f"{PAGE}narrative/#p5"),
    ]


def test_what_says_the_same_at_another_place_becomes_one_with_both_places_and_both_keys():
    again = TextSpot("第 9 行", 6, 0, 5)
    first, second = (
        result(figure("甲", spot=spot), figure("乙", spot=CELL), reason=Reason.NOT_IN_TABLES) for spot in (WORDS, again)
    )
    (finding,) = told(first, second)
    assert (finding.key, finding.others) == (first.key, (second.key,))
    assert [place.href for place in finding.places][-1] == f"{PAGE}narrative/#p6"


def test_an_answer_stands_beside_its_finding_until_it_is_taken_back():
    disclosure = build_disclosure()
    one = result(figure("甲", spot=CELL), None, reason=Reason.NOT_IN_TABLES)
    answer = Answer.objects.create(disclosure=disclosure, finding=one.key, text="印错了。")
    places = Places(disclosure, links.of(disclosure), Report(()))
    assert findings_of([one], places, answers_of(disclosure))[0].answer == answer
    Answer.objects.update(text="")
    assert findings_of([one], places, answers_of(disclosure))[0].answer is None


@pytest.mark.parametrize(
    ("rule", "outcome", "relation", "sign"),
    [
        ("C1", Outcome.EQUAL, Relation.SAME, EQUAL),
        ("C1", Outcome.ROUNDING, Relation.SAME, ROUNDING),
        ("C1", Outcome.NOT_APPLICABLE, Relation.SAME, UNCHECKED),
        ("C1", Outcome.BROKEN, Relation.SAME, BROKEN),
        ("F3r", Outcome.BROKEN, Relation.LOSS_EXPLAINED, MISSING),
        ("D4", Outcome.BROKEN, Relation.OVER_NOTHING, UNDEFINED),
        ("E1t", Outcome.BROKEN, Relation.TITLE_AS_LISTED, WORDING),
        ("Z9", Outcome.BROKEN, Relation.SAME, BROKEN),  # a rule that was given up later
    ],
)
def test_each_outcome_has_a_sign_of_its_own(rule, outcome, relation, sign):
    both = figure("甲"), figure("乙")
    assert sign_of(Result(rule, outcome, relation, *both, severity=Severity.ERROR)) == sign


def test_what_has_one_side_alone_contradicts_nothing():
    assert sign_of(Result("D1", Outcome.BROKEN, Relation.SAME, figure("甲"))) == INCONSISTENT
