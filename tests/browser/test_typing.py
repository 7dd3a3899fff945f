"""The words under the search while somebody types: by keyboard, by pointer, and open to every reader."""

import re

from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import CHECKER, RULES, RUN


def test_a_word_is_chosen_by_the_keyboard_and_asked_for(sample, page: Page):
    page.goto(sample)
    page.locator("form.ask input").focus()
    page.keyboard.type("公务接")
    option = page.get_by_role("option", name="公务接待费", exact=True)
    expect(option).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("combobox").first).to_have_value("公务接待费")
    if CHECKER.exists():
        page.evaluate(CHECKER.read_text(encoding="utf-8"))
        assert page.evaluate(RUN, RULES["light"]) == []
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q="))
    expect(page.locator("main h1")).to_contain_text("公务接待费")


def test_escape_gives_back_what_was_typed(sample, page: Page):
    page.goto(sample)
    page.locator("form.ask input").focus()
    page.keyboard.type("公务接")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(page.locator("form.ask input")).to_have_value("公务接")


def test_a_unit_is_chosen_by_the_pointer_from_its_initials(sample, page: Page):
    page.goto(sample)
    page.locator("form.ask input").focus()
    page.keyboard.type("xfj")
    page.get_by_role("option").first.click()
    expect(page.locator(".answers a").first).to_have_attribute("href", "/units/210400-011001/")
