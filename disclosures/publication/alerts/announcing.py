"""A publication is written down in its own transaction; once a batch is complete, it is owed to whom it concerns."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Max, Min

from disclosures.publication.alerts.models import MailAlert, MailNews
from disclosures.publication.following.concerned import concerned_by
from disclosures.publication.models import PublicationCounter
from disclosures.statements.models import Disclosure, State

QUIET = timedelta(minutes=2)  # without a publication: what came before is one batch, and one mail
LONGEST = timedelta(minutes=30)  # that a batch is waited for


def announce_by_mail(disclosure: Disclosure) -> None:
    """One row, however many follow; nothing where no mail is sent.

    To be called once the publication is counted: whoever counts next waits for this transaction, so that no smaller
    number is seen after a larger one.
    """
    if settings.MAIL_ALERTS:
        number = PublicationCounter.current()
        MailNews.objects.get_or_create(disclosure=disclosure, defaults={"number": number})


def spread(now: datetime) -> None:
    """Owe a batch that is complete to whom it concerns; the newest first, so that all of it is in one mail."""
    waiting = MailNews.objects.filter(is_spread=False)
    times = waiting.aggregate(first=Min("made_at"), last=Max("made_at"))
    if times["last"] is None or (times["last"] > now - QUIET and times["first"] > now - LONGEST):
        return
    for news in waiting.select_related("disclosure__unit__region").order_by("-number"):
        with transaction.atomic():
            if news.disclosure.state == State.PUBLISHED:
                _owe(news)
            MailNews.objects.filter(pk=news.pk).update(is_spread=True)


def _owe(news: MailNews) -> None:
    confirmed = MailAlert.objects.exclude(confirmed_at=None)
    concerned = confirmed.filter(concerned_by(news.disclosure), owed__lt=news.number)
    concerned.update(owed=news.number)
