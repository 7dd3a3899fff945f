"""Seven steps and two pages: what they say of a disclosure, and that they know no other."""

import re

import pytest

from disclosures.addresses import links
from disclosures.checks.keeping import report_of
from disclosures.pages.attention.register import BY_CODE
from disclosures.pages.reading.public_expenses import expenses_of
from disclosures.pages.reading.raised import ASKED
from disclosures.pages.reading.sheet import sheet_of
from disclosures.pages.reading.steps import steps_of
from disclosures.publication import workflow
from disclosures.statements.loaded import load
from disclosures.statements.models import PerformanceForm, ThreePublicExpenses
from tests.answers import public_page
from tests.building import build_disclosure, published_disclosure

pytestmark = pytest.mark.django_db

PAGES = "/units/210400-011001/2023/"


def said(sentence) -> str:
    return "".join(phrase.text for phrase in sentence)


def made(disclosure, make):
    return make(load(disclosure), report_of(disclosure), links.of(disclosure))


def sheet_where(row: str, budget: str, actual: str):
    """The sheet of a disclosure that prints this in a row of 公开07, in 万元."""
    disclosure = build_disclosure()
    line = ThreePublicExpenses.objects.get(disclosure=disclosure, code=row)
    line.set_printed("initial_budget", budget, disclosure.precision)
    line.set_printed("actual", actual, disclosure.precision)
    line.save()
    return made(disclosure, sheet_of)


def test_seven_questions_are_each_answered_from_the_figures(published_2023):
    steps = made(published_2023, steps_of)
    assert len(steps) == 7
    answers = [said(step.answer) for step in steps]
    assert all(answers)
    assert answers[0].startswith("抚顺市信访局的 2023 年度决算")
    assert "1,262.08 万元" in answers[1]
    assert "财政拨款" in answers[2]
    assert "626.72 万元" in answers[3]
    assert "最多的一类是一般公共服务支出，每 100 元里占 85.86 元。" in answers[3]
    assert re.search(r"对照了 \d+ 处：\d+ 处相等", answers[6])


def test_each_step_leads_to_the_page_that_says_more(client, published_2023):
    page = public_page(client, f"{PAGES}steps/")
    assert page.count("<h2>") == 7
    for step in made(published_2023, steps_of):
        assert f'href="{step.href}"' in page
        assert client.get(step.href).status_code == 200


def test_the_front_page_leads_to_both(client, published_2023):
    page = public_page(client, PAGES)
    assert f'href="{PAGES}steps/"' in page
    assert f'href="{PAGES}sheet/"' in page


def test_the_two_pages_have_budget_beside_outturn_and_lead_to_the_cells(client, published_2023):
    page = public_page(client, f"{PAGES}sheet/")
    assert "年初预算" in page
    assert "1,262.08" in page
    assert f'href="{PAGES}tables/07/#official_reception"' in page


def test_money_without_a_budget_raises_a_question():
    raised = sheet_where("official_reception", "0.00", "4.24").raised
    first = next(one for one in raised if "公务接待费" in said(one.fact))
    assert "没有年初预算" in said(first.fact)
    assert first.question == "用在什么事上？为什么没有列预算？"


def test_what_went_as_planned_raises_none():
    raised = sheet_where("official_reception", "4.24", "4.24").raised
    assert not [one for one in raised if "公务接待费" in said(one.fact)]


def test_every_editorial_rule_has_a_question():
    assert set(ASKED) == set(BY_CODE)


def test_a_row_with_nothing_printed_is_left_out():
    disclosure = build_disclosure()
    ThreePublicExpenses.objects.filter(disclosure=disclosure).update(initial_budget=None, actual=None)
    assert expenses_of(load(disclosure), links.of(disclosure)) == ()
    assert made(disclosure, steps_of)[4].answer == ()


def test_a_project_whose_money_was_not_spent_raises_a_question():
    disclosure = build_disclosure()
    project = PerformanceForm.objects.filter(disclosure=disclosure, name="信访工作经费")
    project.update(budget="1310000", executed="655000")
    raised = made(disclosure, sheet_of).raised
    assert str(ASKED["N3"]) in [one.question for one in raised if "信访工作经费" in said(one.fact)]


@pytest.mark.parametrize("name", ["steps", "sheet"])
def test_a_page_of_a_revision_knows_no_other(client, name, published_2023):
    before = client.get(f"{PAGES[:-1]}.r1/{name}/").content
    published_disclosure(unit_code="011002", unit_name="另一个单位")
    assert client.get(f"{PAGES[:-1]}.r1/{name}/").content == before
    workflow.withdraw(published_2023, "有误")
    page = client.get(f"{PAGES[:-1]}.r1/{name}/").content.decode()
    assert "另一个单位" not in page
    assert f'href="{PAGES[:-1]}.r1/' in page
