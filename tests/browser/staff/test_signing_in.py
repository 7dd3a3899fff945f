"""Somebody signs in for the first time in a real browser: password, phone, recovery codes; and then with a code."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from tests.browser.test_accessibility import CHECKER, RULES, RUN
from tests.staff.codes.phones import PASSWORD, half_a_minute_later, shown_by_phone, typed_into_phone

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def chief(live_server) -> User:
    return User.objects.create_superuser("chief", password=PASSWORD, last_name="王", first_name="芳")


def is_accessible(page) -> None:
    """axe-core has nothing to say of it, light and dark; nor is it wider than the window."""
    page.evaluate(CHECKER.read_text(encoding="utf-8"))
    for scheme, rules in RULES.items():
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function("() => document.getAnimations().length === 0")  # links fade into their other colour
        assert page.evaluate(RUN, rules) == [], (page.url, scheme)
    page.emulate_media(color_scheme="light")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url


def gives_password(page, site: str) -> None:
    page.goto(f"{site}/admin/")
    page.get_by_label("用户名").fill("chief")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()


@pytest.mark.skipif(not CHECKER.exists(), reason="no axe-core; python -m bundle fetches it")
@pytest.mark.parametrize("width", [1024, 1440])
def test_the_first_sign_in_and_the_next(new_page, live_server, chief, width):
    size = {"width": width, "height": 800}
    page = new_page(viewport=size)
    page.goto(f"{live_server.url}/admin/")
    is_accessible(page)
    gives_password(page, live_server.url)
    is_accessible(page)
    key = typed_into_phone(page.content())
    page.get_by_label("6 位数字").fill(shown_by_phone(key))
    page.get_by_role("button", name="确认").press("Enter")
    expect(page.locator(".recovery-codes li")).to_have_count(10)
    is_accessible(page)
    recovery_code = page.locator(".recovery-codes li").first.inner_text()
    page.get_by_role("link", name="已经保存好").click()
    page.get_by_role("link", name="动态口令").click()
    is_accessible(page)
    other = new_page(viewport=size)
    gives_password(other, live_server.url)
    is_accessible(other)
    half_a_minute_later()
    other.keyboard.type(shown_by_phone(key))  # the cursor stands there
    other.keyboard.press("Enter")
    other.wait_for_url("**/admin/")
    third = new_page(viewport=size)
    gives_password(third, live_server.url)
    third.get_by_label("动态口令").fill(recovery_code)
    third.get_by_role("button", name="登录", exact=True).click()
    expect(third.locator(".messagelist")).to_contain_text("还剩 9 个")


@pytest.mark.skipif(not CHECKER.exists(), reason="no axe-core; python -m bundle fetches it")
def test_who_tried_too_often_is_told_so(page, live_server, chief):
    page.goto(f"{live_server.url}/admin/")
    for _ in range(5):
        page.get_by_label("用户名").fill("chief")
        page.get_by_label("密码").fill("wrong")
        with page.expect_navigation():
            page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="暂时不能登录")).to_be_visible()
    is_accessible(page)
