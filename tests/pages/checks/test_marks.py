"""The marks on tables, forms and text: the worst relation of each place, and nothing where there is none."""

from decimal import Decimal

import pytest

from disclosures.addresses import links
from disclosures.checks.keeping import report_of
from disclosures.checks.models import CheckRun
from disclosures.pages.checks.marks import form_marks, row_marks
from disclosures.pages.checks.signs import BROKEN, ELSEWHERE, EQUAL
from disclosures.pages.text.marks import text_marks
from disclosures.pages.text.page import Words
from disclosures.statements.models import Expenditure, Paragraph, PerformanceForm, PerformanceIndicator
from tests.building import build_disclosure

pytestmark = pytest.mark.django_db

PAGE = "/units/210400-011001/2023/"
TEXT = "2023年度收入总计1262.08万元，另有3只猫。其中：上级补助收入1.00万元。"


def with_contradictions():
    """Another total in 公开03表 than in 公开01表, a score above its weight, and a figure of the text that differs."""
    disclosure = build_disclosure()
    Expenditure.objects.filter(disclosure=disclosure, code="").update(total_expenditure="13000000")
    PerformanceIndicator.objects.filter(disclosure=disclosure, position=2).update(score="11")
    Paragraph.objects.filter(disclosure=disclosure, position=5).update(text=TEXT)
    return disclosure


def test_a_row_shows_the_worst_of_its_relations_and_leads_to_it():
    disclosure = with_contradictions()
    marks = row_marks(disclosure, links.of(disclosure), "03")
    assert marks["total"].sign == BROKEN
    assert marks["total"].href.startswith(f"{PAGE}checks/#f-")
    assert marks["201"].sign == EQUAL
    assert marks["201"].href.startswith(f"{PAGE}checks/?outcome=equal#f-")


def test_marks_belong_to_their_own_table_and_form():
    disclosure = with_contradictions()
    assert row_marks(disclosure, links.of(disclosure), "08") == {}
    assert form_marks(disclosure, links.of(disclosure), 2)["i2"].sign == BROKEN
    assert "i2" not in form_marks(disclosure, links.of(disclosure), 1)


def test_a_figure_of_the_text_has_its_sign_and_leads_to_the_cell_that_it_was_held_against():
    disclosure = with_contradictions()
    marks = text_marks(disclosure, links.of(disclosure))[5]
    assert [(TEXT[mark.start : mark.end], mark.sign) for mark in marks] == [
        ("1262.08万元", EQUAL),
        ("1.00万元", BROKEN),
    ]
    assert marks[0].href.startswith(f"{PAGE}tables/01/#")
    assert marks[0].anchor == f"p5.{TEXT.index('1262.08')}"
    assert marks[1].told.startswith(f"{PAGE}checks/#f-")
    assert "上级补助收入" in marks[1].message


def test_the_pieces_of_a_paragraph_are_the_paragraph():
    disclosure = with_contradictions()
    words = Words("p5", TEXT, marks=text_marks(disclosure, links.of(disclosure))[5])
    assert "".join(text for text, _ in words.pieces) == TEXT
    assert [text for text, mark in words.pieces if mark] == ["1262.08万元", "1.00万元"]


def test_marks_are_those_that_were_kept_at_publication(django_assert_num_queries, published_2023):
    kept, found = report_of(published_2023), links.of(published_2023)
    with django_assert_num_queries(1):
        row_marks(published_2023, found, "03")
    assert kept.links
    assert kept.version == CheckRun.objects.get().version


def conflict_with_the_text():
    """The text has another total than the tables, which agree among themselves."""
    disclosure = build_disclosure()
    Paragraph.objects.filter(disclosure=disclosure, position=5).update(text=TEXT.replace("1262.08", "1272.08"))
    return disclosure


def test_what_a_table_disagrees_with_is_named_and_leads_there():
    disclosure = with_contradictions()
    mark = row_marks(disclosure, links.of(disclosure), "01")["58"]
    assert (mark.sign, mark.other.words) == (BROKEN, "03 表")
    assert mark.other.href == f"{PAGE}tables/03/#total.1"


def test_a_conflict_with_the_text_is_no_fault_of_the_table_and_says_so():
    disclosure = conflict_with_the_text()
    marks = row_marks(disclosure, links.of(disclosure), "01")
    others = [mark.other for mark in marks.values() if mark.sign == ELSEWHERE]
    assert {(other.words, other.href.partition(".")[0]) for other in others} == {("文字", f"{PAGE}narrative/#p5")}
    assert BROKEN not in {one.sign for one in marks.values()}
    assert BROKEN in {one.sign for one in text_marks(disclosure, links.of(disclosure))[5]}


def test_a_conflict_that_lies_in_self_evaluations_leads_to_them():
    disclosure = build_disclosure()
    PerformanceForm.objects.filter(disclosure=disclosure, position=2).update(executed=Decimal(9000000))
    mark = row_marks(disclosure, links.of(disclosure), "03")["total"]
    assert mark.sign == ELSEWHERE
    assert (mark.other.words, mark.other.href) == ("自评表", f"{PAGE}performance/")
