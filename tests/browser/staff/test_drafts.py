"""What is typed and not saved is never lost, in a real browser: after leaving, without a session, in two windows."""

import re

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import Page, expect

from disclosures.staff.roles import Role
from disclosures.statements.models import Disclosure, Expenditure, Paragraph
from tests.browser.staff.clerk import sign_in
from tests.browser.staff.unsaved import cell, kept, nothing_offered, offered, save, type_a_row, wait_until_kept
from tests.building import build_disclosure
from tests.entry.typing_in import page_of
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "看得懂-的-密码-2023"


@pytest.fixture
def draft() -> Disclosure:
    return build_disclosure()


@pytest.fixture
def table(draft, live_server) -> str:
    """The address of table 03 of a draft of eight rows."""
    return live_server.url + page_of(draft, Expenditure)


@pytest.fixture
def clerk(draft) -> User:
    """Somebody who signs in with a password alone."""
    user = member(Role.CLERK)
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def page(new_page, live_server, clerk) -> Page:
    page = new_page()
    page.set_default_timeout(10_000)
    sign_in(page, live_server.url, user=clerk)
    page.dialogs = []
    page.on("dialog", lambda dialog: (page.dialogs.append(dialog.type), dialog.accept()))
    return page


def cover_of(draft: Disclosure, live_server) -> str:
    return live_server.url + reverse("admin:statements_disclosure_change", args=[draft.pk])


def codes(draft: Disclosure) -> list[str]:
    return [line.code for line in draft.lines("03")]


def sign_in_again(page: Page, user: User) -> None:
    page.locator("[name=username]").fill(user.username)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("#login-form [type=submit]").click()


def test_rows_that_were_left_are_offered_restored_saved_and_then_dropped(page, draft, table):
    page.goto(table)
    type_a_row(page)
    cell(page, 3, "basic_expenditure").fill("448.22")
    cell(page, 4, "code").click()
    page.keyboard.press("Alt+Delete")
    page.goto(table)
    assert page.dialogs == ["beforeunload"]
    expect(offered(page)).to_contain_text(re.compile(r"您 \d\d:\d\d 填写的内容还没有保存（5 处）"))
    page.get_by_text("看看是哪些").click()
    expect(offered(page).locator("tbody tr").first).to_have_text(re.compile(r"第 4 行 · 基本支出\s*448.22\s*448.21"))
    page.locator("[data-do=restore]").click()
    expect(page.locator(".kept-bar")).to_be_hidden()
    assert cell(page, 8, "code").input_value() == "221"
    save(page)
    assert codes(draft) == ["", "201", "20103", "2010301", "208", "20805", "2080505", "221"]
    assert draft.lines("03")[3].text("basic_expenditure", draft.precision) == "448.22"
    assert kept(page) == 0


def test_a_row_typed_between_others_comes_back_between_them(page, draft, table):
    page.goto(table)
    cell(page, 5, "code").click()
    page.keyboard.press("Alt+Insert")
    page.keyboard.type("2080506")
    wait_until_kept(page)
    page.goto(table)
    offered(page).locator("[data-do=restore]").click()
    save(page)
    assert codes(draft) == ["", "201", "20103", "2010301", "2010308", "2080506", "208", "20805", "2080505"]


def test_what_is_thrown_away_is_gone(page, draft, table):
    page.goto(table)
    type_a_row(page)
    page.goto(table)
    offered(page).locator("[data-do=discard]").click()
    assert kept(page) == 0
    page.goto(table)
    assert page.dialogs == ["beforeunload"]
    nothing_offered(page)


def test_back_asks_first_and_forward_finds_it_again(page, draft, table, live_server):
    page.goto(cover_of(draft, live_server))
    page.goto(table)
    type_a_row(page)
    page.go_back()
    assert page.dialogs == ["beforeunload"]
    page.go_forward()
    offered(page).locator("[data-do=restore]").click()
    assert cell(page, 8, "code").input_value() == "221"


def test_a_session_that_ended_costs_nothing(page, clerk, draft, table):
    page.goto(table)
    type_a_row(page)
    Session.objects.all().delete()
    page.locator("[name=_save]").click()
    notice = page.locator(".kept-notice")
    expect(notice).to_contain_text("登录已经过期")
    with page.expect_popup() as opened:
        notice.get_by_role("link").click()
    sign_in_again(opened.value, clerk)
    expect(opened.value.locator("#content")).to_contain_text("请回到刚才的窗口接着保存")
    opened.value.close()
    page.bring_to_front()
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(notice).to_contain_text("已经登录")
    with page.expect_navigation():
        notice.locator("[data-do=send]").click()
    assert codes(draft)[-1] == "221"
    assert kept(page) == 0


def test_a_press_while_the_server_is_asked_counts(page, clerk, draft, table):
    page.goto(table)
    type_a_row(page)
    session, cookies = Session.objects.get(), page.context.cookies()
    Session.objects.all().delete()
    page.locator("[name=_save]").click()
    notice = page.locator(".kept-notice")
    expect(notice).to_contain_text("登录已经过期")
    session.save(force_insert=True)
    page.context.add_cookies(cookies)
    held = []
    page.route("**/admin/session/", lambda route: held.append(route))
    page.evaluate("dispatchEvent(new Event('focus'))")
    notice.locator("[data-do=send]").click()
    with page.expect_navigation():
        assert len(held) == 1
        held[0].continue_()
    assert codes(draft)[-1] == "221"


def test_a_token_of_an_earlier_session_is_renewed(page, draft, table):
    page.goto(table)
    type_a_row(page)
    page.context.clear_cookies(name="csrftoken")
    save(page)
    assert codes(draft)[-1] == "221"


