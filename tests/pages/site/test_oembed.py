"""oEmbed: what other sites are told to show a disclosure, a table or its chart; and what they ask that is none."""

import html
import re
from urllib.parse import quote

import pytest

from tests.answers import public_answer
from tests.building import published_disclosure

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
TABLE = "/units/210400-011001/2023/tables/03/"


def asked(url, **more):
    return "/oembed?" + "&".join(f"{name}={quote(str(value), safe='')}" for name, value in {"url": url, **more}.items())


def told(client, url, **more):
    return public_answer(client, asked(url, **more)).json()


def framed(answer):
    return html.unescape(re.search(r'src="([^"]+)"', answer["html"])[1])


def test_a_table_is_a_frame_of_this_revision(client, published_2023):
    answer = told(client, SITE + TABLE, format="json")
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    assert answer["title"] == "抚顺市信访局 2023 年度决算：公开03表 支出决算表"
    assert framed(answer) == f"{SITE}/units/210400-011001/2023.r1/tables/03/?embed=1"
    assert (answer["width"], answer["height"]) == (720, 480)
    shown = client.get(framed(answer).removeprefix(SITE))
    assert shown.status_code == 200
    assert "frame-ancestors *" in shown.headers["Content-Security-Policy"]


def test_a_chart_and_a_selection_are_shown_as_asked(client, published_2023):
    answer = told(client, f"{SITE}{TABLE}?embed=chart&code=208")
    assert framed(answer).endswith("/2023.r1/tables/03/?code=208&embed=chart")
    assert client.get(framed(answer).removeprefix(SITE)).status_code == 200


def test_a_disclosure_is_shown_at_a_glance_in_the_language_of_its_address(client, published_2023):
    answer = told(client, f"{SITE}/en/units/210400-011001/2023/")
    assert framed(answer) == f"{SITE}/en/units/210400-011001/2023.r1/?embed=1"
    assert answer["provider_url"] == f"{SITE}/en/"


def test_sizes_are_kept_within_what_was_asked(client, published_2023):
    answer = told(client, SITE + TABLE, maxwidth=300, maxheight=200)
    assert (answer["width"], answer["height"]) == (300, 200)
    assert 'width="300" height="200"' in answer["html"]
    assert told(client, SITE + TABLE, maxwidth=2000, maxheight=2000)["width"] == 720


@pytest.mark.parametrize("size", ["0", "-1", "1e3", "٣", "", "9" * 400])
def test_a_size_that_is_none_is_refused(client, published_2023, size):
    assert client.get(asked(SITE + TABLE, maxwidth=size)).status_code == 400


def test_another_format_is_not_made(client, published_2023):
    assert client.get(asked(SITE + TABLE, format="xml")).status_code == 501


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "//testserver" + TABLE,
        "http://elsewhere.example" + TABLE,
        "http://testserver@elsewhere.example" + TABLE,
        "http://[" + TABLE,
        f"{SITE}/admin/",
        f"{SITE}/units/210400-011001/",
        f"{SITE}/units/210400-011001/1999/",
        f"{SITE}/units/210400-011001/2023/tables/99/",
        f"{SITE}/units/210400-%00/2023/",
        f"{SITE}{TABLE}\n",
        f"{SITE}{TABLE}\x00",
        f"{SITE}{TABLE}?{'x' * 5000}",
    ],
)
def test_what_is_no_page_with_a_frame_is_not_found(client, published_2023, url):
    assert client.get(asked(url)).status_code == 404


def test_a_name_that_looks_like_markup_stays_text(client):
    published_disclosure(unit_name='局"><script>')
    assert "<script" not in told(client, SITE + TABLE)["html"]


@pytest.mark.parametrize(
    "page", [TABLE, "/units/210400-011001/2023/", f"{TABLE}cite/", "/units/210400-011001/2023/cite/"]
)
def test_a_page_tells_programs_where_to_ask(client, published_2023, page):
    found = re.search(r'type="application/json\+oembed" href="([^"]+)"', client.get(page).content.decode())
    assert public_answer(client, html.unescape(found[1])).json()["type"] == "rich"
