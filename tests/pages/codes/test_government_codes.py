"""The codes that governments budget by: a list, led to from the page of codes and by the search."""

from io import StringIO

import pytest
from django.core.management import call_command

from disclosures.addresses import links
from disclosures.classification.models import Code
from disclosures.pages.code.government import government_classes
from tests.once import once

pytestmark = pytest.mark.django_db


@once
def codes():
    call_command("load_codes", stdout=StringIO())


def test_every_code_stands_below_its_class(codes):
    listed = {one.named.code: [row.named.code for row in one.below] for one in government_classes()}
    assert listed == {
        "501": ["50101", "50102", "50103", "50199"],
        "502": ["50201", "50202", "50203", "50204"],
    }


def test_a_code_leads_to_those_of_the_same_name_that_tables_print(codes, client):
    rows = {row.named.name: row.same for one in government_classes() for row in one.below}
    assert rows["会议费"] == (("30215", links.code("economic", "30215")),)
    assert rows["办公经费"] == ()
    page = client.get(links.government_codes()).text
    assert '<tr id="50202">' in page
    assert "2018 年起" in page


def test_what_a_list_of_the_ministry_adds_is_shown(codes, django_assert_num_queries):
    Code.objects.create(scheme="government", code="503", name="机关资本性支出（一）", first_year=2018)
    with django_assert_num_queries(2):
        assert [one.named.name for one in government_classes()][-1] == "机关资本性支出（一）"


@pytest.mark.parametrize("asked", ["50202", "会议费"])
def test_pages_and_search_lead_there(codes, client, asked):
    assert f'href="{links.government_codes()}"' in client.get(links.codes()).text
    assert f'href="{links.government_codes("50202")}"' in client.get(links.search(f"q={asked}")).text


def test_an_empty_list_is_said(client):
    assert "科目表还没有载入。" in client.get(links.government_codes()).text
