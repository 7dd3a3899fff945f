"""What is shared: citations, frames on other sites, cards of links, words explained, what is printed and taken away."""

import re
from html import unescape

import pytest

from disclosures.publication import workflow
from disclosures.statements.models import Term, statements_in
from tests.answers import public_answer, public_page, tight
from tests.building import build_disclosure, published_disclosure
from tests.once import once

pytestmark = pytest.mark.django_db

UNIT = "/units/210400-011001/"
TABLE = f"{UNIT}2023/tables/03/"
PINNED = f"http://testserver{UNIT}2023.r1/"


@once(autouse=True)
def published():
    return published_disclosure()


def cited(client, address: str) -> str:
    """The line to copy, as a reader sees it."""
    line = re.search(r'<p class="quoted" data-copy="复制引文">(.*?)</p>', public_page(client, address), re.DOTALL)[1]
    return unescape(re.sub(r"<[^>]+>", "", line)).strip()


# ---- citations -----------------------------------------------------------------------------------------------------


def test_a_figure_is_cited_with_unit_year_table_row_column_revision_digest_and_address(client, published):
    day = published.published_at.astimezone().date()
    line = cited(client, f"{TABLE}cite/?row=2080505&column=2")
    assert line.startswith(
        "抚顺市信访局. 2023 年度决算：公开03表 支出决算表，2080505 机关事业单位基本养老保险缴费支出，"
        f"栏次 2 基本支出，178.51 万元[DS/OL]. 第 1 版. ({day.isoformat()})[引用日期]. "
    )
    assert line.endswith(f". {PINNED}tables/03/#2080505.2. SHA-256: {published.digest}.")


def test_a_table_is_cited_as_it_is_shown(client):
    assert f"{PINNED}tables/03/?code=208&unit=yuan." in cited(client, f"{TABLE}cite/?unit=yuan&code=208")
    assert "1,785,100.00 元[DS/OL]" in cited(client, f"{TABLE}cite/?unit=yuan&code=208&row=208&column=1")


def test_a_blank_figure_is_cited_as_blank(client):
    assert "栏次 3 项目支出，空白[DS/OL]" in cited(client, f"{TABLE}cite/?row=2010301&column=3")


@pytest.mark.parametrize("asked", ["?row=999", "?column=2", "?row=&column=", "?row=999&column=x"])
def test_what_the_table_does_not_have_leaves_the_whole_table_cited(client, asked):
    assert cited(client, f"{TABLE}cite/{asked}") == cited(client, f"{TABLE}cite/")


def test_a_citation_can_be_chosen_without_a_script_and_keeps_what_is_shown(client):
    page = public_page(client, f"{TABLE}cite/?code=208&unit=yuan&row=20805")
    assert '<input type="hidden" name="code" value="208">' in page
    assert '<input type="hidden" name="unit" value="yuan">' in page
    assert '<option value="20805" selected>20805 行政事业单位养老支出</option>' in page
    assert '<option value="2">基本支出</option>' in page


@pytest.mark.parametrize("number", statements_in(2023))
def test_every_table_and_every_row_of_it_can_be_cited(client, number, published):
    address = f"{UNIT}2023/tables/{number}/cite/"
    page = public_page(client, address)
    for key in re.findall(r'<option value="([^"]+)"', page.partition('name="column"')[0])[:80:9]:
        assert f"#{key}" in cited(client, f"{address}?row={key}")


def test_a_disclosure_is_cited_as_a_whole(client, published):
    line = cited(client, f"{UNIT}2023/cite/")
    assert line.startswith("抚顺市信访局. 2023 年度决算[DS/OL]. 第 1 版. (")
    assert line.endswith(f"[引用日期]. {PINNED}. SHA-256: {published.digest}.")


def test_the_address_that_is_cited_shows_the_figure(client):
    address = re.search(r"http://testserver(\S+)#2080505\.2\.", cited(client, f"{TABLE}cite/?row=2080505&column=2"))[1]
    assert 'id="2080505.2"' in client.get(address).content.decode()


# ---- frames --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("embed", ["1", "chart"])
@pytest.mark.parametrize("path", ["tables/03/", "tables/01/?unit=yuan", "tables/08/", "performance/2/"])
def test_only_what_is_asked_for_as_a_frame_may_be_framed(client, path, embed):
    address = f"{UNIT}2023/{path}{'&' if '?' in path else '?'}embed={embed}"
    response = public_answer(client, address)
    policy = response.headers["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert policy.replace("frame-ancestors *", "") == policy_of(client, TABLE).replace("frame-ancestors 'none'", "")
    assert "X-Frame-Options" not in response.headers
    page = public_page(client, address)
    assert "<script" not in page
    assert "<form" not in page
    assert "第 1 版" in page
    assert '<meta name="robots" content="noindex">' in page


def policy_of(client, address: str) -> str:
    return client.get(address).headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "address", [TABLE, f"{TABLE}?embed=0", f"{TABLE}?embed=2", f"{TABLE}cite/?embed=1", "/?embed=1"]
)
def test_everything_else_refuses_frames(client, address):
    response = client.get(address)
    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Frame-Options"] == "DENY"


