"""The search for programs finds what the search page finds, with the figures apart and at addresses that stay."""

import json
import re
from html import unescape

import pytest
from django.core.management import call_command

from disclosures.addresses import links
from disclosures.exports.api.resources.search import parts_of
from disclosures.finding.finds import TITLES
from disclosures.pages.search.page import SHOWN
from tests.building import published_disclosure
from tests.once import once

pytestmark = pytest.mark.django_db

UNIT, ORIGIN = "210400-011001", "http://testserver"
_FINDS = re.compile(r"<ol.*?</ol>", re.DOTALL)
_FIND = re.compile(r'<li(?: data-kind="[a-z]+")?>\s*<a href="([^"#][^"]*)"')


@once
def published():
    call_command("load_codes")
    published_disclosure(year=2022)
    return published_disclosure()


def found(client, **asked) -> list[dict]:
    response = client.get("/api/v1/search", asked | {"limit": 1000})
    assert response.status_code == 200, response.content
    return json.loads(response.content)["items"]


def on_the_page(client, asked: str) -> list[str]:
    """Where the answers and the first finds of each kind lead to."""
    page = client.get(links.search(), {"q": asked}).content.decode().split("<main", 1)[1]
    return [unescape(address) for found in _FINDS.findall(page) for address in _FIND.findall(found)]


def first_of_each(items: list[dict]) -> list[str]:
    """The same of the items: addresses without the site and without the revision."""
    left = dict.fromkeys(TITLES, SHOWN)
    shown = []
    for item in items:
        if not item["is_answer"]:
            left[item["kind"]] -= 1
        if item["is_answer"] or left[item["kind"]] >= 0:
            shown.append(item["address"].removeprefix(ORIGIN).replace(".r1/", "/"))
    return shown


@pytest.mark.parametrize(
    "asked",
    ["信访", "抚顺市信访局 2023 公务接待费", "公务接待费", "1262.08", "20805", "信访局", "信访局 2022",
     "基本支出是什么意思", "谁花得最多", "fssxfj", "人手不足", "信访局 房屋面积", "机关运行经费"],
)  # fmt: skip
def test_it_finds_what_the_page_finds_in_the_same_order(published, client, asked):
    items = found(client, q=asked)
    assert items
    assert first_of_each(items) == on_the_page(client, asked)


def test_an_answer_has_the_figure_exact_and_that_of_other_years(published, client):
    answer = found(client, q="抚顺市信访局 2023 公务接待费")[0]
    assert (answer["is_answer"], answer["kind"], answer["unit"]) == (True, "figure", UNIT)
    assert (answer["year"], answer["revision"]) == (2023, 1)
    own, other = answer["figures"]
    assert (own["printed"], own["unit"], own["amount"], own["year"]) == ("4.24", "万元", "42400.00", 2023)
    assert own["address"] == f"{ORIGIN}/units/{UNIT}/2023.r1/tables/07/#official_reception.2"
    assert (other["year"], other["is_found"]) == (2022, False)
    assert other["address"].startswith(f"{ORIGIN}/units/{UNIT}/2022.r1/tables/07/")


def test_a_row_has_its_figures_and_says_which_was_asked(published, client):
    row = next(item for item in found(client, q="1262.08", year="2023") if item["kind"] == "row")
    asked = [figure for figure in row["figures"] if figure["is_found"]]
    assert {(figure["printed"], figure["unit"], figure["amount"]) for figure in asked} == {
        ("1,262.08", "万元", "12620800.00")
    }
    assert asked[0]["address"] == row["address"]
    assert row["place"].endswith("抚顺市信访局 2023 年")


def test_every_address_shows_what_was_found(published, client):
    for item in found(client, q="信访"):
        address, _, anchor = item["address"].removeprefix(ORIGIN).partition("#")
        page = client.get(address)
        assert page.status_code == 200
        assert not anchor or f'id="{anchor}"' in page.content.decode(), item["address"]
        assert item["revision"] is None or ".r1/" in address


def test_it_can_be_narrowed_to_a_kind_a_year_and_a_region(published, client):
    rows = found(client, q="信访", kind="row", year="2022")
    assert {(item["kind"], item["year"]) for item in rows} == {("row", 2022)}
    assert found(client, q="信访", region="210000", kind="row")
    assert found(client, q="信访", region="310000", kind="row") == []


def test_nothing_found_is_an_empty_list(published, client):
    assert found(client, q="登月") == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1,262.08 万元", ("1,262.08", "万元")),
        ("-5.00 万元", ("-5.00", "万元")),
        ("121.12万元", ("121.12", "万元")),
        ("3辆", ("3", "辆")),
        ("96.5 分", ("96.5", "分")),
        ("（5.00） 元", ("（5.00）", "元")),
        ("无", ("无", "")),
    ],
)
def test_a_figure_is_parted_from_its_unit(text, parts):
    assert parts_of(text) == parts
