"""Taking in who wants to be told: from whom so many an hour, and never twice."""

from contextlib import suppress
from datetime import datetime, timedelta

from django.db import DEFAULT_DB_ALIAS, IntegrityError, transaction
from django.utils import timezone

from disclosures.publication.callbacks.models import Subscription
from disclosures.publication.callbacks.sending import parts_of
from disclosures.publication.questions.asking import TooManyError, client_mark

AN_HOUR = 10  # of one client
MOST = 1000  # of everybody

WAITING, ACTIVE, LEAVING, _STOPPED = Subscription.Progress


def subscribe(asked: Subscription, address: str) -> None:
    """Keep who asks until the callback has confirmed; one that is active stays so under its own secret."""
    parts_of(asked.callback)
    rows = Subscription.objects.using(DEFAULT_DB_ALIAS)
    now, client = timezone.now(), client_mark(address)
    there = rows.filter(callback=asked.callback, topic=asked.topic)
    if there.filter(state__in=[ACTIVE, LEAVING, WAITING]).exists():
        return
    _refuse_many(now, client)
    there.delete()
    asked.client = client
    with suppress(IntegrityError), transaction.atomic(using=DEFAULT_DB_ALIAS):  # the same was asked at the same moment
        asked.save(using=DEFAULT_DB_ALIAS)


def unsubscribe(callback: str, topic: str) -> None:
    """Ask the callback whether it wants to leave; what is not there needs not go."""
    rows = Subscription.objects.using(DEFAULT_DB_ALIAS).filter(callback=callback, topic=topic)
    rows.filter(state=ACTIVE).update(state=LEAVING, attempts=0, next_at=timezone.now())


def _refuse_many(now: datetime, client: str) -> None:
    rows = Subscription.objects.using(DEFAULT_DB_ALIAS)
    if rows.filter(client=client, asked_at__gt=now - timedelta(hours=1)).count() >= AN_HOUR or rows.count() >= MOST:
        raise TooManyError
