"""The regions that have units as a tree: counts, what is chosen, where a region lies, what became of it."""

import re

import pytest
from django.core.management import call_command
from django.db import connection
from django.http import QueryDict

from disclosures.classification.models import Region
from disclosures.pages.unit.listing import units_page
from disclosures.pages.unit.regions import RegionNode
from disclosures.publication import workflow
from disclosures.publication.regions import counted_regions
from disclosures.statements.models import Disclosure, Unit
from tests.answers import public_page
from tests.building import build_unit
from tests.once import once

pytestmark = pytest.mark.django_db

MOST_BYTES = 250_000  # of the list where every region has units; a tenth of it over the wire


@once
def regions():
    call_command("load_codes")


def publish(region: str, number: int = 0, year: int = 2023) -> Unit:
    """A unit of that region that published no more than its name."""
    unit = build_unit(f"0{number:05}", f"{region} 第 {number} 局", region)
    draft = Disclosure.objects.create(unit=unit, year=year, unit_name=unit.name)
    workflow.submit(draft)
    workflow.publish(draft)
    return unit


@once
def units():
    """Three in 抚顺市, one of its province, one of a district without a city, one of a former city."""
    call_command("load_codes")
    for number, region in enumerate(["210400", "210402", "210402", "210000", "110101", "371200"]):
        publish(region, number)
    publish("210402", 1, year=2022)


def page(query: str = ""):
    return units_page(QueryDict(query))


def names(query: str) -> list[str]:
    return [row.unit.name for row in page(query).page.rows]


def linked(html: str) -> set[str]:
    """The regions whose units the tree of a page leads to."""
    tree = html.partition('<nav class="regions"')[2].partition("</nav>")[0]
    return set(re.findall(r'href="/units/\?region=(\d{6})"', tree))


def shown(places: tuple[RegionNode, ...]) -> list:
    return [(place.name, place.count, *([shown(place.parts)] if place.parts else [])) for place in places]


@pytest.mark.usefixtures("units")
def test_only_regions_with_units_are_shown_each_with_the_units_below_it():
    assert shown(page().regions.places) == [
        ("北京市", 1, [("东城区", 1)]),
        ("辽宁省", 4, [("抚顺市", 3, [("新抚区", 2)])]),
        ("山东省", 1, [("莱芜市（至 2017 年）", 1)]),
    ]


@pytest.mark.usefixtures("units")
@pytest.mark.parametrize(
    ("query", "count"),
    [("", 6), ("region=210000", 4), ("region=210000&only=own", 1), ("region=210400", 3), ("region=210400&only=own", 1),
     ("region=210402", 2), ("region=210402&only=own", 2), ("region=110000", 1), ("region=110100", 6)],
)  # fmt: skip
def test_the_list_holds_as_many_units_as_the_tree_counts(query, count):
    assert page(query).page.count == len(names(query)) == count


@pytest.mark.usefixtures("units")
def test_counts_are_those_of_an_enumeration():
    for code, region in counted_regions().items():
        below = [unit for unit in Unit.objects.all() if code in [step.code for step in unit.region.path()]]
        assert region.count == len(below)
        assert region.own == len([unit for unit in below if unit.region_id == code])


@pytest.mark.usefixtures("units")
def test_the_way_to_the_chosen_region_is_open_and_other_provinces_are_links():
    tree = page("region=210400&sort=spent").regions
    assert tree.title == "辽宁省抚顺市"
    beijing, liaoning, shandong = tree.places
    assert (liaoning.is_open, liaoning.parts[0].is_open, liaoning.parts[0].is_current) == (True, True, True)
    assert beijing.parts == shandong.parts == ()
    assert beijing.href == "/units/?region=110000&sort=spent"
    assert tree.everywhere == "/units/?sort=spent"


@pytest.mark.usefixtures("units")
def test_without_a_script_the_tree_folds_and_every_region_is_a_link(client):
    html = public_page(client, "/units/")
    nav = re.search(r'<nav class="regions".*?</nav>', html, re.DOTALL)[0]
    assert nav.count("<details") == 5  # all, three provinces, 抚顺市
    assert "地区：全部" in nav
    assert '<a href="/units/?region=110101">东城区</a>' in nav
    for address in re.findall(r'href="([^"]+)"', nav):
        assert client.get(address).status_code == 200


def test_where_there_is_nothing_to_choose_there_is_no_tree(client):
    assert 'class="regions"' not in public_page(client, "/units/")
    publish("210400")
    assert 'class="regions"' not in public_page(client, "/units/")
    publish("210402")
    assert 'class="regions"' in public_page(client, "/units/")


