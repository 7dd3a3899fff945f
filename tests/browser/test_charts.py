"""Charts and tables as a reader meets them: the picture at once, the chart over it, one focus for all of them."""

import io
import re
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.building import published_disclosure

pytestmark = pytest.mark.django_db(transaction=True)

SHIFTS = """() => new Promise(done => {
  let sum = 0;
  const add = list => list.getEntries().forEach(one => sum += one.value);
  new PerformanceObserver(add).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 200);
})"""


@pytest.fixture
def tables(live_server, have) -> str:
    have(published_disclosure)
    return f"{live_server.url}/units/210400-011001/2023/tables/"


def see_chart(page: Page):
    """Scroll to the chart and wait until it is drawn."""
    page.locator(".drawing").scroll_into_view_if_needed()
    expect(page.locator(".drawing.is-drawn")).to_be_visible(timeout=20_000)
    return page.locator(".drawing")


@pytest.mark.parametrize("number", ["01", "03", "04", "06"])
def test_a_chart_is_drawn_over_its_picture_without_a_complaint_and_nothing_moves(number, page, tables, complaints):
    page.goto(f"{tables}{number}/")
    before = page.locator(".drawing").bounding_box()
    see_chart(page)
    assert page.locator(".drawing").bounding_box()["height"] == before["height"]
    assert page.evaluate(SHIFTS) == 0
    assert complaints == []


def test_the_chart_of_a_form_is_drawn_too(page, live_server, complaints):
    published_disclosure()
    page.goto(f"{live_server.url}/units/210400-011001/2023/performance/2/")
    see_chart(page)
    assert complaints == []


def test_a_click_in_the_chart_changes_address_and_table_and_the_way_back_is_open(page, tables):
    page.goto(f"{tables}03/")
    see_chart(page)
    page.locator(".plot .slice", has_text="178.51").first.click()
    expect(page).to_have_url(re.compile(r"\?code=208$"))
    expect(page.locator("tbody tr")).to_have_count(4)
    see_chart(page)
    expect(page.locator(".plot .slice")).to_have_count(4)
    page.go_back()
    expect(page).to_have_url(re.compile(r"03/$"))
    expect(page.locator("tbody tr")).to_have_count(8)
    page.go_forward()
    expect(page.locator("tbody tr")).to_have_count(4)
    expect(page.locator("h1")).to_have_count(1)


def test_a_click_in_a_flow_leads_to_the_row(page, tables):
    page.goto(f"{tables}01/")
    see_chart(page)
    page.locator(".plot .sankey-node", has_text="178.51").locator("rect").first.click()
    expect(page).to_have_url(re.compile(r"#39$"))


def test_a_row_is_closed_and_opened_with_the_keyboard_and_the_keyboard_stays_there(page, tables):
    page.goto(f"{tables}03/")
    fold = page.locator("tr[id='201'] .fold")
    fold.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"fold=201"))
    expect(page.locator("tr[id='2010301']")).to_have_count(0)
    expect(fold).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("tr[id='2010301']")).to_be_visible()


def order(page: Page) -> list[str]:
    return page.locator("tbody tr").evaluate_all("rows => rows.map(row => row.id)")


def test_a_head_puts_its_column_in_order_by_the_keyboard_and_the_way_back_is_open(page, tables, complaints):
    page.goto(f"{tables}03/")
    printed = order(page)
    page.get_by_role("link", name="按“项目支出”从多到少排").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"03/\?sort=project_expenditure$"))
    expect(page.locator("th[aria-sort=descending]")).to_have_text(re.compile(r"^\s*3"))
    expect(page.get_by_role("link", name="改回按科目编码")).to_be_focused()
    assert order(page) == ["total", "201", "20103", "2010308", "2010301", "208", "20805", "2080505"]
    page.go_back()
    expect(page.locator("[aria-sort]")).to_have_count(0)
    assert order(page) == printed
    page.go_forward()
    expect(page.locator("[aria-sort]")).to_have_count(1)
    page.get_by_role("link", name="按科目编码", exact=True).click()
    expect(page).to_have_url(re.compile(r"03/$"))
    assert order(page) == printed
    assert complaints == []


def test_on_a_phone_the_column_that_was_touched_stays_in_view_and_is_large_enough_to_touch(new_page, tables):
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    page.goto(f"{tables}03/")
    frame, link = page.locator(".frame"), page.locator("#sort-project_expenditure")
    frame.evaluate("one => one.scrollLeft = 90")
    box = link.bounding_box()
    assert min(box["width"], box["height"]) >= 24
    link.tap()
    expect(page.locator("[aria-sort]")).to_have_count(1)
    assert frame.evaluate("one => one.scrollLeft") == 90


def test_a_changed_sight_is_the_one_that_its_address_shows_to_somebody_else(page, tables, new_page):
    page.goto(f"{tables}03/")
    page.locator(".choices a", has_text="款").click()
    page.locator("tr[id='208'] th a").last.click()
    expect(page).to_have_url(re.compile(r"code=208"))
    see_chart(page)
    other = new_page()
    other.goto(page.url)
    see_chart(other)
    for one in (page, other):
        one.mouse.move(0, 0)
    assert page.locator("main").inner_text() == other.locator("main").inner_text()
    assert page.locator(".drawing").screenshot() == other.locator(".drawing").screenshot()


