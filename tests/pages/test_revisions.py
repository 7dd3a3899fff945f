"""Revisions that were replaced or withdrawn: they stay at their own address and say so."""

import pytest

from disclosures.publication import workflow
from tests.building import published_disclosure

pytestmark = pytest.mark.django_db

UNIT = "/units/210400-011001/"


def replaced():
    first = published_disclosure()
    second = workflow.revise(first)
    workflow.submit(second)
    workflow.publish(second)
    return second


def test_a_replaced_revision_leads_to_the_current_one(client):
    replaced()
    page = client.get(f"{UNIT}2023.r1/").content.decode()
    assert "这是第 1 版，已被新版取代，只供查考。" in page
    assert f'<a href="{UNIT}2023/">看现行的第 2 版</a>' in page
    assert "只供查考" not in client.get(f"{UNIT}2023.r2/").content.decode()


@pytest.mark.parametrize("page", ["", "tables/03/", "narrative/", "performance/"])
def test_every_page_of_a_withdrawn_revision_gives_the_reason(client, page):
    workflow.withdraw(published_disclosure(), "金额单位有误")
    answer = client.get(f"{UNIT}2023.r1/{page}").content.decode()
    assert "已撤回" in answer
    assert "撤回原因：金额单位有误" in answer
    assert f'<a href="{UNIT}">看这个单位公开的决算</a>' in answer


def test_the_current_address_of_a_withdrawn_disclosure_is_gone_and_offers_the_unit(client):
    published_disclosure(year=2022)
    workflow.withdraw(published_disclosure(), "金额单位有误")
    response = client.get(f"{UNIT}2023/tables/03/")
    assert response.status_code == 404
    assert f'href="{UNIT}"' in response.content.decode()


def test_a_unit_lists_its_current_disclosures_and_what_became_of_others(client):
    replaced()
    workflow.withdraw(published_disclosure(year=2022), "金额单位有误")
    page = client.get(UNIT).content.decode()
    assert f'href="{UNIT}2023/"' in page
    assert f'href="{UNIT}2022/"' not in page
    assert f'<a href="{UNIT}2023.r1/">2023 年第 1 版</a>' in page
    assert "已撤回：金额单位有误" in page


def test_a_unit_whose_only_disclosure_was_withdrawn_still_has_its_page(client):
    workflow.withdraw(published_disclosure(), "金额单位有误")
    assert "现在没有公开中的决算" in client.get(UNIT).content.decode()
    assert client.get(f"{UNIT}2023/").status_code == 404


def test_a_replaced_revision_changes_only_what_it_says_about_itself(client, published_2023):
    before = client.get(f"{UNIT}2023.r1/tables/03/").content.decode()
    second = workflow.revise(published_2023)
    workflow.submit(second)
    workflow.publish(second)
    after = client.get(f"{UNIT}2023.r1/tables/03/").content.decode()
    assert before[before.index("<h1>") :] == after[after.index("<h1>") :]