@pytest.mark.usefixtures("units")
def test_the_number_of_queries_does_not_grow_with_the_tree(django_assert_num_queries):
    with django_assert_num_queries(3):
        page()
    with django_assert_num_queries(4):
        page("region=210000")
    with django_assert_num_queries(6):
        page("region=371200")


@pytest.mark.usefixtures("regions")
def test_every_one_of_thousands_of_regions_is_at_most_a_choice_away(client):
    places = list(Region.objects.filter(last_year=None))
    units = Unit.objects.bulk_create([Unit(region=one, code="000001", name=one.name) for one in places])
    Disclosure.objects.bulk_create([Disclosure(unit=one, year=2023, unit_name=one.name) for one in units])
    Disclosure.objects.update(state="submitted")
    Disclosure.objects.update(state="published", published_at="2024-08-01T00:00Z", digest="a" * 64)
    connection.cursor().execute("ANALYZE")  # as a server does by itself, but not of rows that only a test sees
    html = public_page(client, "/units/")
    assert len(html.encode()) < MOST_BYTES
    by_above: dict[str, set[str]] = {}
    for one in places:
        by_above.setdefault(one.parent_id or "", set()).add(one.code)
    provinces = by_above[""]
    assert linked(html) == provinces.union(*(by_above.get(code, set()) for code in provinces))
    cities = sorted(code for code in by_above if code not in provinces and code)
    for city in cities[::40]:
        assert linked(public_page(client, f"/units/?region={city}")) >= by_above[city]
    assert len(places) == 3214
    assert len(page("page=2").page.rows) == 50
    regions = counted_regions()
    assert sum(one.own for one in regions.values()) == 3214


@pytest.mark.usefixtures("units")
def test_the_crumbs_go_through_the_regions_that_are_stored(client):
    assert crumbs(client, "/units/110101-000004/") == ["单位", "北京市", "东城区"]
    assert crumbs(client, "/units/210402-000001/2023/") == ["单位", "辽宁省", "抚顺市", "新抚区"]


def crumbs(client, address: str) -> list[str]:
    """The names of those that lead to the unit."""
    nav = re.search(r'<nav class="crumbs".*?</nav>', public_page(client, address), re.DOTALL)[0]
    return re.findall(r'<a href="/units/(?:\?region=\d+)?">([^<]+)</a>', nav)


@pytest.mark.usefixtures("regions")
def test_the_crumbs_bear_the_names_of_the_year(client):
    publish("360402", year=2015)
    publish("360402", year=2016)
    assert crumbs(client, "/units/360402-000000/2015/")[-1] == "庐山区"
    assert crumbs(client, "/units/360402-000000/2016/")[-1] == "濂溪区"


@pytest.mark.usefixtures("units")
@pytest.mark.parametrize("address", ["/units/?region=371200", "/units/371200-000005/"])
def test_an_old_region_says_what_became_of_it(client, address):
    html = public_page(client, address)
    assert "莱芜市的代码 371200 用到 2017 年。<a" in html
    assert '<a href="/units/?region=370116">2018 年起并入或改为山东省济南市莱芜区（370116）</a>' in html
    english = public_page(client, f"/en{address}")
    assert "From 2018 on: Laiwu District, Jinan City, Shandong Province 山东省济南市莱芜区" in english


@pytest.mark.usefixtures("units")
@pytest.mark.parametrize(
    ("region", "sentence"),
    [
        ("210403", "东洲区"),
        ("370116", "山东省济南市莱芜区"),
        ("320584", "吴江市的代码 320584 用到 2011 年。"),
        ("220000", "吉林省"),
    ],
)
def test_every_region_has_its_address_though_no_unit_published_there(client, region, sentence):
    html = public_page(client, f"/units/?region={region}")
    assert "这里还没有单位公开决算。" in html
    assert sentence in html
    assert 'rel="canonical"' not in html
    assert 'href="/units/">看全部地区' in html


@pytest.mark.usefixtures("units")
def test_a_region_leads_to_the_units_of_those_that_became_it(client):
    link = '<a href="/units/?region=371200">此前的莱芜市（371200）有 1 个单位</a>'
    assert link in public_page(client, "/units/?region=370116")
    assert "371202" not in public_page(client, "/units/?region=370116")  # 莱城区 has none


@pytest.mark.usefixtures("regions")
def test_an_old_region_of_which_nothing_is_known_says_so(client):
    publish("140202", year=2016)
    assert "区划清单里没有它的去向" in public_page(client, "/units/140202-000000/")
