"""Feeds of a unit, a region, a code and of corrections alone, and the pages that lead to them."""

from xml.etree import ElementTree

import pytest

from disclosures.classification.models import Code, Region
from disclosures.publication import workflow
from tests.answers import public_answer
from tests.building import published_disclosure

pytestmark = pytest.mark.django_db

FEEDS = {"/units/210400-011001/feed.atom": 5, "/regions/210400/feed.atom": 5, "/codes/function/201/feed.atom": 6}
ATOM = "{http://www.w3.org/2005/Atom}"


def titles(client, address):
    feed = ElementTree.fromstring(public_answer(client, address).content)
    assert feed.find(f"{ATOM}link[@rel='self']").get("href") == f"http://testserver{address}"
    return [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]


@pytest.fixture
def two_units(published_2023):
    return published_2023, published_disclosure(unit_code="011002", unit_name="抚顺市档案馆")


@pytest.fixture
def province(two_units):
    above = Region.objects.create(code="210000", name="辽宁省", level=1)
    Region.objects.filter(code="210400").update(parent=above, level=2)


def corrected(disclosure):
    draft = workflow.revise(disclosure)
    draft.change_note = "更正了三公经费。"
    draft.save()
    workflow.submit(draft)
    workflow.publish(draft)


def test_a_unit_tells_its_own_alone(client, two_units):
    assert titles(client, "/units/210400-011002/feed.atom") == ["抚顺市档案馆 2023 年度决算"]


@pytest.mark.parametrize("region", ["210400", "210000"])
def test_a_region_tells_all_below_it(client, province, region):
    assert len(titles(client, f"/regions/{region}/feed.atom")) == 2


def test_a_region_where_nothing_is_published_can_be_followed_already(client, two_units):
    Region.objects.create(code="110000", name="北京市", level=1)
    assert titles(client, "/regions/110000/feed.atom") == []


def test_a_code_tells_who_prints_it(client, published_2023):
    Code.objects.get_or_create(scheme="functional", code="230", name="转移性支出")
    assert titles(client, "/codes/function/201/feed.atom") == ["抚顺市信访局 2023 年度决算"]
    assert titles(client, "/codes/economic/301/feed.atom") == ["抚顺市信访局 2023 年度决算"]
    assert titles(client, "/codes/function/230/feed.atom") == []


def test_corrections_are_told_alone(client, two_units):
    assert titles(client, "/corrections.atom") == []
    corrected(two_units[0])
    assert titles(client, "/corrections.atom") == ["抚顺市信访局 2023 年度决算（第 2 版）"]


@pytest.mark.parametrize(
    "address",
    [
        "/units/210400-999/feed.atom",
        "/units/210400-%00/feed.atom",
        "/regions/999999/feed.atom",
        "/regions/2104001/feed.atom",
        "/codes/function/999/feed.atom",
        "/codes/economic/201/feed.atom",
        f"/codes/function/{'2' * 500}/feed.atom",
    ],
)
def test_what_nobody_knows_has_no_feed(client, published_2023, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        ("/units/210400-011001/", "/units/210400-011001/feed.atom"),
        ("/en/units/210400-011001/", "/units/210400-011001/feed.atom"),
        ("/units/?region=210000", "/regions/210000/feed.atom"),
        ("/codes/function/201/", "/codes/function/201/feed.atom"),
    ],
)
def test_a_page_names_its_feed_to_readers_and_programs(client, province, page, feed):
    answer = client.get(page).content.decode()
    assert f'<link rel="alternate" type="application/atom+xml" href="{feed}"' in answer
    assert f'<a href="{feed}" type="application/atom+xml"' in answer


def test_a_feed_takes_as_many_queries_however_much_is_published(client, django_assert_num_queries):
    for year in (2021, 2022, 2023):
        published_disclosure(year=year)
        for address, queries in FEEDS.items():
            with django_assert_num_queries(queries):
                client.get(address)
