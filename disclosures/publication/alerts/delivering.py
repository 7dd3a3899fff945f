"""What is due is sent, over one connection for each round, until the server takes it.

A row is marked after its mail was taken, so what a killed worker had is sent again. Where the server is away nothing is
counted against anybody; who is refused for good on several days is deleted.
"""

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPServerDisconnected

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F, QuerySet

from disclosures.publication.alerts.announcing import spread
from disclosures.publication.alerts.models import MailAlert, MailNews
from disclosures.publication.alerts.writing import LISTED, News, news_to, question_to
from disclosures.publication.current import published
from disclosures.publication.following.concerned import followed_by
from disclosures.publication.following.due import taken, wait

MOST_REFUSALS = 3  # a day apart, so that a server that is set up wrongly for a while takes nobody's subscription
AT_ONCE = 50  # mails of one round
_PAUSE, _AWAY = 1.0, 30.0  # seconds until the next round; where the server did not answer
_FOR_GOOD = 500  # from here on SMTP's answers say that it is of no use to try again

logger = logging.getLogger(__name__)


def send_due(now: datetime) -> float:
    """Send what is due; the seconds after which to look again. Nothing where no mail is sent."""
    if not settings.MAIL_ALERTS:
        return _AWAY
    spread(now)
    due = [*_to_confirm(now)[: AT_ONCE // 2], *_to_be_told(now)[:AT_ONCE]][:AT_ONCE]
    if not due:
        return _PAUSE
    try:
        _send_all(due, now)
    except OSError as error:
        logger.warning("Mail is not sent, and tried again: %s", type(error).__name__)
        return _AWAY
    return _PAUSE


def _to_confirm(now: datetime) -> QuerySet[MailAlert]:
    return MailAlert.objects.filter(confirmed_at=None, next_at__lte=now).order_by("next_at")


def _to_be_told(now: datetime) -> QuerySet[MailAlert]:
    return MailAlert.objects.filter(owed__gt=F("told"), next_at__lte=now).order_by("next_at")


def _send_all(due: list[MailAlert], now: datetime) -> None:
    with get_connection() as connection:  # before anything is taken: what waits for a server keeps its place
        for alert in due:
            if not taken(alert, now):
                continue
            message = _message_to(alert)
            if message is None or _is_sent(message, alert, connection, now):
                _end(alert, now)


def _message_to(alert: MailAlert) -> EmailMessage | None:
    """None where nothing is left to tell, as what was new has been withdrawn meanwhile."""
    if alert.confirmed_at is None:
        return question_to(alert)
    numbers = MailNews.objects.filter(number__gt=alert.told, number__lte=alert.owed)
    new = published().filter(followed_by(alert), pk__in=numbers.values("disclosure")).order_by("-published_at", "-pk")
    listed = list(new[:LISTED])
    return news_to(alert, News(listed, new.count() if len(listed) == LISTED else len(listed))) if listed else None


def _is_sent(message: EmailMessage, alert: MailAlert, connection: BaseEmailBackend, now: datetime) -> bool:
    """Whether the server took it; else it is tried later. An error of the connection ends the round."""
    message.connection = connection
    try:
        message.send()
    except SMTPRecipientsRefused as error:
        code, _ = next(iter(error.recipients.values()))
        if code >= _FOR_GOOD:
            _refused(alert, now)
        else:
            _later(alert, now)
    except SMTPServerDisconnected:
        raise
    except (SMTPException, ValueError) as error:  # an error may quote the address, which stands in no log
        logger.error("Alert %s could not be sent: %s", alert.pk, type(error).__name__)  # noqa: TRY400
        _later(alert, now)
    else:
        return True
    return False


def _end(alert: MailAlert, now: datetime) -> None:
    """It has been told; who was asked waits until it confirms."""
    rows = MailAlert.objects.filter(pk=alert.pk)
    if alert.confirmed_at is None:
        rows.filter(confirmed_at=None).update(next_at=None)  # it may have confirmed already
    else:
        rows.update(told=alert.owed, next_at=now, attempts=0, refusals=0)


def _later(alert: MailAlert, now: datetime) -> None:
    MailAlert.objects.filter(pk=alert.pk).update(next_at=now + wait(alert.attempts))


def _refused(alert: MailAlert, now: datetime) -> None:
    rows = MailAlert.objects.filter(pk=alert.pk)
    if alert.refusals + 1 < MOST_REFUSALS:
        rows.update(next_at=now + timedelta(days=1), refusals=F("refusals") + 1)
        return
    rows.delete()
    logger.warning("Alert %s is deleted: its address was refused %d times.", alert.pk, MOST_REFUSALS)
