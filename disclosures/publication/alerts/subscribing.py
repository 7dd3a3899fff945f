"""Who wants mail, who confirms and who leaves. What a stranger is told never depends on who is there already."""

from contextlib import suppress
from datetime import datetime, timedelta

from django.core import signing
from django.db import DEFAULT_DB_ALIAS, IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

from disclosures.publication.alerts.models import MailAlert
from disclosures.publication.models import PublicationCounter
from disclosures.publication.questions.asking import TooManyError, client_mark

AN_HOUR = 10  # of one client
AN_ADDRESS = 3  # a day that are not confirmed: nobody's mailbox is filled with questions
A_DAY = 1_000  # of everybody that are not confirmed: nobody makes a sender of unwanted mail of the site
MOST = 100_000  # of everybody
KEPT_DAYS = 2  # in which an address confirms, or is forgotten
_SALT = "mail alert"


def ask(alert: MailAlert, client: str) -> None:
    """Keep who asks until the address has confirmed; one that is there, or was asked often, is left as it is."""
    rows, now = MailAlert.objects.using(DEFAULT_DB_ALIAS), timezone.now()
    alert.client, alert.key, alert.asked_at = client_mark(client), get_random_string(32), now
    _refuse_many(alert.client, now)
    waiting = rows.filter(email__iexact=alert.email, confirmed_at=None, asked_at__gt=now - timedelta(days=1))
    if waiting.count() >= AN_ADDRESS:
        return
    with suppress(IntegrityError), transaction.atomic(using=DEFAULT_DB_ALIAS):  # it follows this already
        alert.save(using=DEFAULT_DB_ALIAS)


def _refuse_many(client: str, now: datetime) -> None:
    rows = MailAlert.objects.using(DEFAULT_DB_ALIAS)
    of_the_client = rows.filter(client=client, asked_at__gt=now - timedelta(hours=1)).count()
    waiting = rows.filter(confirmed_at=None, asked_at__gt=now - timedelta(days=1)).count()
    if of_the_client >= AN_HOUR or waiting >= A_DAY or rows.count() >= MOST:
        raise TooManyError


def token_of(alert: MailAlert) -> str:
    """What only who reads the address's mail can know; good for as long as the row waits."""
    return signing.dumps(alert.key, salt=_SALT)


def asked_with(token: str) -> MailAlert | None:
    """Who is to confirm, or has already; None for a token that is none of ours, too old, or of who has left."""
    try:
        key = signing.loads(token, salt=_SALT, max_age=timedelta(days=KEPT_DAYS))
    except signing.BadSignature:
        return None
    return following(key)


def confirm(alert: MailAlert) -> None:
    """From now on it is told what is published; to do it twice changes nothing."""
    counter = PublicationCounter.objects.using(DEFAULT_DB_ALIAS).filter(pk=1)
    now, number = timezone.now(), counter.values_list("number", flat=True).first() or 0
    waiting = MailAlert.objects.using(DEFAULT_DB_ALIAS).filter(pk=alert.pk, confirmed_at=None)
    waiting.update(confirmed_at=now, next_at=now, attempts=0, refusals=0, owed=number, told=number)


def following(key: str) -> MailAlert | None:
    """Who may leave by that key."""
    return MailAlert.objects.using(DEFAULT_DB_ALIAS).filter(key=key).first()


def leave(key: str) -> None:
    """The address is deleted, and with it what it is owed; who is not there has left already."""
    leaving = MailAlert.objects.using(DEFAULT_DB_ALIAS).filter(key=key)
    leaving.delete()
