"""Rows that are sent somewhere when their time has come, by whichever worker takes them first, until they are taken.

A row is taken by moving its time on, so that of several workers one sends it, and what a killed one had is sent again.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import F

_HELD = timedelta(seconds=60)  # until a row whose worker was killed is due again
_FIRST, _LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=4)


def taken(row: Any, now: datetime) -> bool:
    """Whether this worker has the row, which has `next_at` and counts `attempts`."""
    same = type(row).objects.filter(pk=row.pk, next_at=row.next_at)
    return bool(same.update(next_at=now + _HELD, attempts=F("attempts") + 1))


def wait(attempts: int) -> timedelta:
    """How long after so many attempts that failed."""
    return min(_FIRST * 2 ** min(attempts, 16), _LONGEST_WAIT)
