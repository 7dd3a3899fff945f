"""What is personal goes: an address to write to once it was written to, and in any case after half a year."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db.models import Q

from disclosures.publication.questions.models import ReaderQuestion

KEPT_DAYS = 180  # of an e-mail address
CLIENT_DAYS = 1  # of the mark by which questions of a client are counted
OPEN = ReaderQuestion.Progress.OPEN
REFUSED = ReaderQuestion.Progress.REFUSED

logger = logging.getLogger(__name__)


def forget(now: datetime) -> None:
    """Tell who asked what was answered, and delete what is not needed any more; to be called now and then."""
    for question in ReaderQuestion.objects.exclude(Q(email="") | Q(state__in=[OPEN, REFUSED])):
        if _told(question):
            _forget_address(question.pk)
    old = Q(asked_at__lt=now - timedelta(days=KEPT_DAYS)) | Q(state=REFUSED)
    addresses = ReaderQuestion.objects.exclude(email="").filter(old)
    addresses.update(email="")
    marks = ReaderQuestion.objects.exclude(client="").filter(asked_at__lt=now - timedelta(days=CLIENT_DAYS))
    marks.update(client="")


def _forget_address(pk: int) -> None:
    ReaderQuestion.objects.filter(pk=pk).update(email="")


def _told(question: ReaderQuestion) -> bool:
    """Whether the answer was sent; what cannot be sent is tried again until the address is too old."""
    if not settings.EMAIL_HOST:
        return True  # nobody can be written to any more
    body = f"您问：\n{question.subject}\n{question.text}\n\n答复：\n{question.answer}\n\n您的邮箱地址现在已经删除。"
    try:
        send_mail(f"您提的第 {question.pk} 号问题有了答复", body, None, [question.email])
    except OSError:
        logger.exception("The answer to question %s could not be sent.", question.pk)
        return False
    return True