def test_a_304_for_a_frame_comes_with_the_policy_of_the_frame(client):
    first = client.get(f"{TABLE}?embed=1")
    again = client.get(f"{TABLE}?embed=1", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.headers["Content-Security-Policy"] == first.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in again.headers


def test_a_missing_page_may_not_be_framed(client):
    assert "frame-ancestors 'none'" in policy_of(client, f"{UNIT}2022/tables/03/?embed=1")


def test_a_frame_shows_the_rows_that_are_asked_for_and_leads_to_the_page_that_stays(client):
    page = public_page(client, f"{TABLE}?code=20805&embed=1")
    assert re.findall(r'<tr id="([^"]+)"', page) == ["total", "208", "20805", "2080505"]
    assert f'href="{UNIT}2023.r1/tables/03/?code=20805#2080505.1"' in page
    assert f'<link rel="canonical" href="{UNIT}2023.r1/tables/03/?code=20805">' in page
    assert "<header" not in page


def test_a_frame_of_a_chart_shows_its_picture(client):
    page = public_page(client, f"{TABLE}?embed=chart")
    assert '<svg class="picture' in page
    assert "<table" not in page
    assert "没有可以画成图的数" in public_page(client, f"{UNIT}2023/tables/08/?embed=chart")


# ---- cards and descriptions ----------------------------------------------------------------------------------------


def test_a_shared_link_says_what_the_table_comes_down_to(client):
    head = public_page(client, f"{TABLE}?code=208").partition("</head>")[0]
    said = "208 社会保障和就业支出：本年支出合计 178.51 万元，占全表合计的 14.14%。"
    assert f'<meta property="og:description" content="{said}">' in head
    assert re.search(r'<meta property="og:title"\s+content="抚顺市信访局 2023 年度决算：支出决算表">', head)
    assert f'<meta property="og:url" content="http://testserver{TABLE}?code=208">' in head
    assert f'href="{UNIT}2023/dataset.jsonld"' in head


def test_a_front_page_describes_itself_as_a_data_set(client, published):
    page = public_page(client, f"{UNIT}2023/")
    assert 'itemtype="https://schema.org/Dataset"' in page
    assert f'<meta itemprop="identifier" content="sha256:{published.digest}">' in page
    assert f'<link itemprop="contentUrl" href="http://testserver{UNIT}2023.zip">' in page


# ---- words ---------------------------------------------------------------------------------------------------------


def test_the_head_of_a_column_opens_what_the_document_says_about_the_word(client):
    page = tight(public_page(client, TABLE))
    anchor = re.search(r'popovertarget="([^"]+)">基本支出</button>', page)[1]
    assert f'id="{anchor}" popover><b>基本支出</b> 指为保障机构正常运转而发生的支出。' in page


def test_words_that_the_document_does_not_explain_stay_plain(client):
    disclosure = build_disclosure(year=2022)
    Term.objects.filter(disclosure=disclosure).delete()
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    page = public_page(client, f"{UNIT}2022/tables/03/")
    assert "popovertarget" not in page
    assert "这张表里的词" not in page


def test_a_code_in_focus_says_what_it_is_and_leads_to_all_units(client):
    page = public_page(client, f"{TABLE}?code=2010308")
    assert "2010308 是“项”一级的科目" in page
    assert '<a href="/codes/function/2010308/">各单位在这个科目上</a>' in page


# ---- paper and files -----------------------------------------------------------------------------------------------


def test_what_is_printed_bears_the_address_that_stays_and_a_code_to_scan(client):
    for path in ("", "tables/03/?code=208", "tables/03/?code=208&amp;unit=yuan", "narrative/", "checks/"):
        page = public_page(client, unescape(f"{UNIT}2023/{path}"))
        assert f"<p>固定网址 {PINNED}{path if path.startswith('tables') else ''}</p>" in page
        assert '<svg aria-hidden="true" focusable="false" viewBox=' in page
        assert "print.css" in page


def test_the_site_says_what_can_be_taken_away(client):
    published_disclosure(year=2022)
    page = public_page(client, "/data/")
    assert [*re.findall(r'href="(/data/\d+\.csv)"', page)] == ["/data/2023.csv", "/data/2022.csv"]
    assert 'href="/data/"' in public_page(client, "/")
    front = public_page(client, f"{UNIT}2023/")
    assert f'href="{UNIT}2023.zip"' in front
    assert f'href="{UNIT}2023/cite/"' in front
