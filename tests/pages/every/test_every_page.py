"""What holds for every page: it answers, fits the policy, knows no visitor, asks the database as often as before."""

import re

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from disclosures.addresses import links
from disclosures.addresses.keys import EditionKey
from disclosures.classification.codes import ECONOMIC, FUNCTIONAL
from disclosures.classification.models import Code
from disclosures.pages.general import PAGES
from disclosures.publication import workflow
from disclosures.statements.models import BasicExpenditure, Expenditure, statements_in
from tests.building import FUNCTIONS, build_disclosure, published_disclosure

pytestmark = pytest.mark.django_db

UNIT = "/units/210400-011001/"

# The queries of each page; the first one of a page of a disclosure finds the disclosure.
QUERIES = {
    "/": 13,
    "/regions/": 3,
    "/published/": 5,
    "/questions/receptions/": 4,
    "/units/": 4,
    "/units/?sort=spent": 4,
    UNIT: 3,
    "/codes/": 6,
    "/codes/function/2010308/": 8,
    "/codes/function/201/?table=02": 9,
    "/codes/economic/30201/?sort=share": 8,
    "/compare/": 3,
    "/compare/?a=210400-011001-2023&b=210400-011001-2022": 8,
    "/kinds/": 3,
    "/kinds/?kind=信访局&level=2": 4,
    "/indicators/": 4,
    "/matters/?matter=vehicles": 4,
    f"{UNIT}2023/matters/": 2,
    "/forms/": 1,
    "/checks/": 3,
    f"{UNIT}2023/": 17,
    f"{UNIT}2023.r1/": 17,
    **{f"{UNIT}2023/tables/{number}/": 6 for number in ("01", "03", "04", "06", "07")},
    **{f"{UNIT}2023/tables/{number}/": 7 for number in ("02", "05", "08", "09")},  # 03 gives them their colours
    f"{UNIT}2023/tables/03/?code=20805": 7,
    f"{UNIT}2023/tables/03/?embed=1": 5,
    f"{UNIT}2023/tables/03/cite/?row=201": 3,
    f"{UNIT}2023/cite/": 1,
    f"{UNIT}2023/changes/": 1,
    "/data/": 2,
    f"{UNIT}2023/steps/": 19,
    f"{UNIT}2023/sheet/": 19,
    f"{UNIT}2023/checks/": 4,
    f"{UNIT}2023/checks/?outcome=equal": 4,
    **{f"{UNIT}2023/tables/{number}/chart.json": 3 for number in ("01", "03", "04", "06", "07")},
    f"{UNIT}2023/performance/2/": 5,
    f"{UNIT}2023/performance/2/chart.json": 4,
}


def with_many_rows():
    """A published disclosure whose tables of codes are much longer."""
    disclosure = build_disclosure()
    for model in (Expenditure, BasicExpenditure):
        model.objects.bulk_create(
            model(disclosure=disclosure, code=str(2130000 + n), name=f"科目 {n}", position=100 + n) for n in range(300)
        )
    workflow.submit(disclosure)
    workflow.publish(disclosure)


def with_many_disclosures():
    for code in ("011002", "011003", "011004"):
        published_disclosure(unit_code=code, unit_name=f"单位 {code}")
    published_disclosure(year=2022)
    published_disclosure()


@pytest.mark.parametrize("build", [published_disclosure, with_many_rows, with_many_disclosures])
def test_a_page_asks_the_database_as_often_whatever_is_published(build, client, django_assert_num_queries):
    listed = [(FUNCTIONAL, *named) for named in FUNCTIONS.items()] + [(ECONOMIC, "30201", "办公费")]
    for scheme, code, name in listed:  # what no list has would be looked for elsewhere
        Code.objects.create(scheme=scheme, code=code, name=name)
    build()
    for address, queries in QUERIES.items():
        with django_assert_num_queries(queries, info=address):
            assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", QUERIES)
def test_no_question_makes_the_database_call_back_into_python(address, client, published_2023):
    """SQLite would, for a pattern or a part of a date; threads on one connection could then wait for each other."""
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    assert len(asked)
    assert not [one["sql"] for one in asked if re.search(r"REGEXP|django_\w+\(", one["sql"])]


