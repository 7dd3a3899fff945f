"""Where an address stands in the archive."""

import pytest

from disclosures.exports.offline.places import place_of, relative

UNIT = "/units/210400-011001"


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/", "index.html"),
        ("/en/", "en/index.html"),
        (f"{UNIT}/2023/tables/03/", "units/210400-011001/2023/tables/03/index.html"),
        (f"{UNIT}/2023.r1/tables/03.csv", "units/210400-011001/2023.r1/tables/03.csv"),
        (f"{UNIT}/2023/tables/04/?columns=all", "units/210400-011001/2023/tables/04/columns-all/index.html"),
        (f"{UNIT}/2023/tables/04/chart.json?columns=all", "units/210400-011001/2023/tables/04/columns-all/chart.json"),
        ("/units/?page=2&region=210400", "units/region-210400-page-2/index.html"),
        ("/units.csv?region=210400", "units.region-210400.csv"),
        (f"{UNIT}/2023/source/file", "units/210400-011001/2023/source/file"),
    ],
)
def test_an_address_has_its_place(address, place):
    assert place_of(address) == place


@pytest.mark.parametrize(
    "address",
    [
        "/admin/", "/en/ask/210400-011001/2023/", "/search/?q=1", "/search.csv?q=1", "/compare/", "/mail/",
        "/api/v1/units", "/robots.txt", "/sitemap.xml", "/sitemaps/1.xml", "//elsewhere/", "/../x", "/a/../b/",
        "/.export.sqlite3", "/a\0b/", f"/{'x' * 101}/", "/units/?sort=spent", "/units/?year=2023&region=210400",
        "/units/?region=../x", "/units/?page=1&page=2",
        f"{UNIT}/2023/tables/03.csv?columns=all", f"{UNIT}/2023/cite/?columns=all", "/codes/function/201/?year=2022",
    ],
)  # fmt: skip
def test_what_is_asked_by_hand_or_leads_elsewhere_has_none(address):
    assert place_of(address) is None


def test_a_link_leads_from_file_to_file():
    assert relative("index.html", "units/210400-011001/2023/index.html") == "../../../index.html"
    assert relative("units/index.html", "index.html") == "units/index.html"
    assert relative("名词/index.html", "index.html") == "%E5%90%8D%E8%AF%8D/index.html"
