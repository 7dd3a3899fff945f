"""What a clerk sees of the checks and says to them: on a draft and after publication alike."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from disclosures.checks.keeping import report_of
from disclosures.checks.models import Answer
from disclosures.checks.register.rules import BY_CODE
from disclosures.publication import workflow
from disclosures.publication.digest import verify
from disclosures.staff.roles import Role
from disclosures.statements.models import Expenditure, PerformanceForm, PerformanceIndicator
from tests.building import build_disclosure
from tests.entry.inputs import typed_in
from tests.entry.typing_in import saved
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db

PUBLIC = "/units/210400-011001/2023/checks/"


def with_a_wrong_total():
    disclosure = build_disclosure()
    Expenditure.objects.filter(disclosure=disclosure, code="").update(total_expenditure="13000000")
    return disclosure


def publish(disclosure):
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    return disclosure


def page_of(disclosure) -> str:
    return reverse("admin:statements_disclosure_findings", args=[disclosure.pk])


def words(page: str) -> str:
    """What is read on a page: a sentence whose figures are links is one sentence."""
    return re.sub(r"</?a\b[^>]*>", "", page)


def finding(disclosure, rule="C1"):
    return next(result for result in report_of(disclosure).broken if result.rule == rule)


@pytest.mark.parametrize("make", [with_a_wrong_total, lambda: publish(with_a_wrong_total())])
def test_the_findings_stand_there_with_their_places_and_what_to_do(admin_client, make):
    disclosure = make()
    found = finding(disclosure)
    page = words(admin_client.get(page_of(disclosure)).content.decode())
    assert found.message in page
    assert f"{found.left.spot.place}；{found.right.spot.place}" in page
    assert BY_CODE["C1"].advice in page


def test_a_draft_is_checked_as_it_is_now(admin_client):
    disclosure = with_a_wrong_total()
    message = finding(disclosure).message
    Expenditure.objects.filter(disclosure=disclosure, code="").update(total_expenditure="12620800")
    assert message not in admin_client.get(page_of(disclosure)).content.decode()


def test_the_page_of_the_disclosure_leads_there(admin_client):
    disclosure = build_disclosure()
    page = admin_client.get(reverse("admin:statements_disclosure_change", args=[disclosure.pk])).content.decode()
    assert f'<a href="{page_of(disclosure)}">核对结果</a>' in page


def test_an_answer_is_published_at_once_and_changes_nothing_of_the_revision(admin_client, client):
    disclosure = publish(with_a_wrong_total())
    key = finding(disclosure).key
    assert saved(admin_client, page_of(disclosure), {key: "印错了。\r\n下一版更正。"}).url == page_of(disclosure)
    answer = Answer.objects.get()
    assert (answer.finding, answer.text, answer.answered_by.username) == (key, "印错了。\n下一版更正。", "admin")
    assert "印错了。<br>下一版更正。" in client.get(PUBLIC).content.decode()
    assert "admin" not in client.get(PUBLIC).content.decode().partition("<footer")[0]  # nobody is named
    assert verify(disclosure)
    assert LogEntry.objects.get().object_id == str(disclosure.pk)


def test_only_what_was_changed_is_saved(admin_client):
    disclosure = publish(with_a_wrong_total())
    key = finding(disclosure).key
    saved(admin_client, page_of(disclosure), {key: "印错了。"})
    before = Answer.objects.get().answered_at
    saved(admin_client, page_of(disclosure), {})
    assert Answer.objects.get().answered_at == before


def test_an_answer_that_is_emptied_is_taken_back_and_the_site_tells(admin_client, client):
    disclosure = publish(with_a_wrong_total())
    key = finding(disclosure).key
    saved(admin_client, page_of(disclosure), {key: "印错了。"})
    answered = client.get(PUBLIC)
    saved(admin_client, page_of(disclosure), {key: " "})
    after = client.get(PUBLIC, headers={"If-None-Match": answered.headers["ETag"]})
    assert after.status_code == 200
    assert "单位答复" not in after.content.decode()


def test_what_was_answered_on_the_draft_is_public_with_it(admin_client, client):
    disclosure = with_a_wrong_total()
    saved(admin_client, page_of(disclosure), {finding(disclosure).key: "印错了。"})
    publish(disclosure)
    assert "印错了。" in client.get(PUBLIC).content.decode()


def test_an_answer_belongs_to_a_finding(admin_client):
    disclosure = with_a_wrong_total()
    saved(admin_client, page_of(disclosure), {"0123456789": "没有这一处。"})
    assert not Answer.objects.exists()


@pytest.mark.parametrize("text", ["长" * 2001, "a\0b"])
def test_what_no_answer_can_be_is_refused_at_its_field(admin_client, text):
    disclosure = with_a_wrong_total()
    response = saved(admin_client, page_of(disclosure), {finding(disclosure).key: text})
    assert response.status_code == 200
    assert "errorlist" in response.content.decode()
    assert not Answer.objects.exists()


def test_answering_needs_its_own_permission_and_seeing_that_of_the_disclosure(client):
    disclosure = publish(with_a_wrong_total())
    client.force_login(member(Role.CLERK, unit="011002"))
    assert client.get(page_of(disclosure)).status_code == 404
    client.force_login(member(Role.REVIEWER))
    page = words(client.get(page_of(disclosure)).content.decode())
    assert finding(disclosure).message in page
    assert "<textarea" not in page
    assert client.post(page_of(disclosure), {finding(disclosure).key: "x"}).status_code == 403
    client.force_login(member(Role.CLERK))
    assert client.post(page_of(disclosure), {finding(disclosure).key: "x"}).status_code == 302


def test_a_suspected_loss_in_reading_is_for_the_clerk(admin_client):
    disclosure = build_disclosure()
    project = PerformanceForm.objects.get(disclosure=disclosure, position=2)
    PerformanceIndicator.objects.filter(form=project).update(weight="80", score="79.6")
    lost = [result for result in report_of(disclosure).results if result.is_suspected_loss]
    page = words(admin_client.get(page_of(disclosure)).content.decode())
    assert f"可能没有读全（{len(lost)}）" in page
    assert lost[0].message in page


def typed(client, page: str, key: str, text: str) -> dict[str, str]:
    """The form of an opened page with that answer typed into it, not sent yet."""
    return typed_in(client.get(page), {key: text})


@pytest.mark.parametrize("page_name", ["findings", "checklist"])
def test_an_answer_that_somebody_else_wrote_meanwhile_is_not_lost_unseen(admin_client, page_name):
    disclosure = with_a_wrong_total()
    key = finding(disclosure).key
    page = reverse(f"admin:statements_disclosure_{page_name}", args=[disclosure.pk])
    mine = typed(admin_client, page, key, "我写的。")
    admin_client.post(page, typed(admin_client, page, key, "别人写的。"))
    answer = admin_client.post(page, mine)
    assert "别人把这条答复改成了：别人写的。" in answer.content.decode()
    assert Answer.objects.get(finding=key).text == "别人写的。"
    again = typed_in(answer, {})
    assert again[key] == "我写的。"
    assert admin_client.post(page, again).status_code == 302
    assert Answer.objects.get(finding=key).text == "我写的。"


def test_an_answer_that_one_did_not_touch_stays_as_others_wrote_it(admin_client):
    disclosure = with_a_wrong_total()
    page, first = page_of(disclosure), finding(disclosure).key
    opened = typed_in(admin_client.get(page), {})
    other = next(name for name in opened if f"initial-{name}" in opened and name != first)
    admin_client.post(page, typed(admin_client, page, first, "别人写的。"))
    assert admin_client.post(page, opened | {other: "我写的。"}).status_code == 302
    assert Answer.objects.get(finding=first).text == "别人写的。"
    assert Answer.objects.get(finding=other).text == "我写的。"
