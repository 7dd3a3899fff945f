"""The page of a disclosure: its cover, the way to its parts, and what a closed revision refuses."""

import lxml.html
import pytest
from django.urls import reverse

from disclosures.entry.disclosures import ON_PAGES
from disclosures.intake.models import ReadingReport
from disclosures.statements.models import Disclosure, Duty, State
from tests.building import build_disclosure, build_unit, published_disclosure, submitted_disclosure
from tests.entry.typing_in import page_of, saved, typed_in

pytestmark = pytest.mark.django_db


def change_page(disclosure: Disclosure) -> str:
    return reverse("admin:statements_disclosure_change", args=[disclosure.pk])


def test_a_disclosure_is_typed_in_from_nothing(admin_client):
    unit = build_unit()
    page = reverse("admin:statements_disclosure_add")
    saved(admin_client, page, {"unit": unit.pk, "year": "2023", "unit_name": "抚顺市信访局"})
    draft = Disclosure.objects.get()
    assert (draft.state, draft.revision, draft.amount_unit) == (State.DRAFT, 1, "万元")


def test_a_second_disclosure_with_the_same_revision_is_an_error_on_the_page(admin_client):
    unit = published_disclosure().unit
    page = reverse("admin:statements_disclosure_add")
    response = saved(admin_client, page, {"unit": unit.pk, "year": "2023", "unit_name": "抚顺市信访局"})
    assert "年度 和 版次 的 决算公开 已经存在" in response.content.decode()
    assert Disclosure.objects.count() == 1


def test_the_page_leads_to_every_part_with_the_number_of_its_rows(admin_client):
    draft = build_disclosure()
    html = admin_client.get(change_page(draft)).content.decode()
    for part in ON_PAGES:
        assert page_of(draft, part) in html
        assert part._meta.verbose_name in html
    assert "42 行" in html


@pytest.mark.parametrize("make", [submitted_disclosure, published_disclosure])
def test_a_closed_revision_is_shown_and_neither_changed_nor_deleted(admin_client, make):
    disclosure = make()
    response = admin_client.get(change_page(disclosure))
    assert "title" not in typed_in(response)
    assert admin_client.post(change_page(disclosure), {"title": "改"}).status_code == 403
    delete = reverse("admin:statements_disclosure_delete", args=[disclosure.pk])
    assert delete not in response.content.decode()
    assert admin_client.post(delete, {"post": "yes"}).status_code == 403
    assert Disclosure.objects.get().title == disclosure.title


def test_closed_revisions_are_not_deleted_from_the_list_either(admin_client):
    published, draft = published_disclosure(), build_disclosure(year=2022)
    data = {"action": "delete_selected", "_selected_action": [published.pk, draft.pk], "post": "yes"}
    assert admin_client.post(reverse("admin:statements_disclosure_changelist"), data).status_code == 403
    assert Disclosure.objects.count() == 2


def test_a_draft_is_deleted_with_its_parts_and_its_reading_report(admin_client):
    draft = build_disclosure()
    ReadingReport.objects.create(disclosure=draft, content={})
    delete = reverse("admin:statements_disclosure_delete", args=[draft.pk])
    assert admin_client.post(delete, {"post": "yes"}).status_code == 302
    assert not Disclosure.objects.exists()
    assert not Duty.objects.exists()


def test_the_reading_report_lists_what_was_mended_and_what_was_not_read(admin_client):
    draft = build_disclosure()
    report = reverse("admin:statements_disclosure_report", args=[draft.pk])
    assert report not in admin_client.get(change_page(draft)).content.decode()
    content = {
        "problems": [{"level": "warning", "place": "第 1 行", "text": "39908", "message": "名称还没有核实"}],
        "repairs": [{"place": "第 2 行", "before": "养老保险缴", "after": "养老保险缴费", "reason": "名称不完整"}],
        "kept": [
            {
                "place": "第 4 行",
                "title": "政府采购情况表",
                "rows": [["货物", "5.00"], ["服务", ""]],
                "reason": "不在表列",
            }
        ],
        "unread": [{"place": "第 3 行", "text": "不认识的话"}],
    }
    ReadingReport.objects.create(disclosure=draft, content=content)
    assert report in admin_client.get(change_page(draft)).content.decode()
    page = lxml.html.fromstring(admin_client.get(report).content.decode())
    cells = ["\n".join(cell.itertext()).strip() for cell in page.iter("td")]
    for cell in (
        "注意",
        "名称还没有核实",
        "养老保险缴费",
        "名称不完整",
        "第 3 行",
        "不认识的话",
        "货物 | 5.00\n服务 |",
    ):
        assert cell in cells


def test_a_published_revision_leads_to_its_public_page(admin_client):
    published, draft = published_disclosure(), build_disclosure(year=2022)
    assert 'href="/units/210400-011001/2023.r1/"' in admin_client.get(change_page(published)).content.decode()
    assert "查看公开页面" not in admin_client.get(change_page(draft)).content.decode()


def test_pages_take_as_many_queries_for_many_disclosures_as_for_few(admin_client, django_assert_max_num_queries):
    page = reverse("admin:statements_disclosure_changelist")
    drafts = [build_disclosure(year=year, unit_code=f"01100{year % 10}") for year in range(2015, 2024)]
    with django_assert_max_num_queries(8):
        assert admin_client.get(page).status_code == 200
    with django_assert_max_num_queries(5 + len(ON_PAGES) + 2):
        assert admin_client.get(change_page(drafts[0])).status_code == 200


@pytest.mark.parametrize("path", ["", "statements/disclosure/", "statements/disclosure/{pk}/change/"])
def test_the_admin_keeps_the_strict_policy(admin_client, path):
    draft = build_disclosure()
    response = admin_client.get(f"/admin/{path.format(pk=draft.pk)}")
    assert "script-src 'self';" in response.headers["Content-Security-Policy"] + ";"
    html = response.content.decode()
    assert " style=" not in html
    assert "<style" not in html


def test_a_table_declared_empty_is_said_to_be(admin_client):
    page = admin_client.get(change_page(build_disclosure())).content.decode()
    assert page.count("声明为空表") == 2


def test_the_queue_of_the_worker_is_no_page_of_the_admin(admin_client):
    assert "django_tasks" not in admin_client.get("/admin/").content.decode()