def test_somebody_else_at_the_same_computer_sees_and_sends_nothing(page, draft, table, live_server):
    page.goto(table)
    type_a_row(page)
    other = page.context.new_page()
    sign_in(other, live_server.url, "colleague")
    page.locator("[name=_save]").click()
    expect(page.locator(".kept-notice")).to_contain_text("现在登录的是另一个人")
    page.close()
    other.goto(table)
    nothing_offered(other)
    assert kept(other) == 1
    assert "221" not in codes(draft)


def test_two_windows_keep_what_is_theirs(page, draft, table):
    page.goto(table)
    type_a_row(page)
    second = page.context.new_page()
    second.goto(table)
    expect(second.locator(".kept-said")).to_contain_text("另一个窗口里也开着这一页")
    nothing_offered(second)
    cell(second, 1, "basic_expenditure").fill("7")
    wait_until_kept(second, 2)
    save(page)
    assert kept(second) == 1
    second.close()
    page.goto(table)
    expect(offered(page)).to_contain_text("（1 处）")


def test_it_goes_to_its_own_row_and_says_what_others_have_changed(page, draft, table):
    page.goto(table)
    then = page.locator("[name=shown]").input_value()
    cell(page, 4, "basic_expenditure").fill("1")
    cell(page, 4, "project_expenditure").fill("634.36")
    cell(page, 1, "basic_expenditure").fill("9")
    wait_until_kept(page)
    draft.lines("03").filter(code="2010301").delete()
    draft.lines("03").filter(code="201").delete()
    draft.lines("03").filter(code="2010308").update(project_expenditure="6363600")
    page.goto(table)
    row = offered(page).locator("tr.is-contested")
    expect(row).to_have_text(re.compile(r"第 3 行 · .*项目支出\s*634.36\s*636.36（您打开时是 635.36）"))
    assert page.locator("[name=shown]").input_value() != then
    page.locator("[data-do=restore]").click()
    assert [cell(page, 2, name).input_value() for name in ("code", "basic_expenditure")] == ["2010308", "1"]
    expect(page.locator(".kept-said")).to_contain_text("上面 1 处在这一页上已经没有地方可填")
    expect(offered(page).locator("tbody tr")).to_have_text(re.compile(r"基本支出\s*9\s*（空白）"))
    assert page.locator("[name=shown]").input_value() == then


def test_a_page_that_comes_back_with_errors_is_still_unsaved(page, draft, table):
    page.goto(table)
    cell(page, 4, "basic_expenditure").fill("很多")
    save(page)
    expect(page.locator(".mistakes")).to_be_visible()
    assert page.dialogs == []
    page.goto(table)
    expect(offered(page)).to_contain_text("（1 处）")
    page.locator("[data-do=restore]").click()
    assert cell(page, 4, "basic_expenditure").input_value() == "很多"


def test_an_answer_that_never_came_offers_nothing_twice(page, draft, table):
    page.goto(table)
    type_a_row(page)
    page.evaluate("fetch('', {method: 'POST', body: new FormData(document.querySelector('#disclosure_form'))})")
    page.wait_for_timeout(1500)
    assert codes(draft)[-1] == "221"
    page.goto(table)
    nothing_offered(page)
    assert kept(page) == 0


def test_a_second_press_sends_nothing_more(page, draft, table):
    page.goto(table)
    type_a_row(page)
    sent = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    with page.expect_navigation():
        page.locator("[name=_save]").dblclick(no_wait_after=True)
    assert [url for url in sent if not url.endswith("/check/")] == [table]
    assert codes(draft).count("221") == 1


def test_paragraphs_of_the_plain_form_and_the_cover_are_kept_too(page, draft, live_server):
    texts, cover = live_server.url + page_of(draft, Paragraph), cover_of(draft, live_server)
    page.goto(texts)
    before = Paragraph.objects.filter(disclosure=draft).count()
    page.locator(".add-row a").click()
    page.locator(f"#id_paragraph-{before}-text").fill("二、新写的一段。\n第二行。")
    wait_until_kept(page)
    page.goto(cover)
    nothing_offered(page)
    page.locator("#id_title").fill("改过的标题")
    wait_until_kept(page, 2)
    page.goto(texts)
    offered(page).locator("[data-do=restore]").click()
    assert page.locator(f"#id_paragraph-{before}-text").input_value() == "二、新写的一段。\n第二行。"
    page.goto(cover)
    offered(page).locator("[data-do=restore]").click()
    save(page)
    draft.refresh_from_db()
    assert draft.title == "改过的标题"


def test_without_a_script_what_was_sent_in_vain_is_sent_again(new_page, clerk, draft, table, live_server):
    page = new_page(java_script_enabled=False)
    sign_in(page, live_server.url, user=clerk)
    page.goto(table)
    cell(page, 3, "basic_expenditure").fill("448.22")
    Session.objects.all().delete()
    page.locator("[name=_save]").click()
    expect(page.locator(".not-saved")).to_contain_text("内容没有丢")
    with page.expect_popup() as opened:
        page.get_by_role("link", name="重新登录").click()
    sign_in_again(opened.value, clerk)
    expect(opened.value.locator("h1")).to_have_text("已经登录")
    page.get_by_role("button", name="再发送一次").click()  # with the token of the session that ended
    expect(page.locator(".not-saved")).to_contain_text("又登录过")
    page.get_by_role("button", name="再发送一次").click()
    expect(page.locator(".messagelist")).to_contain_text("成功")
    assert draft.lines("03")[3].text("basic_expenditure", draft.precision) == "448.22"
