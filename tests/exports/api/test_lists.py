"""Lists for programs: every one answers in every form, page by page, with the figures of the site."""

import csv
import io
import json
import time
from decimal import Decimal

import pytest

from disclosures.exports.api.site import LISTINGS
from disclosures.publication import workflow
from disclosures.publication.current import published
from disclosures.publication.standing.asking import group_of, standings_of
from disclosures.publication.standing.models import GroupFigure
from disclosures.publication.standing.spread import LEAST
from disclosures.publication.totals.models import CodeTotal
from disclosures.statements.models import STATEMENTS, Expenditure, StatementHead
from tests.answers import public_answer
from tests.building import build_disclosure, published_disclosure, published_with_a_long_table

pytestmark = pytest.mark.django_db

NEEDED = {
    "search": "q=信访",
    "lines": "table=03",
    "totals": "table=03&year=2023",
    "ranks": "table=03&code=201&year=2023",
}


def address(name: str, *more: str) -> str:
    return f"/api/v1/{name}?{'&'.join(filter(None, (NEEDED.get(name, ''), *more)))}"


def answered(client, name: str, *more: str) -> dict:
    response = client.get(address(name, *more))
    assert response.status_code == 200, response.content
    return json.loads(response.content)


@pytest.fixture
def two_years(published_2023):
    """Two years of one unit."""
    published_disclosure(year=2022)
    return published_2023


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)
@pytest.mark.parametrize("form", ["json", "csv", "ndjson"])
def test_every_list_is_a_public_answer_that_any_site_may_read(client, published_2023, listing, form):
    response = public_answer(client, address(listing.name, f"format={form}"))
    assert response.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)
def test_every_item_says_what_is_declared_with_values_of_its_types(client, published_2023, listing):
    items = answered(client, listing.name)["items"]
    names = [field.name for field in listing.fields]
    assert items or listing.name in {"codes", "matters"}
    assert all(list(item) == names for item in items)


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)
def test_pages_of_one_item_make_the_same_list(client, published_2023, listing):
    whole = answered(client, listing.name, "limit=12")["items"]
    found, following = [], address(listing.name, "limit=1")
    for _ in whole:
        page = json.loads(client.get(following).content)
        found += page["items"]
        following = page["next"]
        if following is None:
            break
    assert found == whole


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)
def test_csv_has_a_head_and_as_many_cells_in_every_row(client, published_2023, listing):
    text = client.get(address(listing.name, "format=csv")).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize("number", STATEMENTS)
def test_lines_have_the_figures_of_the_table_with_addresses_that_show_them(client, published_2023, number):
    table = json.loads(client.get(f"/units/210400-011001/2023.r1/tables/{number}.json").content)
    items = json.loads(client.get(f"/api/v1/lines?table={number}&limit=1000").content)["items"]
    told = {item["address"].partition("#")[2]: {f["column"]: f["amount"] for f in item["figures"]} for item in items}
    shown = {row["key"]: row["amounts"] for row in table["rows"]}
    for key, amounts in shown.items():
        assert {name: told[key].get(name) for name in amounts} == amounts
    page = client.get(f"/units/210400-011001/2023.r1/tables/{number}/").content.decode()
    anchors = [f["address"].partition("#")[2] for item in items for f in item["figures"] if f["amount"]]
    assert [anchor for anchor in anchors if f'id="{anchor}"' not in page] == []


def test_lines_of_one_code_go_across_years(client, two_years):
    items = answered(client, "lines", "code=2010308")["items"]
    assert sorted((item["year"], item["code"]) for item in items) == [(2022, "2010308"), (2023, "2010308")]
    assert answered(client, "lines", "code=2010308", "year=2022")["items"] == [
        item for item in items if item["year"] == 2022
    ]


def test_totals_are_the_sums_of_the_lines(client, two_years):
    column = Expenditure.main_column().name
    total = answered(client, "totals", "code=208")["items"]
    lines = answered(client, "lines", "code=208", "year=2023", f"column={column}")["items"]
    assert Decimal(total[0]["amount"]) == sum(Decimal(item["figures"][0]["amount"]) for item in lines)


def test_ranks_of_equal_figures_are_shared_from_page_to_page(client, published_2023):
    for code in ("011002", "011003", "011004"):
        published_disclosure(unit_code=code, unit_name=f"单位 {code}")
    CodeTotal.objects.filter(disclosure__unit__code="011003", code="201").update(amount=1)
    ranks, following = [], address("ranks", "limit=1")
    while following:
        page = json.loads(client.get(following).content)
        ranks += [(item["rank"], item["unit"][-1]) for item in page["items"]]
        following = page["next"]
    assert ranks == [(1, "1"), (1, "2"), (1, "4"), (4, "3")]


def test_where_a_unit_stands_is_what_its_page_says(client, published_2023):
    """Eight units of one kind have the same figures, of which one is changed where it is kept."""
    for number in range(2, LEAST + 1):
        published_disclosure(unit_code=f"01100{number}", unit_name=f"第{number}信访局")
    GroupFigure.objects.filter(figure="expenditure").update(values=" ".join(["1.00", *["12620800.00"] * (LEAST - 1)]))
    item = answered(client, "standings", "unit=210400-011001")["items"][0]
    place = next(one for one in item["places"] if one["figure"] == "expenditure")
    assert (item["kind"], place["rank"], place["units"]) == ("信访局", 1, LEAST)
    assert (place["value"], place["least"], place["median"]) == ("12620800.00", "1.00", "12620800.00")
    disclosure = published().select_related("unit", "totals", "peer").get(unit__code="011001")
    assert len(item["places"]) == len(standings_of(disclosure, group_of(disclosure)))


def test_many_standings_are_few_queries(client, two_years, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get(address("standings", "limit=1000"))


def test_fields_leave_out_the_others_in_every_form(client, published_2023):
    assert answered(client, "units", "fields=code,name")["items"] == [{"name": "抚顺市信访局", "code": "011001"}]
    text = client.get(address("units", "fields=code,name&format=csv")).content.decode("utf-8-sig")
    assert text.splitlines()[0] == "name,code"


def test_the_next_page_stands_in_the_head_too(client, published_2023):
    response = client.get(address("lines", "limit=1&format=ndjson"))
    assert response.headers["Link"].endswith('>; rel="next"')
    assert client.get(response.headers["Link"][1:].partition(">")[0]).status_code == 200


def test_a_thousand_lines_are_few_queries(client, two_years, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        client.get(address("lines", "limit=1000"))


@pytest.mark.soak  # a time says something where nothing else runs, and no line marks that it was reached
@pytest.mark.parametrize("form", ["json", "ndjson", "csv"])
def test_a_thousand_lines_take_less_than_a_tenth_of_a_second_of_the_processor(client, form):
    published_with_a_long_table(1000)
    took = [_seconds(client, f"limit=1000&format={form}") for _ in range(5)]
    assert min(took) < 0.1


def _seconds(client, asked: str) -> float:
    begun = time.process_time()
    assert client.get(address("lines", asked)).status_code == 200
    return time.process_time() - begun


def test_a_table_in_a_unit_of_its_own_is_told_as_it_prints_its_figures(client):
    draft = build_disclosure()
    StatementHead.objects.filter(disclosure=draft, number="03").update(amount_unit="元")
    workflow.submit(draft)
    workflow.publish(draft)
    total = next(line for line in answered(client, "lines", "column=total_expenditure")["items"] if line["is_total"])
    [figure] = total["figures"]
    assert (total["printed_unit"], figure["printed"]) == ("元", "12,620,800.00")
    assert figure["amount"] == "12620800.00"