def test_without_scripts_the_picture_is_there_and_a_tile_is_a_link(tables, new_page):
    page = new_page(java_script_enabled=False)
    page.goto(f"{tables}03/")
    expect(page.locator(".picture text", has_text="1,083.57").first).to_be_visible()
    page.locator(".picture a", has_text="178.51").first.click()
    expect(page).to_have_url(re.compile(r"\?code=208$"))


def test_in_print_the_picture_stands_in_for_the_chart(page, tables):
    page.goto(f"{tables}03/")
    see_chart(page)
    page.emulate_media(media="print")
    expect(page.locator(".plot")).to_be_hidden()


def test_a_chart_takes_the_colours_of_the_dark(page, tables):
    page.emulate_media(color_scheme="dark")
    page.goto(f"{tables}03/")
    see_chart(page)
    fills = page.locator(".plot .slice path").evaluate_all("all => all.map(one => getComputedStyle(one).fill)")
    assert "rgb(47, 159, 140)" in fills  # --s1 in the dark


@pytest.mark.parametrize(("width", "shown", "hidden"), [(1280, "wide", "narrow"), (390, "narrow", "wide")])
def test_a_flow_has_a_picture_for_wide_and_one_for_narrow_pages(width, shown, hidden, page, live_server):
    published_disclosure()
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{live_server.url}/units/210400-011001/2023/")
    expect(page.locator(f".picture.{shown}")).to_be_visible()
    expect(page.locator(f".picture.{hidden}")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_on_a_phone_a_flow_stays_the_picture_that_is_made_for_it_and_needs_no_chart_script(page, tables):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{tables}01/", wait_until="networkidle")
    page.locator(".drawing").scroll_into_view_if_needed()
    expect(page.locator(".picture.narrow")).to_be_visible()
    assert not [url for url in asked if "plotly" in url]
    page.set_viewport_size({"width": 1280, "height": 900})
    see_chart(page)
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator(".picture.narrow")).to_be_visible()
    expect(page.locator(".plot")).to_be_hidden()


def test_bars_beside_a_table_stay_the_picture_that_has_room_for_them(page, tables):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{tables}07/?unit=yuan", wait_until="networkidle")
    drawing = page.locator(".beside .drawing").bounding_box()
    largest = max(page.locator(".picture rect.rest").all(), key=lambda one: one.bounding_box()["width"]).bounding_box()
    assert largest["width"] == pytest.approx(drawing["width"], abs=1)
    expect(page.locator(".picture .figure").last).to_have_text(re.compile(r"^\d0,000 元$"))
    assert not [url for url in asked if "plotly" in url]


def saved(page: Page, kind: str) -> bytes:
    """The file that the page offers under that name."""
    with page.expect_download() as download:
        page.get_by_role("button", name=f"下载 {kind}").click()
    assert download.value.suggested_filename.endswith(f".{kind.lower()}")
    return download.value.path().read_bytes()


@pytest.mark.parametrize("number", ["03", "01"])
def test_a_chart_can_be_saved_as_png_and_svg_with_its_figures_and_where_it_comes_from(number, page, tables, complaints):
    page.goto(f"{tables}{number}/")
    see_chart(page)
    assert Image.open(io.BytesIO(saved(page, "PNG"))).size[0] >= 1000
    words = "".join(ElementTree.fromstring(saved(page, "SVG")).itertext())
    assert f"/2023/tables/{number}/" in words
    assert {"1,262.08", "178.51"} <= set(re.findall(r"[\d,]+\.\d\d", words))
    assert complaints == []


SVG = "{http://www.w3.org/2000/svg}"
GREEN, SLATE = (11, 92, 80), (74, 88, 102)  # --s1 and --k1 on light paper


@pytest.mark.parametrize("path", ["tables/01/", "tables/04/", ""])
def test_on_a_phone_the_picture_of_a_flow_is_saved_as_it_is_seen(path, page, tables, complaints):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{tables.removesuffix('tables/')}{path}", wait_until="networkidle")
    svg = ElementTree.fromstring(saved(page, "SVG"))
    words = "".join(svg.itertext())
    said = ("抚顺市信访局", "金额单位：万元", "1,262.08", "178.51" if path else "505.60", f"/2023/{path}")
    assert not [one for one in said if one not in words]
    ours = GREEN if path else SLATE
    assert f"rgb{ours}" in [one.get("fill") for one in svg.iter(f"{SVG}rect")]
    assert not [one for one in svg.iter() if one.get("class") or one.get("style")]
    picture = Image.open(io.BytesIO(saved(page, "PNG"))).convert("RGB")
    assert picture.size == (2 * float(svg.get("width")), 2 * float(svg.get("height")))
    assert {ours, (255, 253, 248)} <= {colour for _, colour in picture.getcolors(1_000_000)}
    assert complaints == []


def test_a_picture_that_no_chart_is_drawn_over_is_saved_and_opens_by_itself(
    page, new_page, tables, tmp_path, complaints
):
    page.route("**/plotly/**", lambda route: route.fulfill(body=""))
    page.goto(f"{tables}03/", wait_until="domcontentloaded")
    (tmp_path / "picture.svg").write_bytes(saved(page, "SVG"))
    alone = new_page()
    alone.goto((tmp_path / "picture.svg").as_uri())
    assert "635.36" in alone.locator("svg").first.text_content()
