"""One disclosure from a file to its correction, in a real browser: a clerk, a reviewer, a publisher, a citizen."""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import Page, expect

from disclosures.publication.timed.plans import publish_due
from disclosures.staff.roles import Role
from disclosures.statements.models import Disclosure
from tests.browser.staff.clerk import paste
from tests.browser.staff.sheet import ROWS, cell, save
from tests.entry.imports.uploading import SAMPLE, sample_unit
from tests.staff.codes.phones import PASSWORD, half_a_minute_later, shown_by_phone, with_phone
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db(transaction=True)

PUBLIC = "/units/210400-011001/2023"
PICTURES = os.environ.get("PICTURES_OF_THE_STORY")  # a folder that gets a picture of each step
SIGHTS = ((1280, "light"), (1024, "light"), (1280, "dark"))


@pytest.fixture
def codes(have):
    have(load_codes)


def load_codes() -> None:
    call_command("load_codes", verbosity=0)


@pytest.fixture
def desk(new_page, live_server, codes, complaints_of) -> Callable[[Role], Page]:
    """Somebody of a role at a desk of their own, signed in by the sign-in page."""

    def sit_down(role: Role) -> Page:
        person, page = member(role), complaints_of(new_page())
        phone = with_phone(person) if role == Role.PUBLISHER else None
        person.set_password(PASSWORD)
        person.save()
        page.goto(f"{live_server.url}/admin/")
        page.get_by_label("用户名").fill(person.username)
        page.get_by_label("密码").fill(PASSWORD)
        page.keyboard.press("Enter")
        if phone:
            half_a_minute_later()
            page.get_by_label("动态口令").fill(shown_by_phone(phone.bin_key))
            page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="我的工作")).to_be_visible()
        return page

    return sit_down


@pytest.fixture
def complaints_of():
    """Watches pages; when all is done, none of them may have complained."""
    found: list[str] = []

    def watch(page: Page) -> Page:
        page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: found.append(str(error)))
        return page

    yield watch
    assert found == []


class Album:
    """Pictures of the steps, for whoever looks at them; without a folder for them none is taken."""

    def __init__(self):
        self.number = 0

    def picture(self, page: Page, name: str) -> None:
        if not PICTURES:
            return
        self.number += 1
        for width, scheme in SIGHTS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            page.wait_for_function("() => document.getAnimations().length === 0")
            page.screenshot(path=Path(PICTURES) / f"{self.number:02}-{name}-{width}-{scheme}.png", full_page=True)
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, f"{name} is {wide} px wider than {width}"
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1280, "height": 900})


@pytest.fixture
def album() -> Album:
    return Album()


def test_a_disclosure_from_its_file_to_its_correction(desk, new_page, live_server, album):
    sample_unit()
    clerk = desk(Role.CLERK)
    album.picture(clerk, "work-at-first")
    takes_all_but_one_table(clerk, album)
    pastes_it_and_mends_a_cell(clerk, album)
    answers_what_is_wrong(clerk, album)
    submits(clerk, album)
    reviewer = desk(Role.REVIEWER)
    returns(reviewer, album)
    mends_what_was_said(clerk, album)
    publisher = desk(Role.PUBLISHER)
    sets_a_time(publisher, album)
    reader = new_page()
    assert reader.goto(f"{live_server.url}{PUBLIC}/").status == 404
    publish_due(timezone.now() + timedelta(days=3))
    assert figure_of(reader, f"{live_server.url}{PUBLIC}/tables/03/") == "635.36"
    album.picture(reader, "public")
    corrects(clerk, album)
    publishes(publisher, album)
    assert figure_of(reader, f"{live_server.url}{PUBLIC}/tables/03/") == "636.36"
    assert figure_of(reader, f"{live_server.url}{PUBLIC}.r1/tables/03/").startswith("635.36\n第 2 版改为")
    compares(reader, f"{live_server.url}{PUBLIC}/changes/", album)


def takes_all_but_one_table(clerk: Page, album: Album) -> None:
    """The file is read in the background; table 03 is left for the hand."""
    clerk.get_by_role("link", name="导入文件").first.click()
    clerk.set_input_files("#id_files", SAMPLE)
    clerk.get_by_role("button", name="上传").click()
    album.picture(clerk, "uploaded")
    call_command("work_in_background", until_done=True, verbosity=0)
    clerk.goto(clerk.url)
    album.picture(clerk, "read")
    clerk.get_by_role("link", name="看对照、取用").click()
    album.picture(clerk, "preview")
    clerk.get_by_label("公开03表").uncheck()
    clerk.get_by_role("button", name="取用打勾的部分").click()
    expect(clerk.get_by_text("取用了 01、02、04、05、06、07、08、09")).to_be_visible()
    album.picture(clerk, "taken")
    clerk.get_by_role("link", name="到草稿").click()


def opens_table(clerk: Page) -> None:
    """Table 03, until it takes keys as a spreadsheet does."""
    clerk.get_by_role("link", name="支出决算表").first.click()
    clerk.wait_for_selector(".grid-verdicts p")


