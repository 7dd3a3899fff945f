"""A figure and where it stands, in a real browser: what stays in view, what opens beside it, what other sites frame."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_sharing import CLIPBOARD

pytestmark = pytest.mark.django_db(transaction=True)

PHONE = {"width": 390, "height": 844}
SMALL = {"width": 320, "height": 640}
CELL = "2080505.1"
LAZY = 'loading="lazy"'  # what is below the screen would not be there to measure


def lies_in_view(page, locator) -> bool:
    """Whether the middle of an element is on the screen and nothing lies over it."""
    return locator.evaluate(
        """element => {
          const box = element.getBoundingClientRect();
          const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          return !!at && (element.contains(at) || at.contains(element));
        }"""
    )


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("size", [None, PHONE, SMALL])
def test_a_shared_figure_lands_with_unit_year_money_row_and_column_in_view(new_page, sample, size, script):
    page = new_page(java_script_enabled=script, **({"viewport": size} if size else {}))
    page.goto(f"{sample}tables/03/#{CELL}")
    slim = page.locator(".slim")
    expect(slim).to_be_in_viewport()
    assert slim.inner_text().replace("\n", "").startswith("中共辽宁省抚顺市委抚顺市人民政府信访局（本级）")
    assert (" · 2023 · 万元" if size else " · 2023 年度 · 金额单位：万元") in slim.inner_text()
    assert slim.locator("b").evaluate("name => name.clientWidth >= 8 * parseFloat(getComputedStyle(name).fontSize)")
    cell = page.locator(f"[id='{CELL}']")
    expect(cell).to_be_in_viewport()
    assert lies_in_view(page, cell)
    assert lies_in_view(page, page.locator("[id='2080505'] th.name"))
    assert lies_in_view(page, page.get_by_role("columnheader", name="本年支出合计").first)


@pytest.mark.parametrize("size", [None, PHONE])
def test_the_bar_and_the_head_stay_one_below_the_other(new_page, sample, size):
    page = new_page(**({"viewport": size} if size else {}))
    page.goto(f"{sample}tables/03/")
    page.locator("[id='2210201']").scroll_into_view_if_needed()
    page.mouse.wheel(0, 200)
    bar, head = page.locator(".slim").bounding_box(), page.locator(".form thead").bounding_box()
    assert bar["y"] == 0
    assert abs(head["y"] - bar["height"]) <= 1


def test_a_click_opens_what_can_be_done_with_a_figure_and_escape_leads_back(new_page, sample, complaints):
    page = new_page(permissions=CLIPBOARD)
    page.goto(f"{sample}tables/03/")
    before = page.evaluate("scrollY")
    page.locator(f"[id='{CELL}'] a").click()
    card = page.get_by_role("dialog", name="2080505 机关事业单位基本养老保险缴费支出 · 本年支出合计 48.03 万元")
    expect(card).to_be_visible()
    assert page.evaluate("scrollY") == before
    expect(page.locator(":target")).to_have_id(CELL)
    card.get_by_role("button", name="复制链接").click()
    expect(card.get_by_role("button", name="已复制")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{sample.replace('/2023/', '/2023.r1/')}tables/03/#{CELL}"
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(page.locator(f"[id='{CELL}'] a")).to_be_focused()


def test_the_keyboard_reaches_every_figure_from_one_stop(page, sample):
    page.goto(f"{sample}tables/03/")
    assert page.locator(".form [data-stop]").count() == 1
    page.locator(".form [tabindex='0'][data-stop]").focus()
    first = page.evaluate("document.activeElement.parentElement.id")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.parentElement.id") != first
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Control+End")
    assert page.evaluate("document.activeElement.closest('tr').id") == "2210201"
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="2210201 住房公积金 · 本年支出合计 40.01 万元")).to_be_visible()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.parentElement.id") == "2210201.1"
    assert page.locator(".form [data-stop]").count() == 1


def test_a_blank_figure_and_a_total_below_the_form_open_too(page, sample):
    page.goto(f"{sample}tables/03/")
    page.locator("[id='2010301.3']").click()
    expect(page.get_by_role("dialog", name="2010301 行政运行 · 项目支出")).to_be_visible()
    page.goto(f"{sample}tables/06/")
    page.locator(".foot dd a").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_the_card_of_a_figure_fits_a_phone_by_touch(new_page, sample):
    page = new_page(viewport=SMALL, has_touch=True)
    page.goto(f"{sample}tables/03/#{CELL}")
    page.locator(f"[id='{CELL}']").tap()
    card = page.get_by_role("dialog")
    expect(card).to_be_visible()
    box = card.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert all(one.bounding_box()["height"] >= 24 for one in card.locator("a:visible, button:visible").all())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_card_leads_to_the_citation_of_its_figure_and_to_the_code_to_embed(page, sample):
    page.goto(f"{sample}tables/03/")
    page.locator(f"[id='{CELL}'] a").click()
    page.get_by_role("dialog").get_by_role("link", name="嵌入").click()
    expect(page).to_have_url(f"{sample}tables/03/cite/?row=2080505&column=1#embed")


def frames_of(page, address: str) -> list[str]:
    page.goto(f"{address}cite/")
    return [one for one in page.locator("pre code").all_inner_texts() if one.startswith("<iframe")]


@pytest.mark.parametrize("path", ["", "tables/01/", "tables/03/", "tables/06/", "tables/07/"])
@pytest.mark.parametrize("width", [320, 390])
def test_what_is_suggested_to_embed_fits_its_frame_on_a_phone(new_page, sample, elsewhere, width, path):
    page = new_page(viewport={"width": width, "height": 844})
    codes = frames_of(page, f"{sample}{path}")
    assert len(codes) == (2 if path else 1)
    page.goto(elsewhere(*(one.replace(LAZY, "") for one in codes)))
    for number in range(len(codes)):
        inner = page.frame_locator("iframe").nth(number)
        expect(inner.locator("footer")).to_contain_text("第 1 版")
        frame = inner.locator("html")
        assert frame.evaluate("html => html.scrollHeight <= innerHeight && html.scrollWidth <= innerWidth")
        assert inner.locator("footer").evaluate("foot => foot.getBoundingClientRect().bottom <= innerHeight")


@pytest.mark.parametrize("width", [320, 390])
def test_a_picture_that_is_embedded_is_seen_whole_on_a_phone(new_page, sample, elsewhere, width):
    page = new_page(viewport={"width": width, "height": 844})
    code = frames_of(page, f"{sample}tables/03/")[1]
    page.goto(elsewhere(code.replace(LAZY, "")))
    main = page.frame_locator("iframe").locator("main")
    expect(main).to_be_visible()
    assert main.evaluate("main => main.scrollHeight <= main.clientHeight")
