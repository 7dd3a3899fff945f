"""Making a plan, giving it up, and carrying out what is due."""

import logging
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from disclosures.audit.acting import acting_as
from disclosures.publication.digest import digest
from disclosures.publication.history import last_of
from disclosures.publication.steps import SUBMIT
from disclosures.publication.timed.models import PublicationPlan
from disclosures.publication.workflow import WorkflowError, publish
from disclosures.statements.models import Disclosure, State

RIGHT = "publication.publish_disclosure"
WAITING, DONE, CANCELLED, FAILED = PublicationPlan.Outcome

logger = logging.getLogger(__name__)


def plan(disclosure: Disclosure, at: datetime, by: Any = None) -> PublicationPlan:
    """Have what was submitted published at that time, by whoever may publish it now."""
    if at <= timezone.now():
        raise WorkflowError("发布时间要在现在以后；现在就要公开，请直接发布。")
    with transaction.atomic():
        locked = Disclosure.objects.select_for_update().get(pk=disclosure.pk)
        if locked.state != State.SUBMITTED:
            raise WorkflowError(f"这一版{locked.get_state_display()}，不能定时发布；只有待发布的才可以。")
        submitted = last_of(SUBMIT, locked)
        if by and submitted and submitted.by == by.pk:
            raise WorkflowError("提交的人不能自己安排发布；请由另一位有发布权限的人核对后安排。")
        if waiting_for(locked):
            raise WorkflowError("这一版已经安排了发布时间；要改时间，请先取消。")
        return PublicationPlan.objects.create(disclosure=locked, at=at, digest=digest(locked), by=by.pk if by else None)


def cancel(disclosure: Disclosure) -> None:
    """Give the plan up; the revision stays as it is."""
    with transaction.atomic():
        waiting = PublicationPlan.objects.select_for_update().filter(disclosure=disclosure, outcome=WAITING).first()
        if waiting is None:
            raise WorkflowError("这一版没有等待中的定时发布。")
        _end(waiting, CANCELLED)


def waiting_for(disclosure: Disclosure) -> PublicationPlan | None:
    """The plan that is still to be carried out."""
    return PublicationPlan.objects.filter(disclosure=disclosure, outcome=WAITING).first()


def publish_due(now: datetime) -> list[PublicationPlan]:
    """Carry out every plan whose time has come, each in a transaction of its own; what became of each, oldest first.

    May be called as often as one likes and from several processes at once: a plan is locked, and carried out once.
    What can no longer be published ends as failed with its reason; an error of the program leaves its plan waiting, is
    logged, and keeps no other plan from being carried out.
    """
    due = PublicationPlan.objects.filter(outcome=WAITING, at__lte=now).values_list("pk", flat=True)
    return [ended for pk in list(due) if (ended := _carried_out(pk))]


def _carried_out(pk: int) -> PublicationPlan | None:
    try:
        return _carry_out(pk)
    except Exception:
        logger.exception("Plan %s could not be carried out and goes on waiting.", pk)
        return None


def _carry_out(pk: int) -> PublicationPlan | None:
    with transaction.atomic():
        due = PublicationPlan.objects.select_for_update().filter(pk=pk, outcome=WAITING).first()
        if due is None:  # another process was faster, or it was cancelled
            return None
        try:
            with transaction.atomic():
                _publish_as_planned(due)
        except WorkflowError as error:
            _end(due, FAILED, str(error))
        else:
            _end(due, DONE)
        return due


def _publish_as_planned(due: PublicationPlan) -> None:
    by = get_user_model().objects.filter(pk=due.by).first() if due.by else None
    disclosure = Disclosure.objects.get(pk=due.disclosure_id)
    if due.by and not (by and by.has_perm(RIGHT, disclosure)):
        raise WorkflowError("安排发布的人现在没有发布权限；请由有权限的人重新安排。")
    with acting_as(by):
        publish(disclosure, by=by)
    if disclosure.digest != due.digest:
        raise WorkflowError("安排以后内容改过；请核对后重新安排。")


def _end(ended: PublicationPlan, outcome: PublicationPlan.Outcome, message: str = "") -> None:
    ended.outcome, ended.ended_at, ended.message = outcome, timezone.now(), message
    ended.save(update_fields=["outcome", "ended_at", "message"])
