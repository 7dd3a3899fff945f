"""A workbook uploaded in a real browser: looked at beside the draft, eight tables of it taken."""

import re

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from disclosures.statements.models import Disclosure, StatementHead
from tests.browser.staff.clerk import sign_in
from tests.browser.test_accessibility import CHECKER, RULES, RUN
from tests.entry.imports.uploading import LIST, SAMPLE, sample_unit

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def listed(page, live_server, complaints):
    """The list of uploads as a clerk opens it; afterwards nothing may have been refused or failed."""
    sample_unit()
    sign_in(page, live_server.url)
    page.goto(f"{live_server.url}{LIST}")
    yield page
    assert complaints == []


@pytest.fixture
def preview(listed):
    """The preview of the sample's workbook, reached as a clerk does."""
    listed.set_input_files("#id_files", SAMPLE)
    listed.get_by_role("button", name="上传").click()
    expect(listed.get_by_role("status")).to_contain_text("已读 0 / 1 份")
    call_command("work_in_background", until_done=True)
    listed.get_by_role("link", name="看对照、取用").click(timeout=10_000)  # the list renews itself
    expect(listed.get_by_role("button", name="取用打勾的部分")).to_be_visible()
    return listed


def test_eight_tables_of_a_workbook_are_taken(preview):
    expect(preview.get_by_text("取用后建立第 1 版草稿")).to_be_visible()
    preview.get_by_role("link", name="06一般公共预算财政拨款基本支出决算明细表!G34").click()
    expect(preview.locator("#table-06-39908")).to_be_in_viewport()
    for box in preview.get_by_role("checkbox").all():
        box.set_checked("公开0" in (preview.locator(f"label[for={box.get_attribute('id')}]").text_content() or ""))
    preview.get_by_label("公开09表").uncheck()
    preview.get_by_role("button", name="取用打勾的部分").click()
    expect(preview.get_by_text("取用了 01、02、03、04、05、06、07、08。")).to_be_visible()
    draft = Disclosure.objects.get()
    assert StatementHead.objects.filter(disclosure=draft).count() == 8
    preview.get_by_role("link", name="到草稿").click()
    expect(preview).to_have_url(re.compile(rf"/{draft.pk}/change/$"))


@pytest.mark.parametrize("width", [1024, 1440])
def test_the_preview_fits_its_window(preview, width):
    preview.set_viewport_size({"width": width, "height": 900})
    assert preview.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.skipif(not CHECKER.exists(), reason="no axe-core; python -m bundle fetches it")
@pytest.mark.parametrize("scheme", RULES)
def test_list_and_preview_are_accessible(preview, scheme):
    found = []
    preview.emulate_media(color_scheme=scheme)
    for address in (preview.url, LIST):
        preview.goto(address if "//" in address else preview.url.partition("/admin/")[0] + address)
        preview.evaluate(CHECKER.read_text(encoding="utf-8"))
        found += preview.evaluate(RUN.replace("document,", "'#content-main',"), RULES[scheme])
    assert not found, "\n".join(found)
