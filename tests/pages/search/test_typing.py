"""What may be meant while somebody types, and results narrowed to a year, a region, a kind."""

import re

import pytest
from django.core.management import call_command

from disclosures.addresses import links
from disclosures.publication import workflow
from disclosures.publication.search.query import LONGEST
from tests.answers import public_answer
from tests.building import published_disclosure
from tests.once import once

pytestmark = pytest.mark.django_db


@once
def published():
    call_command("load_codes")
    published_disclosure(year=2022)
    published_disclosure(region="310107", unit_code="101", unit_name="上海市普陀区信访办公室")
    return published_disclosure()


def words(client, typed):
    answer = client.get(links.search_words(), {"q": typed})
    assert answer.status_code == 200
    return answer.json()["words"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("抚顺", "抚顺市信访局"),
        ("fssx", "抚顺市信访局"),
        ("招待", "公务接待费"),
        ("公务接", "公务接待费"),
        ("三公", "“三公”经费"),
        ("抚顺市信访局 办公", "抚顺市信访局 办公费"),
        ("普陀区信访", "上海市普陀区信访办公室"),
    ],
)
def test_what_goes_on_from_what_is_typed(published, client, typed, first):
    assert words(client, typed)[0] == first


def test_each_of_the_words_finds_something(published, client):
    for word in words(client, "信") + words(client, "公"):
        assert "没有找到" not in client.get(links.search(), {"q": word}).content.decode(), word


@pytest.mark.parametrize("typed", ["", "“”", " ", "\x00", "没有这个词", "信" * 10_000, "'\"<script>%_"])
def test_whatever_is_typed_gets_an_answer(published, client, typed):
    assert len(words(client, typed)) <= 8


def test_the_words_are_kept_until_something_is_published(published, client):
    answer = public_answer(client, f"{links.search_words()}?q=信访")
    workflow.withdraw(published, "有误")
    again = client.get(f"{links.search_words()}?q=信访", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 200


@pytest.mark.parametrize(
    ("chosen", "there", "not_there"),
    [
        ({"year": "2022"}, "/2022/tables/07/", "/2023/tables/07/"),
        ({"region": "310000"}, "/units/310107-101/2023/tables/07/", "/units/210400-011001/"),
        ({"region": "210400"}, "/units/210400-011001/2023/tables/07/", "/units/310107-101/"),
        ({"kind": "row", "year": "2022"}, "/2022/tables/07/", "/2023/tables/07/"),
    ],
)
def test_results_are_narrowed(published, client, chosen, there, not_there):
    page = client.get(links.search(), {"q": "公务接待", **chosen}).content.decode().split("<main")[1]
    assert there in page
    assert not_there not in page


def test_a_year_that_is_chosen_is_the_year_of_the_answer(published, client):
    page = client.get(links.search(), {"q": "抚顺市信访局 公务接待费", "year": "2022"}).content.decode()
    assert re.search(r'<li data-kind="figure">\s*<a href="/units/[^"]+/2022/tables/07/#official_reception.2"', page)


def test_what_was_chosen_stays_chosen_and_is_in_the_address_of_each_group(published, client):
    page = client.get(links.search(), {"q": "公务接待", "year": "2022", "region": "210000"}).content.decode()
    assert '<option value="2022" selected>' in page
    assert '<option value="210000" selected>' in page
    assert 'year=2022&amp;region=210000"' in page


def test_who_asks_too_much_is_told_so_in_a_sentence(published, client):
    page = client.get(links.search(), {"q": "信访局 " * 10_000}).content.decode()
    assert f"问题太长，只看了前 {LONGEST} 个字。" in page
