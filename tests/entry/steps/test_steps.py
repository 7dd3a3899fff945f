"""The buttons of a disclosure: who sees which, what they do, and how a refusal is told."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.messages import get_messages
from django.urls import reverse

from disclosures.checks.keeping import report_of
from disclosures.checks.models import Answer
from disclosures.checks.outcomes import Severity
from disclosures.publication import workflow
from disclosures.sentences.gaps import gap
from disclosures.staff.roles import Role
from disclosures.statements.models import Disclosure, Duty, Expenditure, PerformanceForm, State, StatementHead
from tests.building import build_disclosure, build_unit, published_disclosure, submitted_disclosure
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db


def change_page(disclosure: Disclosure) -> str:
    return reverse("admin:statements_disclosure_change", args=[disclosure.pk])


def step(disclosure: Disclosure, key: str) -> str:
    return reverse("admin:statements_disclosure_step", args=[disclosure.pk, key])


def buttons(client, disclosure: Disclosure) -> list[str]:
    return [action.key for action in client.get(change_page(disclosure)).context["actions"]]


def told(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


@pytest.mark.parametrize(
    ("make", "keys"),
    [
        (build_disclosure, ["submit"]),
        (submitted_disclosure, ["return", "publish", "plan"]),
        (published_disclosure, ["withdraw", "revise"]),
    ],
)
def test_a_revision_offers_the_steps_that_lead_on_from_its_state(admin_client, make, keys):
    assert buttons(admin_client, make()) == keys


def test_each_role_has_its_own_steps_and_others_are_refused(client):
    disclosure = submitted_disclosure()
    steps = {Role.CLERK: [], Role.REVIEWER: ["return"], Role.PUBLISHER: ["return", "publish", "plan"]}
    for role, offered in steps.items():
        client.force_login(member(role))
        assert buttons(client, disclosure) == offered
        for key in {"return", "publish", "plan"}.difference(offered):
            assert client.post(step(disclosure, key)).status_code == 403
    disclosure.refresh_from_db()
    assert disclosure.state == State.SUBMITTED


def test_a_reviewer_returns_a_draft_to_the_clerk_of_that_unit_alone(client):
    disclosure = submitted_disclosure()
    client.force_login(member(Role.REVIEWER))
    assert client.post(step(disclosure, "return"), {"reason": "少一行"}).url == change_page(disclosure)
    client.force_login(member(Role.CLERK, unit="011002"))
    assert client.get(change_page(disclosure)).status_code == 404
    assert client.post(step(disclosure, "submit")).status_code == 404
    client.force_login(member(Role.CLERK))
    assert buttons(client, disclosure) == ["submit"]


@pytest.mark.parametrize(
    ("make", "key", "state"),
    [
        (build_disclosure, "submit", State.SUBMITTED),
        (submitted_disclosure, "return", State.DRAFT),
        (submitted_disclosure, "publish", State.PUBLISHED),
    ],
)
def test_a_step_is_explained_first_and_taken_when_confirmed(admin_client, make, key, state):
    disclosure = make()
    before = disclosure.state
    assert admin_client.get(step(disclosure, key)).status_code == 200
    disclosure.refresh_from_db()
    assert disclosure.state == before
    response = admin_client.post(step(disclosure, key), {"reason": "表 03 少一行"})
    assert response.url == change_page(disclosure)
    assert told(response)[0].startswith("已")
    disclosure.refresh_from_db()
    assert disclosure.state == state
    assert LogEntry.objects.get().object_id == str(disclosure.pk)


def test_withdrawing_asks_for_the_reason(admin_client, published_2023):
    response = admin_client.post(step(published_2023, "withdraw"), {"reason": " "})
    assert "要写明原因" in response.content.decode()
    published_2023.refresh_from_db()
    assert published_2023.state == State.PUBLISHED
    admin_client.post(step(published_2023, "withdraw"), {"reason": "数字有误"})
    published_2023.refresh_from_db()
    assert (published_2023.state, published_2023.withdrawal_reason) == (State.WITHDRAWN, "数字有误")


def test_a_new_revision_opens_its_own_page(admin_client, published_2023):
    response = admin_client.post(step(published_2023, "revise"))
    assert response.url == change_page(Disclosure.objects.get(revision=2))


def test_what_the_workflow_refuses_is_told_on_the_page_and_not_logged(admin_client, published_2023):
    workflow.revise(published_2023)
    response = admin_client.post(step(published_2023, "revise"))
    assert told(response) == ["第 2 版草稿还没有发布，请接着改那一版。"]
    assert response.url == change_page(published_2023)
    assert not LogEntry.objects.exists()


@pytest.mark.parametrize("path", ["steps/jump/", "parts/nothing/", "report/"])
def test_an_address_that_is_none_is_not_found(admin_client, path):
    disclosure = build_disclosure()
    assert admin_client.get(change_page(disclosure).replace("change/", path)).status_code == 404


def test_steps_and_parts_are_for_staff(client):
    disclosure = submitted_disclosure()
    assert "/admin/login/" in client.post(step(disclosure, "publish")).url
    disclosure.refresh_from_db()
    assert disclosure.state == State.SUBMITTED


def test_whoever_submitted_does_not_publish(admin_client, admin_user, django_user_model):
    disclosure = build_disclosure()
    admin_client.post(step(disclosure, "submit"))
    assert "提交的人不能自己发布" in told(admin_client.post(step(disclosure, "publish")))[-1]
    disclosure.refresh_from_db()
    assert disclosure.state == State.SUBMITTED
    other = django_user_model.objects.create_superuser("other")
    admin_client.force_login(other)
    admin_client.post(step(disclosure, "publish"))
    disclosure.refresh_from_db()
    assert disclosure.state == State.PUBLISHED
    taken = disclosure.steps_taken.order_by("pk").values_list("step", "by_name")
    assert list(taken) == [("submit", admin_user.username), ("publish", "other")]


def test_returning_says_why_at_the_top_of_the_draft(admin_client):
    disclosure = submitted_disclosure()
    assert "要写明原因" in admin_client.post(step(disclosure, "return"), {"reason": ""}).content.decode()
    admin_client.post(step(disclosure, "return"), {"reason": "03 表少一行"})
    page = admin_client.get(change_page(disclosure)).content.decode()
    assert "退回修改：03 表少一行" in page
    assert "经过" in page


def refused(client, disclosure: Disclosure) -> str:
    """What is said when the draft is submitted, which stays a draft."""
    sentences = " ".join(told(client.post(step(disclosure, "submit"), {"reason": "还没有写。"})))
    disclosure.refresh_from_db()
    assert disclosure.state == State.DRAFT
    return sentences


def test_an_empty_disclosure_is_not_submitted(admin_client):
    draft = Disclosure.objects.create(unit=build_unit(), year=2023, unit_name="某局")
    assert "还没有一个金额" in refused(admin_client, draft)


def test_a_self_evaluation_alone_is_no_disclosure(admin_client):
    draft = Disclosure.objects.create(unit=build_unit(), year=2023, unit_name="某局")
    PerformanceForm.objects.create(disclosure=draft, position=1, kind=PerformanceForm.UNIT, name="某局", budget=100)
    assert "还没有一个金额" in refused(admin_client, draft)


def test_a_correction_says_what_it_corrects(admin_client, published_2023):
    draft = workflow.revise(published_2023)
    assert "更正要写明" in refused(admin_client, draft)
    Disclosure.objects.filter(pk=draft.pk).update(change_note="更正 03 表。")
    admin_client.post(step(draft, "submit"))
    draft.refresh_from_db()
    assert draft.state == State.SUBMITTED


def test_what_is_still_to_be_filled_in_is_not_submitted(admin_client):
    draft = build_disclosure()
    Duty.objects.create(disclosure=draft, position=99, text=f"减少，{gap('主要原因')}。")
    assert "还有 1 处待填（主要原因）" in refused(admin_client, draft)


def test_a_missing_text_is_explained_to_whoever_reviews(admin_client):
    draft = build_disclosure()
    Duty.objects.filter(disclosure=draft).delete()
    page = admin_client.get(step(draft, "submit")).content.decode()
    assert "还没有主要职责；审核的人会看到" in page
    assert "请补上，或者写明为什么没有" in admin_client.post(step(draft, "submit"), {"reason": " "}).content.decode()
    with pytest.raises(workflow.WorkflowError, match="还没有主要职责"):
        workflow.submit(draft, by=member(Role.CLERK))
    admin_client.post(step(draft, "submit"), {"reason": "另文公开。"})
    draft.refresh_from_db()
    assert draft.state == State.SUBMITTED
    assert "提交：另文公开。" in admin_client.get(change_page(draft)).content.decode()


def test_whoever_has_all_texts_is_asked_for_no_reason(admin_client):
    assert 'name="reason"' not in admin_client.get(step(build_disclosure(), "submit")).content.decode()


def test_a_step_tells_once_more_what_it_is_about(admin_client, published_2023):
    draft = workflow.revise(published_2023)
    Disclosure.objects.filter(pk=draft.pk).update(change_note="更正 03 表。")
    Expenditure.objects.filter(disclosure=draft, code="").update(total_expenditure="13000000")
    page = admin_client.get(step(draft, "submit")).content.decode()
    assert "与第 1 版相比，1 处不同。说明：更正 03 表。" in page
    assert re.search("错误 [0-9]+ 处，[0-9]+ 处没有答复", page)
    assert "没有改正，也没有答复" in page


def with_a_wrong_total() -> Disclosure:
    draft = build_disclosure()
    Expenditure.objects.filter(disclosure=draft, code="").update(total_expenditure="13000000")
    return draft


def test_an_error_is_mended_or_answered_before_submitting(admin_client):
    draft = with_a_wrong_total()
    errors = [fact for fact in report_of(draft).facts if fact[0].severity == Severity.ERROR]
    assert f"还有 {len(errors)} 处错误没有改正，也没有答复" in refused(admin_client, draft)
    for fact in errors[1:]:
        Answer.objects.create(disclosure=draft, finding=fact[-1].key, text="印错了。")
    assert "还有 1 处错误" in refused(admin_client, draft)
    Answer.objects.create(disclosure=draft, finding=errors[0][0].key, text="")
    assert "还有 1 处错误" in refused(admin_client, draft)
    Answer.objects.filter(finding=errors[0][0].key).update(text="印错了。")
    admin_client.post(step(draft, "submit"))
    draft.refresh_from_db()
    assert draft.state == State.SUBMITTED


def test_a_warning_without_an_answer_does_not_stop_it(admin_client):
    draft = build_disclosure()
    assert {fact[0].severity for fact in report_of(draft).facts} == {Severity.WARNING}
    admin_client.post(step(draft, "submit"))
    draft.refresh_from_db()
    assert draft.state == State.SUBMITTED


def test_a_table_is_filled_in_declared_empty_or_explained(admin_client):
    draft = build_disclosure()
    draft.lines("08").delete()
    StatementHead.objects.filter(disclosure=draft, number="08").delete()
    assert "公开08表没有内容，也没有声明为空表" in refused(admin_client, draft)
    [missing] = [result for result in report_of(draft).broken if result.rule == "E1"]
    Answer.objects.create(disclosure=draft, finding=missing.key, text="那一年还没有这张表。")
    admin_client.post(step(draft, "submit"))
    draft.refresh_from_db()
    assert draft.state == State.SUBMITTED


def test_a_draft_that_was_submitted_once_stays(admin_client):
    disclosure = submitted_disclosure()
    workflow.return_to_draft(disclosure)
    delete = reverse("admin:statements_disclosure_delete", args=[disclosure.pk])
    assert admin_client.post(delete, {"post": "yes"}).status_code == 403
    assert Disclosure.objects.filter(pk=disclosure.pk).exists()