@pytest.mark.parametrize("address", QUERIES)
def test_a_page_fits_the_policy_and_knows_no_visitor(address, admin_client, published_2023):
    response = admin_client.get(address)  # asked with the cookies of staff
    page = response.content.decode()
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", page)
    assert not re.search(r"https?://(?!testserver|schema\.org/)", page)  # its own name, and the name of a vocabulary
    assert all("src=" in script for script in re.findall(r"<script[^>]*>", page))
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert response.headers["Cache-Control"].startswith("public")


@pytest.mark.parametrize("address", [address for address in QUERIES if "json" not in address])
def test_a_page_has_one_title_one_heading_and_no_id_twice(address, client, published_2023):
    page = client.get(address).content.decode()
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    head = page.partition("</head>")[0]  # pictures have titles too
    assert len(re.findall(r"<h1[ >]", page)) == len(re.findall(r"<title>[^<]+</title>", head)) == 1


@pytest.mark.parametrize("address", [f"{UNIT}2023/", f"{UNIT}2023/tables/03/", f"{UNIT}2023.r1/tables/06/", "/", UNIT])
def test_no_link_of_a_page_leads_nowhere(address, client, published_2023):
    page = client.get(address).content.decode()
    targets = {target.replace("&amp;", "&") for target in re.findall(r'href="(/[^"#]*)', page)}
    targets = {target for target in targets if not target.startswith("/static/")}
    assert len(targets) > 3
    for target in targets:
        assert client.get(target, follow=True).status_code == 200, target  # staff have to sign in first


def test_every_address_of_a_disclosure_is_found_again_by_its_links(client, published_2023):
    found = links.of(published_2023)
    pages = [found.unit(), found.front(), found.permanent(), found.current(), found.narrative(), found.performance()]
    pages += [found.performance_form(2), *(found.table(number) for number in statements_in(2023))]
    pages += [found.file(number, suffix) for number in statements_in(2023) for suffix in links.FORMATS]
    pages += [links.home(), links.units(), links.units("210400"), links.forms("03"), links.glossary("基本支出")]
    pages += [links.codes("functional"), links.code("economic", "30201"), *(page.address for page in PAGES)]
    for page in pages:
        assert client.get(page).status_code == 200, page


def test_pages_of_a_revision_lead_to_pages_of_that_revision(client, published_2023):
    page = client.get(f"{UNIT}2023.r1/").content.decode()
    assert links.of(published_2023, EditionKey(2023, 1)).table("03") == f"{UNIT}2023.r1/tables/03/"
    assert f'href="{UNIT}2023.r1/tables/03/"' in page
    assert f'href="{UNIT}2023/tables/03/"' not in page


@pytest.mark.parametrize("address", ["/", UNIT, f"{UNIT}2023/", f"{UNIT}2023/tables/03/"])
def test_an_unknown_option_changes_nothing_but_names_the_canonical_address(address, client, published_2023):
    plain, asked = client.get(address), client.get(f"{address}?utm_source=x")
    assert f'<link rel="canonical" href="{address}">' in asked.content.decode()
    assert "canonical" not in plain.content.decode()


def test_only_reading_is_allowed(client, published_2023):
    assert client.head(f"{UNIT}2023/").status_code == 200
    assert client.post(reverse("home")).status_code == 405


@pytest.mark.parametrize("state", ["draft", "submitted"])
def test_what_is_not_published_is_nowhere_to_be_seen(state, client):
    disclosure = build_disclosure()
    if state == "submitted":
        workflow.submit(disclosure)
    for address in (UNIT, f"{UNIT}2023/", f"{UNIT}2023.r1/", f"{UNIT}2023/tables/03/", f"{UNIT}2023/tables/03.csv"):
        response = client.get(address)
        assert response.status_code == 404
        assert disclosure.unit_name not in response.content.decode()
    assert disclosure.unit_name not in client.get("/").content.decode() + client.get("/units/").content.decode()


def test_without_anything_published_the_site_says_so(client):
    assert "目前还没有公开的决算" in client.get("/").content.decode()
    assert "目前还没有公开的决算" in client.get("/units/").content.decode()


def test_the_styles_of_the_site_stay_small_and_ask_nobody_else():
    for sheet in (settings.BASE_DIR / "static").glob("*.css"):
        style = sheet.read_text(encoding="utf-8")
        assert len(style.encode()) < 8_000, sheet.name
        assert "@import" not in style or sheet.name == "pages.css"
        assert "url(" not in style
