"""The steps a clerk takes with a revision, each in one transaction with all revisions of that unit and year locked.

`by` is the person who takes the step, None for a command; what a person may not do alone is refused to persons.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone

from disclosures.audit.models import Kind
from disclosures.audit.recording import told_as
from disclosures.checks.keeping import forget, keep
from disclosures.publication.alerts.announcing import announce_by_mail
from disclosures.publication.callbacks.announcing import announce
from disclosures.publication.copying import copy_of
from disclosures.publication.digest import digest
from disclosures.publication.evidence.storage import renew_names
from disclosures.publication.history import last_of, note
from disclosures.publication.models import PublicationCounter
from disclosures.publication.ready import lacking, unfit
from disclosures.publication.search import indexing
from disclosures.publication.standing.storage import groups_of, join, leave, renew_groups
from disclosures.publication.steps import (
    PUBLIC,
    PUBLISH,
    REINSTATE,
    RETURN,
    REVISABLE,
    REVISE,
    SUBMIT,
    SUPERSEDE,
    WITHDRAW,
    Step,
)
from disclosures.publication.totals.storage import delete_totals, store_totals
from disclosures.statements.loaded import load
from disclosures.statements.models import Disclosure, State
from disclosures.statements.outside import outside_of


class WorkflowError(Exception):
    """A step that is not allowed; the message is a sentence for the clerk."""


def submit(disclosure: Disclosure, by: Any = None, reason: str = "") -> None:
    """The draft is complete and waits to be published; until it is returned nobody can change it.

    A person who submits it without some of its texts says why, for whoever reviews.
    """
    with transaction.atomic():
        locked, _ = _lock(disclosure)
        _refuse_unless_allowed(SUBMIT, locked)
        if messages := [*outside_of(locked), *unfit(locked), *(lacking(locked, reason) if by else [])]:
            raise WorkflowError("\n".join(dict.fromkeys(messages)))
        _take(SUBMIT, locked)
        note(SUBMIT, locked, by, reason.strip())
        if by:  # a command publishes at once
            keep(locked)
    disclosure.refresh_from_db()


def return_to_draft(disclosure: Disclosure, reason: str = "", by: Any = None) -> None:
    """What was submitted is not right yet; a person says why."""
    if by and not reason.strip():
        raise WorkflowError("退回要写明原因，填报的人会看到。")
    with transaction.atomic():
        locked, _ = _lock(disclosure)
        _take(RETURN, locked, reason)
        note(RETURN, locked, by, reason.strip())
        forget(locked)
    disclosure.refresh_from_db()


def publish(disclosure: Disclosure, by: Any = None) -> None:
    """Show a submitted revision to the public, with its digest; the one published before is superseded."""
    with transaction.atomic():
        locked, others = _lock(disclosure)
        _refuse_unless_allowed(PUBLISH, locked)
        _refuse_if_outdated(locked, others)
        _refuse_if_submitted_by(by, locked)
        now, left = timezone.now(), groups_of(others)
        for earlier in others:
            if earlier.state == State.PUBLISHED:
                _take(SUPERSEDE, earlier, closed_at=now)
                note(SUPERSEDE, earlier, by)
                delete_totals([earlier])
                leave([earlier])
                indexing.remove(earlier)
        _take(PUBLISH, locked, published_at=now, digest=digest(locked))
        note(PUBLISH, locked, by)
        loaded = load(locked)
        keep(locked, loaded)
        store_totals(loaded)
        join(locked)
        renew_names(locked.unit)
        indexing.add(locked)
        announce(locked)
        PublicationCounter.advance()
        announce_by_mail(locked)
        renew_groups(left | groups_of([locked]))
    disclosure.refresh_from_db()


def withdraw(disclosure: Disclosure, reason: str, by: Any = None, reinstating: bool = False) -> None:
    """Take a published revision out of the current ones; its own address stays and gives the reason.

    With `reinstating` the one that it had superseded is current again, as it was published.
    """
    if not reason.strip():
        raise WorkflowError("撤回要写明原因，它会显示在页面上。")
    with transaction.atomic():
        locked, others = _lock(disclosure)
        earlier = _superseded_by(locked, others) if reinstating else None
        _take(WITHDRAW, locked, closed_at=timezone.now(), withdrawal_reason=reason.strip())
        note(WITHDRAW, locked, by, reason.strip())
        left = groups_of([locked])
        delete_totals([locked])
        leave([locked])
        indexing.remove(locked)
        if earlier:
            _take(REINSTATE, earlier, closed_at=None)
            note(REINSTATE, earlier, by, f"第 {locked.revision} 版已撤回。")
            store_totals(load(earlier))
            join(earlier)
            indexing.add(earlier)
        renew_names(locked.unit)
        PublicationCounter.advance()
        renew_groups(left | groups_of([earlier] if earlier else []))
    disclosure.refresh_from_db()


def revise(disclosure: Disclosure, by: Any = None) -> Disclosure:
    """A new draft with all that the revision holds; the revision itself stays as it is."""
    with transaction.atomic():
        locked, others = _lock(disclosure)
        if locked.state not in REVISABLE:
            raise WorkflowError(f"这一版{locked.get_state_display()}，不能据此另建新版；请从已发布或已撤回的一版开始。")
        if pending := next((other for other in others if other.state not in PUBLIC), None):
            raise WorkflowError(f"第 {pending.revision} 版{pending.get_state_display()}还没有发布，请接着改那一版。")
        draft = copy_of(locked, revision=max(each.revision for each in (locked, *others)) + 1)
        note(REVISE, locked, by)  # of what is corrected: the draft itself may be given up
        return draft


def _lock(disclosure: Disclosure) -> tuple[Disclosure, list[Disclosure]]:
    """The revision and the others of its unit and year as the database has them; nobody else can step meanwhile."""
    of_the_year = Disclosure.objects.filter(unit_id=disclosure.unit_id, year=disclosure.year)
    list(of_the_year.order_by("pk").select_for_update().values_list("pk"))  # a draft inserted meanwhile is seen below
    revisions = {revision.pk: revision for revision in of_the_year.order_by("revision")}
    if disclosure.pk not in revisions:
        raise WorkflowError("这一版已经被删除。")
    return revisions.pop(disclosure.pk), list(revisions.values())


def _superseded_by(locked: Disclosure, others: list[Disclosure]) -> Disclosure:
    """The newest of the earlier revisions that were not withdrawn themselves."""
    earlier = [one for one in others if one.state == State.SUPERSEDED and one.revision < locked.revision]
    if not earlier:
        raise WorkflowError("没有可以恢复的较早一版。")
    return max(earlier, key=lambda one: one.revision)


def _refuse_unless_allowed(step: Step, locked: Disclosure) -> None:
    if locked.state != step.source:
        raise WorkflowError(f"这一版{locked.get_state_display()}，不能{step.name}；只有{step.source.label}才可以。")


def _refuse_if_outdated(locked: Disclosure, others: list[Disclosure]) -> None:
    later = [other.revision for other in others if other.state in PUBLIC and other.revision > locked.revision]
    if later:
        raise WorkflowError(f"第 {max(later)} 版已经公开过，不能再发布更早的第 {locked.revision} 版。")


def _refuse_if_submitted_by(by: Any, locked: Disclosure) -> None:
    """Two persons see every figure before the public does."""
    submitted = last_of(SUBMIT, locked)
    if by and submitted and submitted.by == by.pk:
        raise WorkflowError("提交的人不能自己发布；请由另一位有发布权限的人核对后发布。")


def _take(step: Step, locked: Disclosure, reason: str = "", **values) -> None:
    _refuse_unless_allowed(step, locked)
    for name, value in {"state": step.target, **values}.items():
        setattr(locked, name, value)
    with told_as(f"{step.name}：{reason.strip()}" if reason.strip() else step.name, Kind.STEP):
        locked.save(update_fields=step.sets)
