"""Questions as entries: each leads to who printed what, and says of how many units."""

import re

import pytest

from disclosures.finding.front_door import QUESTIONS, elsewhere
from disclosures.publication import workflow
from disclosures.statements.models import ThreePublicExpenses
from tests.answers import public_page, tight
from tests.building import build_disclosure

pytestmark = pytest.mark.django_db


def publish(code: str, budget: str, actual: str) -> None:
    """A unit whose row of receptions prints this, in 万元."""
    disclosure = build_disclosure(unit_code=code, unit_name=f"单位 {code}")
    line = ThreePublicExpenses.objects.get(disclosure=disclosure, code="official_reception")
    line.set_printed("initial_budget", budget, disclosure.precision)
    line.set_printed("actual", actual, disclosure.precision)
    line.save()
    workflow.submit(disclosure)
    workflow.publish(disclosure)


@pytest.fixture
def four_units(client):
    for code, budget, actual in (("1", "3.00", "4.24"), ("2", "9.00", "8.00"), ("3", "0.00", "0.00"), ("4", "", "")):
        publish(f"01100{code}", budget, actual)


def names(page: str) -> list[str]:
    return re.findall(r'scope="row"><a href="[^"]+">([^<]+)</a>', page)


def test_the_answer_says_of_how_many_units_it_speaks(client, four_units):
    page = tight(public_page(client, "/questions/receptions/"))
    assert "2023 年，2 个单位花了公务接待费，合计" in page
    assert "12.24 万元" in page
    assert "公开了决算的有 4 个：1 个印的是 0，1 个没有印这个数，1 个比印出的预算多。" in page


def test_who_spent_most_stands_first_and_each_figure_leads_to_its_row(client, four_units):
    page = public_page(client, "/questions/receptions/")
    assert names(page) == ["单位 011002", "单位 011001", "单位 011003"]
    assert 'href="/units/210400-011002/2023/tables/07/#official_reception"' in page


def test_the_farthest_over_its_budget_can_stand_first(client, four_units):
    page = public_page(client, "/questions/receptions/?sort=over")
    assert names(page)[0] == "单位 011001"
    assert "+1.24" in page
    assert "−1.00" in page


@pytest.mark.parametrize("key", QUESTIONS)
def test_every_question_has_a_page_also_of_an_empty_site(client, key):
    assert "还没有单位印过这个数" in public_page(client, f"/questions/{key}/")


def test_what_is_no_question_is_not_found(client, four_units):
    assert client.get("/questions/nothing/").status_code == 404
    assert client.get("/questions/nothing.csv").status_code == 404


def test_the_front_door_asks_them_with_their_answers(client, four_units):
    page = public_page(client, "/")
    for question in QUESTIONS.values():
        assert f'href="{question.href}"' in page
    for _title, href in elsewhere().values():
        assert f'href="{href}"' in page
        assert client.get(href).status_code == 200
    assert "2023 年 2 个单位花了 12.24 万元" in page
    assert "2023 年 4 个单位里，" in page  # how many were over their budget
    assert page.count("4 个单位") >= 3


def test_an_empty_site_asks_nothing(client):
    assert 'class="questions"' not in public_page(client, "/")
