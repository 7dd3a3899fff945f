"""Taking a question in: from whom so many an hour, and never twice."""

import hashlib
import hmac
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from django.utils import timezone
from django.utils.crypto import get_random_string

from disclosures.audit.recording import silently
from disclosures.publication.questions.models import ReaderQuestion

AN_HOUR = 5  # questions of one client
A_DAY = 1000  # questions of everybody, so that nobody fills the database


class TooManyError(Exception):
    """More than is taken in."""


def client_mark(address: str) -> str:
    """What tells one client from another for a day and leads back to nobody."""
    today = timezone.localdate().isoformat()
    return hmac.new(settings.SECRET_KEY.encode(), f"question {today} {address}".encode(), hashlib.sha256).hexdigest()


def take(key: str, address: str, **asked: Any) -> ReaderQuestion:
    """Keep the question; what is sent again under the same key is there already."""
    questions = ReaderQuestion.objects.using(DEFAULT_DB_ALIAS)
    if known := questions.filter(key=key).first():
        if known.text == asked["text"]:
            return known
        key = get_random_string(len(key))
    now, client = timezone.now(), client_mark(address)
    if questions.filter(client=client, asked_at__gt=now - timedelta(hours=1)).count() >= AN_HOUR:
        raise TooManyError
    if questions.filter(asked_at__gt=now - timedelta(days=1)).count() >= A_DAY:
        raise TooManyError
    with silently():  # the log would keep the network address of a reader for ever; the row itself cannot be changed
        return questions.create(key=key, client=client, **asked)
