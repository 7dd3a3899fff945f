"""What machines read: a feed of publications, maps of all addresses, and what they may ask for."""

from xml.etree import ElementTree

import pytest

from disclosures.addresses import links
from disclosures.pages.feeds import page as feeds
from disclosures.publication import workflow
from tests.answers import public_answer
from tests.building import published_disclosure

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITE = "http://testserver"


def read(client, address):
    response = public_answer(client, address)
    return response.headers["Content-Type"], ElementTree.fromstring(response.content)


def addresses(client, address):
    return [loc.text.removeprefix(SITE) for loc in read(client, address)[1].iter(f"{MAP}loc")]


def test_the_feed_names_each_publication_with_the_address_of_its_revision(client):
    published_disclosure(year=2022)
    published_disclosure(year=2023)
    kind, feed = read(client, "/feed.atom")
    assert kind.startswith("application/atom+xml")
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        "抚顺市信访局 2023 年度决算",
        "抚顺市信访局 2022 年度决算",
    ]
    address = f"{SITE}/units/210400-011001/2023.r1/"
    assert entries[0].find(f"{ATOM}link").get("href") == entries[0].findtext(f"{ATOM}id") == address
    assert entries[0].findtext(f"{ATOM}summary") == "本年支出合计 1,262.08 万元。"
    assert entries[0].findtext(f"{ATOM}updated")
    assert client.get(address.removeprefix(SITE)).status_code == 200


def test_a_correction_takes_the_place_of_what_it_corrects_and_says_why(client):
    draft = workflow.revise(published_disclosure())
    draft.change_note = "更正了三公经费。"
    draft.save()
    workflow.submit(draft)
    workflow.publish(draft)
    (entry,) = read(client, "/feed.atom")[1].findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "抚顺市信访局 2023 年度决算（第 2 版）"
    assert "更正了三公经费。" in entry.findtext(f"{ATOM}summary")


def test_the_feed_takes_as_many_queries_however_much_is_published(client, django_assert_num_queries):
    for year in (2021, 2022, 2023):
        published_disclosure(year=year)
        with django_assert_num_queries(4):
            client.get("/feed.atom")


def test_an_empty_site_has_an_empty_feed_and_one_map(client):
    assert read(client, "/feed.atom")[1].findall(f"{ATOM}entry") == []
    assert addresses(client, "/sitemap.xml") == ["/sitemaps/0.xml"]


def test_the_maps_name_every_page_and_each_is_there(client, published_2023):
    published_disclosure(unit_code="011002", unit_name="抚顺市档案馆")
    maps = addresses(client, "/sitemap.xml")
    assert maps == ["/sitemaps/0.xml", "/sitemaps/1.xml"]
    pages = [page for one in maps for page in addresses(client, one)]
    assert len(pages) == len(set(pages)) > 30
    assert {"/", "/units/210400-011001/", "/units/210400-011002/2023/performance/2/"} <= set(pages)
    for page in pages:
        assert client.get(page).status_code == 200, page


def test_many_disclosures_are_spread_over_several_maps(client, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(feeds, "EACH", 2)
    for year in (2021, 2022, 2023):
        published_disclosure(year=year)
    maps = addresses(client, "/sitemap.xml")
    assert maps == ["/sitemaps/0.xml", "/sitemaps/1.xml", "/sitemaps/2.xml"]
    fronts = [page for one in maps for page in addresses(client, one) if page.count("/") == 4 and "/units/" in page]
    assert sorted(fronts) == [f"/units/210400-011001/{year}/" for year in (2021, 2022, 2023)]
    with django_assert_num_queries(3):
        client.get("/sitemaps/1.xml")
    assert client.get("/sitemaps/3.xml").status_code == 404


def test_a_map_says_since_when_a_page_is_as_it_is(client, published_2023):
    (entry,) = [
        one
        for one in read(client, "/sitemaps/1.xml")[1]
        if one.findtext(f"{MAP}loc") == SITE + links.of(published_2023).front()
    ]
    assert entry.findtext(f"{MAP}lastmod")[:10] == published_2023.published_at.astimezone().isoformat()[:10]


def test_robots_are_told_where_the_maps_are_and_what_has_no_end(client):
    response = public_answer(client, "/robots.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    lines = response.content.decode().splitlines()
    assert {"Disallow: /search/", "Disallow: /admin/", f"Sitemap: {SITE}/sitemap.xml"} <= set(lines)
