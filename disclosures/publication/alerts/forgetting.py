"""What is not needed any more goes: who never confirmed, where a request came from, publications that are no news."""

import logging
from datetime import datetime, timedelta

from django.db.models import F

from disclosures.publication.alerts.models import MailAlert, MailNews
from disclosures.publication.alerts.subscribing import KEPT_DAYS

NEWS_DAYS = 7  # after which nobody is told of a publication any more
_CLIENT_DAYS = 1

logger = logging.getLogger(__name__)


def forget_readers(now: datetime) -> None:
    """Also where no mail is sent any more; to be called now and then."""
    silent = MailAlert.objects.filter(confirmed_at=None, asked_at__lt=now - timedelta(days=KEPT_DAYS))
    silent.delete()
    marks = MailAlert.objects.exclude(client="").filter(asked_at__lt=now - timedelta(days=_CLIENT_DAYS))
    marks.update(client="")
    old = MailNews.objects.filter(made_at__lt=now - timedelta(days=NEWS_DAYS))
    if newest := old.order_by("-number").values_list("number", flat=True).first():
        _tell_of_the_untold(newest)
        old.delete()


def _tell_of_the_untold(number: int) -> None:
    """A server that was away for so long is worth a line; what was owed until then is dropped."""
    untold = MailAlert.objects.filter(owed__gt=F("told"), told__lt=number)
    if count := untold.count():
        logger.warning("%d alerts were not told of publications within %d days.", count, NEWS_DAYS)
