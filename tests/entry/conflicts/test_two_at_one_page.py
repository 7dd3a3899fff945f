"""Two people have one page open: what only one of them changed is kept, and what both changed is asked about."""

from html import unescape

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from disclosures.publication import workflow
from disclosures.publication.digest import canonical_json
from disclosures.statements.models import (
    Disclosure,
    Duty,
    Income,
    PerformanceForm,
    PerformanceIndicator,
    StatementHead,
)
from tests.building import build_disclosure
from tests.entry.inputs import typed_in
from tests.entry.test_tables import added
from tests.entry.typing_in import page_of, saved
from tests.signed_in import StaffClient

pytestmark = pytest.mark.django_db

CELL, FREE = "income-1-other_income", "income-1-business_income"


@pytest.fixture
def draft() -> Disclosure:
    return build_disclosure()


@pytest.fixture
def other() -> StaffClient:
    """Somebody else, who may do everything too."""
    client = StaffClient()
    client.force_login(User.objects.create_superuser("li", first_name="李四"))
    return client


def choose(response, choice: str) -> dict[str, str]:
    """What is sent from a page with conflicts after the same choice for each of them."""
    data = typed_in(response)
    return data | {name: choice for name in data if name.startswith("keep-")}


def conflicts(response) -> list[tuple[str, str, str, str]]:
    return [(one.where, one.was, one.now, one.mine) for one in response.context["conflicts"]]


