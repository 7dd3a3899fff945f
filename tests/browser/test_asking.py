"""A reader asks about a figure in a real browser: from the figure to a number, by keyboard and on a small phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import CHECKER, RULES, RUN

pytestmark = pytest.mark.django_db(transaction=True)

QUICKEST = 3_500  # milliseconds: what is sent sooner is taken for a program's
TEXT = "养老保险缴费为什么比上年多？"


def test_a_figure_is_asked_about_from_where_it_stands(page, sample, complaints):
    page.goto(f"{sample}tables/03/")
    page.locator("[id='2080505.1'] a").click()
    page.get_by_role("dialog").get_by_role("link", name="这里有问题？").click()
    expect(page.get_by_role("heading", name="这里有问题？")).to_be_visible()
    expect(page.get_by_role("link", name="栏次 1 本年支出合计，48.03 万元")).to_be_visible()
    page.get_by_label("您的问题").fill(TEXT)
    page.wait_for_timeout(QUICKEST)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="号问题")).to_be_visible()
    expect(page.get_by_text(TEXT)).to_be_visible()
    assert page.context.cookies() == []
    assert complaints == []
    if CHECKER.exists():  # last: what it tries itself is complained of as well
        page.evaluate(CHECKER.read_text(encoding="utf-8"))  # through the debugger, which the policy does not bind
        assert page.evaluate(RUN, RULES["light"]) == []


@pytest.mark.parametrize("language", ["", "/en"])
def test_a_small_phone_asks_without_a_script_and_nothing_leaves_the_page(new_page, live_server, sample, language):
    page = new_page(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    page.goto(f"{live_server.url}{language}/ask/210400-011001/2023/?table=03&row=2080505&column=1")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    expect(page.locator("input[name=website]")).not_to_be_in_viewport()
    page.locator("textarea").fill("短")
    page.evaluate("document.querySelector('textarea').removeAttribute('minlength')")
    page.locator(".asking button").click()
    expect(page.get_by_role("alert").first).to_be_visible()
    assert page.locator("textarea").input_value() == "短"
    page.locator("textarea").fill(TEXT)
    page.wait_for_timeout(QUICKEST)
    page.locator(".asking button").click()
    expect(page.get_by_text(TEXT)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