def pastes_it_and_mends_a_cell(clerk: Page, album: Album) -> None:
    """18 rows from a workbook at once; a word where a figure belongs is found by the jump to its cell."""
    album.picture(clerk, "draft")
    opens_table(clerk)
    album.picture(clerk, "grid-empty")
    cell(clerk, 0, "code").focus()
    rows = [list(row) for row in ROWS]
    rows[3][3] = "四百多"
    paste(clerk, "\r\n".join("\t".join(row) for row in rows) + "\r\n")
    expect(clerk.locator(".grid-said")).to_contain_text("已粘贴 18 行")
    album.picture(clerk, "grid-pasted")
    save(clerk)
    album.picture(clerk, "grid-refused")
    clerk.locator(".mistakes a").click()
    expect(cell(clerk, 3, "basic_expenditure")).to_be_focused()
    clerk.keyboard.type("448.21")
    clerk.keyboard.press("Enter")
    expect(clerk.locator(".grid-verdicts")).to_contain_text("没有不符")
    save(clerk)
    assert Disclosure.objects.get().lines("03").count() == 18


def answers_what_is_wrong(clerk: Page, album: Album) -> None:
    """The page before submitting says what stands in the way: an error that is neither mended nor answered."""
    clerk.get_by_role("link", name="提交前检查").click()
    expect(clerk.get_by_role("heading", name="还不能提交")).to_be_visible()
    album.picture(clerk, "checklist")
    for box in clerk.locator(".finding.error textarea").all():
        box.fill("已核实，原文如此。")
    clerk.get_by_role("button", name="保存答复").click()
    expect(clerk.get_by_role("heading", name="可以提交")).to_be_visible()
    album.picture(clerk, "answered")


def submits(clerk: Page, album: Album) -> None:
    clerk.get_by_role("link", name="提交…").click()
    clerk.get_by_label("为什么没有").fill("文字说明另文公开。")
    album.picture(clerk, "submitting")
    clerk.get_by_role("button", name="提交", exact=True).click()
    expect(clerk.locator(".messagelist")).to_contain_text("已提交")
    album.picture(clerk, "submitted")


def takes_step(page: Page, title: str, album: Album) -> None:
    """The button, and the page that asks once more."""
    page.get_by_role("link", name=title, exact=True).first.click()
    expect(page.get_by_role("button", name=title, exact=True)).to_be_visible()
    if page.get_by_label("为什么没有").count():
        page.get_by_label("为什么没有").fill("文字说明另文公开。")
    album.picture(page, f"step-{title}")
    page.get_by_role("button", name=title, exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text(f"已{title}")
    album.picture(page, f"after-{title}")


def returns(reviewer: Page, album: Album) -> None:
    album.picture(reviewer, "reviewer")
    reviewer.get_by_role("link", name="审核").first.click()
    album.picture(reviewer, "reviewing")
    reviewer.get_by_role("link", name="退回修改", exact=True).click()
    reviewer.get_by_label("原因").fill("请补上封面上的标题。")
    album.picture(reviewer, "returning")
    reviewer.get_by_role("button", name="退回修改").click()
    expect(reviewer.locator(".messagelist")).to_contain_text("已退回修改")


def mends_what_was_said(clerk: Page, album: Album) -> None:
    clerk.goto(clerk.url.partition("/admin/")[0] + "/admin/")
    album.picture(clerk, "work-returned")
    clerk.get_by_role("link", name="修改", exact=True).click()
    expect(clerk.get_by_text("请补上封面上的标题。").first).to_be_visible()
    album.picture(clerk, "returned")
    clerk.locator("#id_title").fill("抚顺市信访局 2023 年度决算公开")
    with clerk.expect_navigation():
        clerk.get_by_role("button", name="保存并继续编辑").click()
    assert Disclosure.objects.get().title
    takes_step(clerk, "提交", album)


def sets_a_time(publisher: Page, album: Album) -> None:
    album.picture(publisher, "publisher")
    publisher.get_by_role("link", name="审核").first.click()
    publisher.get_by_role("link", name="定时发布").click()
    publisher.get_by_label("发布时间").fill(f"{timezone.localtime() + timedelta(days=2):%Y-%m-%dT09:00}")
    album.picture(publisher, "planning")
    publisher.get_by_role("button", name="定时发布").click()
    expect(publisher.get_by_text("09:00（北京时间），等待发布")).to_be_visible()
    album.picture(publisher, "planned")


def figure_of(reader: Page, address: str) -> str:
    """What the public table shows as project expenditure of 信访事务."""
    reader.goto(address)
    return reader.locator("[id='2010308.3']").inner_text()


def corrects(clerk: Page, album: Album) -> None:
    """A new revision: one figure, what depends on it, and a note; then it is submitted."""
    clerk.reload()
    takes_step(clerk, "另建新版", album)
    clerk.get_by_label("更正说明").fill("信访事务的项目支出录入有误。")
    with clerk.expect_navigation():
        clerk.get_by_role("button", name="保存并继续编辑").click()
    opens_table(clerk)
    for row, field, figure in ((4, "project_expenditure", "636.36"), (4, "total_expenditure", "636.36")):
        cell(clerk, row, field).click()
        clerk.keyboard.type(figure)
        clerk.keyboard.press("Enter")
    album.picture(clerk, "correcting")
    save(clerk)
    answers_what_is_wrong(clerk, album)
    expect(clerk.locator("#note")).to_contain_text("636.36")
    submits(clerk, album)


def publishes(publisher: Page, album: Album) -> None:
    publisher.goto(publisher.url.partition("/admin/")[0] + "/admin/")
    publisher.get_by_role("link", name="审核").first.click()
    takes_step(publisher, "发布", album)


def compares(reader: Page, address: str, album: Album) -> None:
    reader.goto(address)
    album.picture(reader, "changes")
    expect(reader.get_by_text("信访事务的项目支出录入有误。").first).to_be_visible()
    expect(reader.get_by_text("636.36").first).to_be_visible()