def told(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


@pytest.fixture
def both_changed(admin_client, other, draft):
    """The answer to a save of a cell that somebody else has changed since the page was opened."""
    page = page_of(draft, Income)
    mine = typed_in(admin_client.get(page), {CELL: "1234.5", FREE: "7"})
    assert saved(other, page, {CELL: "2"}).status_code == 302
    return admin_client.post(page, mine)


def test_a_save_over_a_newer_one_is_refused_with_both_versions(both_changed, draft):
    assert both_changed.status_code == 200
    assert conflicts(both_changed) == [("201 一般公共服务支出 · 其他收入", "（空白）", "2.00", "1,234.50")]
    line = draft.lines("02")[1]
    assert (line.other_income, line.business_income) == (20000, None)
    html = unescape(both_changed.content.decode())
    assert "没有保存：有 1 处与现在存着的不同" in html
    assert "李四" in html
    data = typed_in(both_changed)
    assert (data[CELL], data[FREE], data[f"keep-{CELL}"]) == ("1234.5", "7", "mine")


@pytest.mark.parametrize(("choice", "kept"), [("mine", 12345000), ("theirs", 20000)])
def test_who_has_seen_both_chooses(admin_client, both_changed, draft, choice, kept):
    assert admin_client.post(page_of(draft, Income), choose(both_changed, choice)).status_code == 302
    line = draft.lines("02")[1]
    assert (line.other_income, line.business_income) == (kept, 70000)


@pytest.mark.parametrize(("choice", "kept"), [("mine", (12345000, 30000)), ("theirs", (20000, 40000))])
def test_one_button_chooses_for_all(admin_client, other, draft, choice, kept):
    page = page_of(draft, Income)
    mine = typed_in(admin_client.get(page), {CELL: "1234.5", FREE: "3"})
    saved(other, page, {CELL: "2", FREE: "4"})
    refused = admin_client.post(page, mine)
    assert len(conflicts(refused)) == 2
    assert admin_client.post(page, typed_in(refused) | {"_keep": choice}).status_code == 302
    line = draft.lines("02")[1]
    assert (line.other_income, line.business_income) == kept


def test_a_choice_is_asked_for_again_when_a_third_save_came_between(admin_client, other, both_changed, draft):
    page = page_of(draft, Income)
    saved(other, page, {CELL: "3"})
    again = admin_client.post(page, choose(both_changed, "mine"))
    assert conflicts(again) == [("201 一般公共服务支出 · 其他收入", "2.00", "3.00", "1,234.50")]
    assert draft.lines("02")[1].other_income == 30000


def test_cells_that_one_of_them_changed_are_kept_and_told(admin_client, other, draft):
    page = page_of(draft, Income)
    mine = typed_in(admin_client.get(page), {CELL: "1"})
    saved(other, page, {FREE: "2", "income-2-other_income": "3"})
    answer = admin_client.post(page, mine, follow=True)
    lines = list(draft.lines("02"))
    assert [lines[1].other_income, lines[1].business_income, lines[2].other_income] == [10000, 20000, 30000]
    assert "201 一般公共服务支出 · 经营收入、20103 政府办公厅（室）及相关机构事务 · 其他收入。这些都已保留" in told(
        answer
    )


def test_the_same_text_from_both_is_no_conflict(admin_client, other, draft):
    page = page_of(draft, Income)
    mine = typed_in(admin_client.get(page), {CELL: "5.0"})
    saved(other, page, {CELL: "5"})
    assert admin_client.post(page, mine).status_code == 302
    assert draft.lines("02")[1].other_income == 50000


def test_a_wrong_figure_is_told_beside_what_others_changed(admin_client, other, draft):
    page = page_of(draft, Income)
    mine = typed_in(admin_client.get(page), {CELL: "很多"})
    saved(other, page, {FREE: "2"})
    answer = admin_client.post(page, mine)
    assert "别人还改了：201 一般公共服务支出 · 经营收入" in told(answer)
    assert typed_in(answer)[FREE] == "2.00"
    assert admin_client.post(page, typed_in(answer, {CELL: "3"})).status_code == 302
    line = draft.lines("02")[1]
    assert (line.other_income, line.business_income) == (30000, 20000)


@pytest.mark.parametrize(("choice", "rows"), [("mine", 8), ("theirs", 7)])
def test_a_row_that_was_deleted_while_somebody_typed_in_it(admin_client, other, draft, choice, rows):
    page = page_of(draft, Income)
    mine = typed_in(admin_client.get(page), {"income-4-other_income": "6"})
    saved(other, page, {"income-4-DELETE": "on"})
    refused = admin_client.post(page, mine)
    ((where, _, now, typed),) = conflicts(refused)
    assert (where, now) == ("2010308 信访事务 · 整行", "已删除")
    assert "其他收入：6.00" in typed
    assert admin_client.post(page, choose(refused, choice)).status_code == 302
    lines = [line.other_income for line in draft.lines("02")]
    assert len(lines) == rows
    assert (60000 in lines) == (choice == "mine")


def test_a_row_that_was_deleted_and_not_typed_in_stays_deleted(admin_client, other, draft):
    page = page_of(draft, Income)
    mine = typed_in(admin_client.get(page), {CELL: "6"})
    saved(other, page, {"income-4-DELETE": "on"})
    answer = admin_client.post(page, mine, follow=True)
    assert "2010308 信访事务（被删除）" in told(answer)
    assert (draft.lines("02").count(), draft.lines("02")[1].other_income) == (7, 60000)


@pytest.mark.parametrize(("choice", "kept"), [("mine", []), ("theirs", [60000])])
def test_a_row_is_not_deleted_with_what_somebody_else_typed_in_it(admin_client, other, draft, choice, kept):
    page = page_of(draft, Income)
    mine = typed_in(admin_client.get(page), {"income-4-DELETE": "on"})
    saved(other, page, {"income-4-other_income": "6"})
    refused = admin_client.post(page, mine)
    assert conflicts(refused) == [("2010308 信访事务 · 整行", "其他收入：（空白）", "其他收入：6.00", "删除")]
    assert admin_client.post(page, choose(refused, choice)).status_code == 302
    assert [line.other_income for line in draft.lines("02").filter(code="2010308")] == kept


def test_new_rows_of_both_are_kept_where_each_was_put(admin_client, other, draft):
    page = page_of(draft, Duty)
    mine = added(typed_in(admin_client.get(page)), "duty", 2, text="我的", order="2")
    other.post(page, added(typed_in(other.get(page)), "duty", 2, text="别人的", order="1"))
    answer = admin_client.post(page, mine, follow=True)
    texts = Duty.objects.filter(disclosure=draft).values_list("text", flat=True)
    assert [text[:4] for text in texts] == ["别人的", "受理群众", "我的", "协调处理"]
    assert "别人的（新加的行）" in told(answer)


def test_a_page_sent_twice_adds_its_rows_once(admin_client, draft):
    page = page_of(draft, Duty)
    data = added(typed_in(admin_client.get(page)), "duty", 2, text="新的")
    assert [admin_client.post(page, data).status_code for _ in range(2)] == [302, 302]
    assert Duty.objects.filter(disclosure=draft, text="新的").count() == 1


def test_two_that_put_the_rows_in_another_order_are_asked(admin_client, other, draft):
    page = page_of(draft, Income)
    mine = typed_in(admin_client.get(page), {"income-7-order": "2"})
    saved(other, page, {"income-6-order": "1"})
    now = [line.code for line in draft.lines("02")]
    refused = admin_client.post(page, mine)
    assert conflicts(refused) == [("2080505 机关事业单位基本养老保险缴费支出 · 序号", "8", "8", "2")]
    assert [line.code for line in draft.lines("02")] == now
    assert admin_client.post(page, choose(refused, "mine")).status_code == 302
    assert [line.code for line in draft.lines("02")] == [*now[:2], now[7], *now[2:7]]  # before the row shown with 2


def test_two_that_begin_the_head_of_a_table_are_asked(admin_client, other, draft):
    StatementHead.objects.filter(disclosure=draft, number="02").delete()
    page = page_of(draft, Income)
    mine = typed_in(admin_client.get(page), {"statementhead-0-title": "我的", "statementhead-0-notes": "注"})
    saved(other, page, {"statementhead-0-title": "别人的", "statementhead-0-unit_name": "单位"})
    refused = admin_client.post(page, mine)
    assert conflicts(refused) == [("表头和表注 · 原文标题", "（空白）", "别人的", "我的")]
    assert admin_client.post(page, choose(refused, "theirs")).status_code == 302
    head = StatementHead.objects.get(disclosure=draft, number="02")
    assert (head.title, head.unit_name, head.notes) == ("别人的", "单位", "注")


@pytest.mark.parametrize("foreign", ["", "x", None])
def test_a_page_that_does_not_say_what_it_showed_is_refused_with_what_was_typed(admin_client, draft, foreign):
    before, page = canonical_json(draft), page_of(draft, Income)
    token = typed_in(admin_client.get(page_of(draft, Duty)))["shown"] if foreign is None else foreign
    data = typed_in(admin_client.get(page), {CELL: "9", "shown": token})
    answer = admin_client.post(page, data)
    assert conflicts(answer) == [("201 一般公共服务支出 · 其他收入", "（不知道）", "（空白）", "9.00")]
    assert "没有带来打开时的内容" in answer.content.decode()
    assert typed_in(answer)[CELL] == "9"
    assert canonical_json(draft) == before
    assert admin_client.post(page, typed_in(answer)).status_code == 302
    assert draft.lines("02")[1].other_income == 90000


def test_what_was_typed_before_a_submission_is_shown_after_it(admin_client, draft):
    page = page_of(draft, Income)
    data = added(typed_in(admin_client.get(page), {CELL: "1234"}), "income", 8, code="229", other_income="5")
    workflow.submit(draft)
    before = canonical_json(draft)
    answer = admin_client.post(page, data)
    assert (answer.status_code, canonical_json(draft)) == (409, before)
    html = answer.content.decode()
    assert "这份决算变成了“待发布”" in html
    assert "1,234.00" in html
    assert "其他收入：5.00" in html


def test_a_form_is_not_deleted_with_indicators_that_somebody_has_changed(admin_client, other, draft):
    page = page_of(draft, PerformanceForm)
    mine = typed_in(admin_client.get(page), {"performanceform-0-DELETE": "on"})
    form = PerformanceForm.objects.get(pk=mine["performanceform-0-id"])
    inside = reverse("admin:statements_performanceform_change", args=[form.pk])
    saved(other, inside, {"performanceindicator-0-actual": "改过的"})
    refused = admin_client.post(page, mine)
    ((_, was, now, _),) = conflicts(refused)
    assert (was, now) == ("里面的任务和指标", "里面的任务和指标（改过）")
    assert admin_client.post(page, choose(refused, "theirs")).status_code == 302
    assert PerformanceIndicator.objects.filter(form=form, actual="改过的").exists()


def test_cover_and_performance_form_are_compared_too(admin_client, other, draft):
    form = PerformanceForm.objects.filter(disclosure=draft).first()
    for name, pk, cell in (("disclosure", draft.pk, "title"), ("performanceform", form.pk, "goal")):
        page = reverse(f"admin:statements_{name}_change", args=[pk])
        mine = typed_in(admin_client.get(page), {cell: "我的"})
        saved(other, page, {cell: "别人的"})
        refused = admin_client.post(page, mine)
        assert [one[2:] for one in conflicts(refused)] == [("别人的", "我的")]
        assert admin_client.post(page, choose(refused, "mine")).status_code == 302
    draft.refresh_from_db()
    form.refresh_from_db()
    assert (draft.title, form.goal) == ("我的", "我的")
