"""Ways in as a reader has them: on a narrow phone, by keyboard, on paper."""

import pypdfium2
import pytest

PAGES = ("", "regions/", "questions/receptions/", "published/")
OF_THE_SAMPLE = ("steps/", "sheet/")
SMALLEST = 24  # pixels that a finger needs

WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """smallest => [...document.querySelectorAll("main a, main button, main summary")]
  .filter(each => !each.closest("p, nav[aria-label]") && each.getClientRects().length)
  .map(each => [each.textContent.trim(), Math.round(each.getBoundingClientRect().height)])
  .filter(([, height]) => height < smallest)"""


def addresses(sample: str) -> list[str]:
    site = sample.partition("units/")[0]
    return [*(site + path for path in PAGES), *(sample + path for path in OF_THE_SAMPLE)]


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_wider_than_a_phone(new_page, sample, width):
    page = new_page(viewport={"width": width, "height": 700})
    for address in addresses(sample):
        page.goto(address)
        assert page.evaluate(WIDE) <= 0, address


def test_every_entry_is_large_enough_for_a_finger(new_page, sample):
    page = new_page(viewport={"width": 390, "height": 844})
    site = sample.partition("units/")[0]
    for address in (f"{site}regions/", f"{sample}steps/", f"{sample}sheet/"):
        page.goto(address)
        assert page.evaluate(SMALL, SMALLEST) == [], address


def test_a_province_is_reached_and_opened_by_keyboard(page, sample):
    page.goto(f"{sample.partition('units/')[0]}regions/")
    tile = page.locator(".tiles a")
    assert tile.count() == 1
    tile.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/units/?region=210000")
    assert "辽宁省" in page.locator("h1").inner_text()


def test_a_question_at_the_front_door_is_answered_in_one_step(page, sample):
    page.goto(sample.partition("units/")[0])
    page.get_by_role("link", name="请客花了多少？").click()
    assert "4.24 万元" in page.locator(".lead").inner_text()


def test_the_sheet_is_two_pages_of_paper(page, sample):
    page.goto(f"{sample}sheet/")
    margin = dict.fromkeys(("top", "bottom", "left", "right"), "12mm")
    document = pypdfium2.PdfDocument(page.pdf(format="A4", margin=margin))
    assert len(document) == 2
    first, second = ("".join(each.get_textpage().get_text_range().split()) for each in document)
    assert "1,262.08" in first
    assert "可以问的" in second
    assert "2023.r1/" in second
