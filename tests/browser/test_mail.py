"""A reader asks for mail in a real browser, on a small phone and without a script: from a unit to the end of it."""

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

from tests.browser.test_accessibility import CHECKER, RULES, RUN
from tests.publication.alerts.readers import after

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def alerts(settings):
    settings.MAIL_ALERTS = True


def sent_link(of: str) -> str:
    return re.search(rf"http://\S+/mail/{of}/\S+", mail.outbox[-1].body)[0]


def is_fit(page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def no_complaint(page, scheme: str) -> None:
    page.evaluate(CHECKER.read_text(encoding="utf-8"))
    assert page.evaluate(RUN, RULES[scheme]) == []


@pytest.mark.parametrize("language", ["", "/en"])
def test_a_reader_asks_confirms_and_leaves(new_page, live_server, sample, language):
    page = new_page(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    page.goto(f"{live_server.url}{language}/units/210400-011001/")
    page.locator("a[href*='/mail/']").click()
    is_fit(page)
    expect(page.locator("input[name=website]")).not_to_be_in_viewport()
    expect(page.locator("input[type=radio]").first).to_be_checked()
    page.locator("input[type=email]").fill("reader@example.org")
    page.locator(".asking button").click()
    expect(page).to_have_url(re.compile(r"/mail/sent/$"))
    is_fit(page)
    after(seconds=1)
    page.goto(sent_link("confirm"))
    page.locator(".asking button").click()
    expect(page.locator("a[href*='/mail/leave/']")).to_be_visible()
    is_fit(page)
    page.locator("a[href*='/mail/leave/']").click()
    page.locator(".asking button").click()
    expect(page.locator(".asking")).to_have_count(0)
    assert page.context.cookies() == []


@pytest.mark.skipif(not CHECKER.exists(), reason="no axe-core; python -m bundle fetches it")
@pytest.mark.parametrize("scheme", RULES)
def test_the_pages_of_one_reader_are_accessible(new_page, live_server, sample, scheme):
    page = new_page(color_scheme=scheme)
    page.goto(f"{live_server.url}/mail/")
    page.locator("input[type=email]").fill("reader@example.org")
    page.locator(".asking button").click()
    after(seconds=1)
    page.goto(sent_link("confirm").replace("/confirm/", "/confirm/x"))  # a link that is none of ours
    no_complaint(page, scheme)
    page.goto(sent_link("confirm"))
    no_complaint(page, scheme)
    page.locator(".asking button").click()
    no_complaint(page, scheme)
    page.locator("a[href*='/mail/leave/']").click()
    no_complaint(page, scheme)
    page.locator(".asking button").click()
    no_complaint(page, scheme)
