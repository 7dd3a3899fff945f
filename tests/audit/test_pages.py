"""The pages of the log: who may look into how much of it, what they ask, and both values side by side."""

import csv
import io
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from disclosures.audit.acting import acting_as
from disclosures.audit.models import Change, Kind
from disclosures.audit.recording import together
from disclosures.entry.audited.pages import EACH_PAGE, log_url
from disclosures.publication import workflow
from disclosures.staff.roles import Role
from disclosures.statements.models import Disclosure, Duty, Expenditure
from tests.building import build_disclosure
from tests.once import once
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db

LIST = "/admin/audit/change/"


@once
def drafts():
    """Two drafts in different cities, each with a change by somebody."""
    found = [build_disclosure(), build_disclosure(unit_code="011002", unit_name="本溪市信访局", region="210500")]
    for name, draft in zip(("张三", "李四"), found, strict=True):
        with acting_as(User.objects.create_user(name)), together():
            line = Expenditure.objects.get(disclosure=draft, code="2010301")
            line.basic_expenditure, line.project_expenditure = Decimal("4482100.55"), Decimal(0)
            line.save()
    return found


def page(client, user: User, address: str = LIST, **asked) -> str:
    client.force_login(user)
    response = client.get(address, asked)
    return response.content.decode() if response.status_code == 200 else str(response.status_code)


def changed(draft: Disclosure) -> Change:
    return Change.objects.get(disclosure=draft.pk, model="statements.expenditure", kind=Kind.CHANGED)


def one(change: Change) -> str:
    return reverse("admin:audit_change_change", args=[change.pk])


@pytest.mark.parametrize(
    ("role", "sees"),
    [(Role.CLERK, None), (Role.REVIEWER, "mine"), (Role.PUBLISHER, "mine"), (Role.ADMINISTRATOR, "all")],
)
def test_each_role_sees_as_much_of_the_log_as_is_declared(client, drafts, role, sees):
    user, (mine, other) = member(role), drafts
    html = page(client, user)
    if sees is None:
        assert html == "403"
        assert LIST not in page(client, user, "/admin/")
    else:
        assert one(changed(mine)) in html
        assert (one(changed(other)) in html) is (sees == "all")
        assert ("登录" in html.partition("<tbody>")[2]) is (sees == "all")  # signing in belongs to no unit
        assert page(client, user, one(changed(other))) == "404" or sees == "all"


def test_whoever_reads_a_disclosure_sees_its_log_and_no_other(client, drafts):
    clerk, (mine, other) = member(Role.CLERK), drafts
    assert log_url(mine) in page(client, clerk, reverse("admin:statements_disclosure_change", args=[mine.pk]))
    html = page(client, clerk, disclosure=mine.pk)
    assert one(changed(mine)) in html
    assert "张三" in html
    assert "来自" not in html  # where others work is nobody's business
    assert page(client, clerk, disclosure=other.pk) == "404"
    assert page(client, clerk, disclosure="x") == "404"
    assert "4,482,100.55" in page(client, clerk, one(changed(mine)))
    assert page(client, clerk, one(changed(other))) == "404"
    assert page(client, clerk, f"{LIST}export/") == "403"


def test_an_entry_shows_both_values_under_the_titles_of_the_form(admin_client, drafts):
    html = admin_client.get(one(changed(drafts[0]))).content.decode()
    for text in ("公开03 支出决算表", "基本支出（元）", "4,482,100.00", "4,482,100.55", "（空白）", "0.00", "张三"):
        assert text in html


def test_new_rows_stand_in_a_table_and_steps_in_words(admin_client, drafts):
    with together():
        for n in (8, 9):
            Duty.objects.create(disclosure=drafts[0], position=n, text=f"新职责 {n}")
    html = admin_client.get(one(Change.objects.first())).content.decode()
    assert html.count("新职责 9") == 2  # the row's name and its text
    workflow.submit(drafts[0])
    step = Change.objects.first()
    assert (step.kind, step.text) == (Kind.STEP, "提交")
    html = admin_client.get(one(step)).content.decode()
    assert "草稿</td>" in html
    assert "待发布</td>" in html


@pytest.mark.parametrize(
    ("asked", "mine", "others"),
    [
        ({"who": "张三"}, True, False),
        ({"unit": "210400-011001"}, True, False),
        ({"unit": "本溪市"}, False, True),
        ({"year": "2023", "kind": "changed"}, True, True),
        ({"kind": "deleted"}, False, False),
        ({"words": "支出决算表", "kind": "changed"}, True, True),
        ({"words": "4,482,100.55"}, True, True),
        ({"since": "2020-01-01", "until": "2020-12-31"}, False, False),
        ({"since": "2020-01-01"}, True, True),
        ({"year": "二"}, False, False),
    ],
)
def test_the_list_is_asked_by_person_unit_day_kind_and_words(admin_client, drafts, asked, mine, others):
    html = admin_client.get(LIST, asked).content.decode()
    assert [one(changed(draft)) in html for draft in drafts] == [mine, others]


def test_what_cannot_be_understood_is_said_at_its_field(admin_client):
    html = admin_client.get(LIST, {"since": "昨天", "until": "2026-01-01"}).content.decode()
    assert "这不是日期；请写成 2026-12-01 这样。" in html
    assert "不能早于“从”。" in admin_client.get(LIST, {"since": "2026-01-02", "until": "2026-01-01"}).content.decode()


def test_the_list_has_pages_and_takes_as_many_queries_for_many_as_for_few(
    admin_client, drafts, django_assert_max_num_queries
):
    for n in range(EACH_PAGE):
        Duty.objects.create(disclosure=drafts[0], position=100 + n, text="又一条")
    with django_assert_max_num_queries(6):
        html = admin_client.get(LIST, {"unit": "2104"}).content.decode()
    assert "unit=2104&amp;page=2" in html
    assert one(changed(drafts[0])) in admin_client.get(LIST, {"unit": "2104", "page": "2"}).content.decode()


def test_nothing_in_the_admin_adds_changes_or_deletes_an_entry(admin_client, drafts):
    change = changed(drafts[0])
    assert admin_client.get(f"{LIST}add/").status_code == 403
    assert admin_client.post(one(change).replace("change/", "delete/"), {"post": "yes"}).status_code in (403, 404)
    admin_client.post(one(change), {"by_name": "别人"})
    assert Change.objects.get(pk=change.pk).by_name == "张三"


def exported(response) -> list[dict]:
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_file_has_a_line_for_each_field_exact_and_harmless(admin_client, drafts):
    evil = Duty.objects.filter(disclosure=drafts[0]).first()
    evil.text = "=HYPERLINK(1)"
    evil.save()
    response = admin_client.get(f"{LIST}export/", {"unit": "210400", "kind": "changed", "since": "2020-01-01"})
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert "2020-01-01" in response.headers["Content-Disposition"]
    rows = exported(response)
    amounts = {row["栏目"]: (row["原值"], row["新值"]) for row in rows if row["内容"] == "公开03 支出决算表"}
    assert amounts == {"基本支出（元）": ("4482100.00", "4482100.55"), "项目支出（元）": ("（空白）", "0.00")}
    assert rows[0]["新值"] == "'=HYPERLINK(1)"
    assert {row["单位"] for row in rows} == {"210400-011001"}


def test_the_file_of_a_clerk_says_not_where_others_work(client, drafts):
    client.force_login(member(Role.CLERK))
    rows = exported(client.get(f"{LIST}export/", {"disclosure": drafts[0].pk}))
    assert {row["经办人"] for row in rows} == {"张三", "系统"}
    assert {row["来自"] for row in rows} == {""}
