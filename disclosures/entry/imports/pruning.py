"""What the worker throws away in time: results of tasks, and the content of files that nobody took."""

from datetime import datetime, timedelta

from django.db.models import Q
from django_tasks_db.models import DBTaskResult

from disclosures.audit.recording import watching
from disclosures.entry.models import Progress, UploadedFile

DAYS_OF_RESULTS = 7
DAYS_OF_CONTENT = 30
GIVEN_UP = f"上传后 {DAYS_OF_CONTENT} 天没有处理，已自动放弃；需要时请重新上传。"


def prune(now: datetime) -> tuple[int, int]:
    """How many results of tasks went, and of how many files the content; name, digest and report of a file stay."""
    return _prune_results(now - timedelta(days=DAYS_OF_RESULTS)), _prune_content(now - timedelta(days=DAYS_OF_CONTENT))


def _prune_results(before: datetime) -> int:
    """Those that ended, and those whose worker was killed: such a one stays "running" for ever."""
    ended = DBTaskResult.objects.finished().filter(finished_at__lt=before)
    lost = DBTaskResult.objects.running().filter(started_at__lt=before)
    return sum(results.delete()[0] for results in (ended, lost))


def _prune_content(before: datetime) -> int:
    """Of what was refused or put aside, and of what was read and then forgotten."""
    old = UploadedFile.objects.filter(uploaded_at__lt=before).exclude(content=b"")
    unclaimed = old.filter(state=Progress.READ)
    with watching(unclaimed, "state", "message"):
        forgotten = unclaimed.update(state=Progress.DISCARDED, message=GIVEN_UP, content=b"", scan=b"")
    ended = Q(state=Progress.REFUSED) | Q(state=Progress.DISCARDED)
    return forgotten + old.filter(ended).update(content=b"", scan=b"")
