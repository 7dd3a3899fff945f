"""What is shared, in a real browser: links and citations copied, a frame on another site, paper, files opened again."""

import io
import json
import re
from zipfile import ZipFile

import openpyxl
import pypdfium2
import pytest
from playwright.sync_api import expect

from tests.building import published_disclosure

pytestmark = pytest.mark.django_db(transaction=True)

CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.fixture
def site(live_server, have) -> str:
    have(published_disclosure)
    return f"{live_server.url}/units/210400-011001/"


def copied(page, words: str) -> str:
    page.get_by_role("button", name=words).first.click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    return page.evaluate("navigator.clipboard.readText()")


def test_the_link_that_is_copied_opens_the_same_figure_of_the_same_revision(new_page, site):
    page = new_page(permissions=CLIPBOARD)
    page.goto(f"{site}2023/tables/03/?code=208&unit=yuan#2080505.2")
    link = copied(page, "复制链接")
    assert link == f"{site}2023.r1/tables/03/?code=208&unit=yuan#2080505.2"
    fresh = new_page()
    fresh.goto(link)
    expect(fresh.locator(":target")).to_have_text("1,785,100.00")


def test_the_citation_follows_the_figure_in_the_address_and_has_the_day(new_page, site):
    page = new_page(permissions=CLIPBOARD)
    page.goto(f"{site}2023/tables/03/")
    page.evaluate("location.hash = '#2080505.2'")
    page.get_by_role("link", name="引用").click()
    text = copied(page, "复制引文")
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    assert "栏次 2 基本支出，178.51 万元[DS/OL]. 第 1 版. (" in text
    assert f")[{today}]. {site}2023.r1/tables/03/#2080505.2. SHA-256: " in text


def test_a_focus_that_is_followed_keeps_the_link_and_the_citation_right(new_page, site):
    page = new_page(permissions=CLIPBOARD)
    page.goto(f"{site}2023/tables/03/")
    page.get_by_role("link", name="社会保障和就业支出").first.click()
    expect(page).to_have_url(f"{site}2023/tables/03/?code=208")
    expect(page.get_by_role("button", name="复制链接")).to_have_count(1)  # in the line that stays in view
    assert copied(page, "复制链接").endswith("2023.r1/tables/03/?code=208")
    assert page.get_by_role("link", name="引用").get_attribute("href").endswith("cite/?code=208")


def test_a_figure_is_cited_without_a_script(new_page, site):
    page = new_page(java_script_enabled=False)
    page.goto(f"{site}2023/tables/03/cite/")
    page.locator("select[name=row]").select_option("208")
    page.locator("select[name=column]").select_option("2")
    page.get_by_role("button", name="引用这一处").click()
    expect(page.locator(".quoted").first).to_contain_text("208 社会保障和就业支出，栏次 2 基本支出，178.51 万元")
    expect(page.get_by_text("请换成今天的日期")).to_be_visible()


def test_a_word_in_a_head_is_explained_by_the_keyboard_without_a_script(new_page, site):
    page = new_page(java_script_enabled=False)
    page.goto(f"{site}2023/tables/03/")
    explanation = page.get_by_text("指为保障机构正常运转而发生的支出。").first
    expect(explanation).to_be_hidden()
    page.get_by_role("button", name="基本支出").focus()
    page.keyboard.press("Enter")
    expect(explanation).to_be_visible()
    page.keyboard.press("Escape")
    expect(explanation).to_be_hidden()


@pytest.mark.parametrize("script", [True, False])
def test_a_table_and_a_chart_are_shown_on_another_site_and_nothing_else_is(new_page, site, elsewhere, script):
    page = new_page(java_script_enabled=script)
    address = f"{site}2023.r1/tables/03/"
    shown = f"{address}?embed=1", f"{address}?embed=chart", address
    with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
        frames = (f'<iframe src="{one}" width="900" height="400"></iframe>' for one in shown)
        page.goto(elsewhere(*frames))
    table, chart = page.frame_locator("iframe").nth(0), page.frame_locator("iframe").nth(1)
    expect(table.get_by_role("cell", name="448.21").first).to_be_visible()
    expect(table.get_by_text("第 1 版")).to_be_visible()
    expect(chart.locator("svg.picture").first).to_be_visible()
    with page.context.expect_page() as opened:
        table.get_by_role("link", name="信访事务").click()
    expect(opened.value).to_have_url(f"{address}?code=2010308")


@pytest.mark.parametrize("number", ["01", "03", "04", "06"])
def test_a_printed_table_is_the_form_on_one_page_with_its_address_and_digest(page, sample, number):
    page.goto(f"{sample}tables/{number}/")
    digest = page.locator(".digest code").inner_text()
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert len(document) == 1
    width, height = document[0].get_size()
    assert width > height
    text = "".join(document[0].get_textpage().get_text_range().split())
    assert f"{sample.replace('2023/', '2023.r1/')}tables/{number}/" in text
    assert digest in text
    assert "1,262.08" in text or number == "06"
    assert "复制链接" not in text


def test_files_are_downloaded_and_hold_what_the_page_shows(page, site):
    page.goto(f"{site}2023/tables/03/?code=208&unit=yuan")
    shown = page.locator("tr[id='208'] td.num >> nth=0").inner_text()
    with page.expect_download() as csv:
        page.get_by_role("link", name="CSV").click()
    assert "208,社会保障和就业支出,1785100.00" in csv.value.path().read_text("utf-8-sig")
    with page.expect_download() as xlsx:
        page.get_by_role("link", name="XLSX").click()
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx.value.path().read_bytes())).active
    assert 1785100 in [cell.value for row in sheet for cell in row]
    page.get_by_role("link", name="JSON").click()
    rows = json.loads(page.locator("body").inner_text())["rows"]
    assert [row["printed"]["total_expenditure"] for row in rows if row["code"] == "208"] == [shown]


def test_a_whole_disclosure_is_downloaded(page, site):
    page.goto(f"{site}2023/")
    with page.expect_download() as archive:
        page.get_by_role("link", name="打包下载").click()
    assert re.fullmatch("抚顺市信访局-2023年度决算-第1版-[0-9a-f]{8}[.]zip", archive.value.suggested_filename)
    with ZipFile(archive.value.path()) as files:
        assert files.testzip() is None


@pytest.mark.parametrize("path", ["tables/03/cite/?row=208&column=1", "changes/", "tables/03/?embed=1", "cite/"])
def test_these_pages_fit_a_phone(new_page, site, path):
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{site}2023/{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
