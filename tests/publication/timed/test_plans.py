"""Publishing at a set time: only what was looked at, by whom may, once, and with its failures told."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from disclosures.publication import workflow
from disclosures.publication.models import PublicationPlan
from disclosures.publication.timed import plans
from disclosures.publication.timed.plans import cancel, plan, publish_due
from disclosures.publication.workflow import WorkflowError
from disclosures.staff.roles import Role
from disclosures.statements.models import Disclosure, State
from tests.building import build_disclosure, submitted_disclosure
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def in_hours(hours: int):
    return timezone.now() + hours * HOUR


def state_of(disclosure) -> str:
    disclosure.refresh_from_db()
    return disclosure.state


def test_a_plan_is_carried_out_once_and_not_before_its_time(capsys):
    disclosure = submitted_disclosure()
    made = plan(disclosure, in_hours(1), member(Role.PUBLISHER))
    call_command("publish_due")
    assert publish_due(made.at - timedelta(seconds=1)) == []
    assert state_of(disclosure) == State.SUBMITTED
    assert [each.outcome for each in publish_due(made.at)] == ["done"]
    assert state_of(disclosure) == State.PUBLISHED
    assert publish_due(in_hours(9)) == []
    assert capsys.readouterr().out == ""


def test_what_was_returned_meanwhile_is_not_published_and_says_so(capsys):
    disclosure = submitted_disclosure()
    made = plan(disclosure, in_hours(1))
    workflow.return_to_draft(disclosure, "数字有误")
    PublicationPlan.objects.update(at=timezone.now() - HOUR)
    call_command("publish_due")
    made.refresh_from_db()
    assert (state_of(disclosure), made.outcome) == (State.DRAFT, "failed")
    assert "不能发布" in made.message
    assert made.message in capsys.readouterr().out


def test_what_was_changed_and_submitted_anew_needs_a_new_plan():
    disclosure = submitted_disclosure()
    plan(disclosure, in_hours(1))
    workflow.return_to_draft(disclosure, "标题有误")
    disclosure.title = "另一个标题"
    disclosure.save()
    workflow.submit(disclosure)
    (ended,) = publish_due(in_hours(2))
    assert (ended.outcome, ended.message) == ("failed", "安排以后内容改过；请核对后重新安排。")
    assert state_of(disclosure) == State.SUBMITTED


def test_who_lost_the_right_meanwhile_publishes_nothing():
    disclosure, publisher = submitted_disclosure(), member(Role.PUBLISHER)
    plan(disclosure, in_hours(1), publisher)
    publisher.memberships.all().delete()
    (ended,) = publish_due(in_hours(2))
    assert "没有发布权限" in ended.message
    assert state_of(disclosure) == State.SUBMITTED


def test_one_failure_keeps_no_other_plan_from_being_carried_out():
    returned, good = submitted_disclosure(year=2022), submitted_disclosure()
    plan(returned, in_hours(1))
    plan(good, in_hours(2))
    workflow.return_to_draft(returned, "数字有误")
    assert [each.outcome for each in publish_due(in_hours(3))] == ["failed", "done"]


def test_a_cancelled_plan_is_kept_and_not_carried_out():
    disclosure = submitted_disclosure()
    plan(disclosure, in_hours(1))
    cancel(disclosure)
    assert publish_due(in_hours(2)) == []
    assert PublicationPlan.objects.get().outcome == "cancelled"
    with pytest.raises(WorkflowError, match="没有等待中"):
        cancel(disclosure)


def test_a_plan_is_refused_for_the_past_for_a_draft_twice_and_to_the_submitter():
    with pytest.raises(WorkflowError, match="在现在以后"):
        plan(submitted_disclosure(), in_hours(-1))
    with pytest.raises(WorkflowError, match="不能定时发布"):
        plan(build_disclosure(year=2022), in_hours(1))
    disclosure, publisher = build_disclosure(year=2021), member(Role.PUBLISHER)
    workflow.submit(disclosure, by=publisher)
    with pytest.raises(WorkflowError, match="提交的人"):
        plan(disclosure, in_hours(1), publisher)
    plan(disclosure, in_hours(1))
    with pytest.raises(WorkflowError, match="已经安排"):
        plan(disclosure, in_hours(2))


def test_an_error_of_the_program_is_logged_and_keeps_no_other_plan_from_being_carried_out(caplog, monkeypatch):
    monkeypatch.setattr(plans.logger, "disabled", False)  # whatever a command of another test did to logging
    monkeypatch.setattr(plans.logger, "handlers", [caplog.handler])
    broken, good = build_disclosure(year=2022), submitted_disclosure()
    Disclosure.objects.filter(pk=broken.pk).update(amount_unit="吨")  # which no form lets through
    workflow.submit(broken)
    plan(broken, in_hours(1))
    plan(good, in_hours(2))
    assert [each.outcome for each in publish_due(in_hours(3))] == ["done"]
    assert PublicationPlan.objects.get(disclosure=broken).outcome == "waiting"
    assert "Traceback" in caplog.text
    assert state_of(broken) == State.SUBMITTED
