"""What becomes of a question: answered or refused by one person, made public by another, taken down again."""

import hashlib
import json
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from disclosures.publication.models import PublicationCounter
from disclosures.publication.questions.models import ReaderQuestion
from disclosures.publication.workflow import WorkflowError

OPEN, ANSWERED, PUBLISHED, WITHDRAWN, REFUSED = ReaderQuestion.Progress


def answer(question: ReaderQuestion, text: str, by: Any) -> None:
    """Say what the office says; until it is public it can be said again, by anybody who may answer."""
    with transaction.atomic():
        locked = _locked(question, OPEN, ANSWERED, REFUSED)
        if not text.strip():
            raise WorkflowError("请写答复。")
        locked.answer, locked.answered_by, locked.answered_at = text.strip(), by, timezone.now()
        _move(locked, ANSWERED)


def refuse(question: ReaderQuestion, by: Any) -> None:
    """Nothing to answer: no question, an insult, an advertisement."""
    with transaction.atomic():
        locked = _locked(question, OPEN, ANSWERED)
        locked.answered_by, locked.answered_at = by, timezone.now()
        _move(locked, REFUSED)


def publish(question: ReaderQuestion, by: Any) -> None:
    """Have question and answer stand beside the figure; decided by somebody else than who answered."""
    with transaction.atomic():
        locked = _locked(question, ANSWERED)
        if locked.answered_by_id == by.pk:
            raise WorkflowError("答复的人不能自己决定公开；请由另一位有公开权限的人核对后公开。")
        locked.digest = digest(locked)
        _show(locked, PUBLISHED, by)


def withdraw(question: ReaderQuestion, by: Any) -> None:
    """Take it down; it stays here as it was shown."""
    with transaction.atomic():
        _show(_locked(question, PUBLISHED), WITHDRAWN, by)


def digest(question: ReaderQuestion) -> str:
    """The SHA-256 of what readers see of it and of the revision that it stands beside."""
    said = [question.disclosure.digest, question.place, question.subject, question.text, question.answer]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _locked(question: ReaderQuestion, *states: str) -> ReaderQuestion:
    """As it is now that nobody else can change it."""
    locked = ReaderQuestion.objects.select_for_update(of=("self",)).get(pk=question.pk)
    if locked.state not in states:
        raise WorkflowError(f"这个问题{locked.get_state_display()}，不能再这样办理；请重新打开这一页。")
    return locked


def _move(question: ReaderQuestion, state: str) -> None:
    question.state = state
    question.save()


def _show(question: ReaderQuestion, state: str, by: Any) -> None:
    """Change what pages show; they are known by the time of the newest change, which grows though a clock goes back."""
    question.shown_by, question.shown_at = by, _later_than_all(question)
    _move(question, state)
    PublicationCounter.answer()


def _later_than_all(question: ReaderQuestion) -> datetime:
    beside = ReaderQuestion.objects.filter(disclosure=question.disclosure_id)
    newest, now = beside.aggregate(Max("shown_at"))["shown_at__max"], timezone.now()
    return max(now, newest + timedelta(microseconds=1)) if newest else now
