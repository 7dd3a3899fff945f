"""Finding and comparing as a reader does it: by the keyboard, and without a script as well."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.building import published_disclosure

SCRIPTS = pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])


@SCRIPTS
def test_a_word_is_searched_by_the_keyboard_and_leads_to_the_marked_row(sample, new_page, script):
    page: Page = new_page(java_script_enabled=script)
    page.goto(sample)
    page.locator("form.ask input").focus()
    page.keyboard.type("信访")
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_have_text("信访")
    page.locator('a[href$="/tables/03/#2010308"]').first.click()
    expect(page).to_have_url(re.compile(r"/tables/03/#2010308$"))
    expect(page.locator("tr:target")).to_contain_text("635.36")


@pytest.mark.parametrize(
    ("asked", "place"),
    [("1262.08", "/tables/01/"), ("20805", "/codes/function/20805/"), ("xfj", "/units/210400-011001/")],
)
def test_amounts_codes_and_initials_find_their_place(sample, page, asked, place):
    page.goto(f"{sample.partition('/units/')[0]}/search/?q={asked}")
    expect(page.locator(f'main a[href*="{place}"]').first).to_be_visible()


@SCRIPTS
def test_a_second_unit_is_chosen_and_laid_beside_the_first_and_the_way_back_is_open(sample, new_page, script):
    published_disclosure(unit_code="022001", unit_name="抚顺市统计局")
    page: Page = new_page(java_script_enabled=script)
    page.goto(f"{sample.partition('/units/')[0]}/compare/?a=210400-011001-2023")
    page.locator("#find").fill("022001")
    page.keyboard.press("Enter")
    page.locator('main a[href*="b=210400-022001-2023"]').first.click()
    both = page.url
    assert "b=210400-022001-2023" in both
    expect(page.get_by_role("region", name="公开03表").locator("thead")).to_contain_text("统计局")
    page.go_back()
    expect(page.locator("#find")).to_have_value("022001")
    page.go_forward()
    assert page.url == both


def test_a_comparison_that_is_shared_is_the_same_for_somebody_else(sample, new_page):
    published_disclosure(unit_code="022001", unit_name="抚顺市统计局")
    address = f"{sample.partition('/units/')[0]}/compare/?a=210400-011001-2023&b=210400-022001-2023&table=03"
    seen = []
    for page in (new_page(), new_page()):
        page.goto(address)
        seen.append(page.locator("main").screenshot())
    assert seen[0] == seen[1]
