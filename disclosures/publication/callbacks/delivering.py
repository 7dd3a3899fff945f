"""What is due is sent: a question whether the subscriber wants it, then what is published, again until it is taken."""

import hashlib
import hmac
import json
import logging
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.crypto import get_random_string

from disclosures.addresses import links
from disclosures.publication.callbacks.models import Delivery, Subscription
from disclosures.publication.callbacks.sending import RefusedError, send
from disclosures.publication.following.due import taken, wait

MOST_QUESTIONS = 3  # times that a subscriber is asked to confirm
GIVEN_UP_AFTER = timedelta(hours=24)
KEPT = timedelta(days=7)  # after which what was delivered is forgotten
_AT_ONCE = 5  # questions and messages in one round, so that neither waits long for the other

WAITING, ACTIVE, LEAVING, STOPPED = Subscription.Progress
logger = logging.getLogger(__name__)


def deliver_due(now: datetime) -> None:
    """Ask, send and forget what is due."""
    for subscription in Subscription.objects.filter(next_at__lte=now, state__in=[WAITING, LEAVING])[:_AT_ONCE]:
        if taken(subscription, now):
            _ask(subscription, now)
    for delivery in Delivery.objects.filter(next_at__lte=now)[:_AT_ONCE]:
        if taken(delivery, now):
            _deliver(delivery, now)
    ended = Delivery.objects.filter(next_at=None, made_at__lt=now - KEPT)
    ended.delete()
    marked = Subscription.objects.filter(asked_at__lt=now - timedelta(days=1)).exclude(client="")
    marked.update(client="")


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """HMAC-SHA256 over the time, a dot and the body; the time is in it so that nothing old can be sent again."""
    return "sha256=" + hmac.new(secret.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()


# ---------------------------------------------------------------------------------------------------------------------
# Does the subscriber want it?
# ---------------------------------------------------------------------------------------------------------------------


def _ask(subscription: Subscription, now: datetime) -> None:
    """The subscriber answers with the challenge; who never does is forgotten, or stays where it was to leave."""
    rows = Subscription.objects.filter(pk=subscription.pk)
    is_leaving = subscription.state == LEAVING
    try:
        _challenge(subscription, "unsubscribe" if is_leaving else "subscribe")
    except RefusedError as error:
        if subscription.attempts + 1 < MOST_QUESTIONS:
            rows.update(next_at=now + wait(subscription.attempts), trouble=str(error)[:200])
        elif is_leaving:
            rows.update(state=ACTIVE, next_at=None, trouble="退订没有得到确认")
        else:
            rows.delete()
    else:
        if is_leaving:
            rows.delete()
        else:
            rows.update(state=ACTIVE, next_at=None, trouble="")


def _challenge(subscription: Subscription, mode: str) -> None:
    challenge = get_random_string(32)
    asked = {"mode": mode, "topic": subscription.origin + subscription.topic, "challenge": challenge}
    joined = "&" if "?" in subscription.callback else "?"
    if send("GET", f"{subscription.callback}{joined}{urlencode(asked)}").strip() != challenge.encode():
        raise RefusedError("对方没有回答确认码")


# ---------------------------------------------------------------------------------------------------------------------
# What is published
# ---------------------------------------------------------------------------------------------------------------------


def _deliver(delivery: Delivery, now: datetime) -> None:
    rows = Delivery.objects.filter(pk=delivery.pk)
    subscription = delivery.subscription
    body, timestamp = body_of(delivery), str(int(timezone.now().timestamp()))
    headers = {
        "Content-Type": "application/json",
        "Idempotency-Key": delivery.key,
        "X-Timestamp": timestamp,
        "X-Signature": signature(subscription.secret, timestamp, body),
    }
    try:
        send("POST", subscription.callback, body, headers)
    except RefusedError as error:
        if now - delivery.made_at < GIVEN_UP_AFTER:
            rows.update(next_at=now + wait(delivery.attempts), trouble=str(error)[:200])
            return
        rows.update(trouble=f"送了一天没有送到，已放弃：{error}"[:200])
        Delivery.objects.filter(subscription=subscription).update(next_at=None)
        Subscription.objects.filter(pk=subscription.pk).update(state=STOPPED, trouble=str(error)[:200])
        logger.warning("Subscription %s is stopped: %s", subscription.pk, error)
    else:
        rows.update(next_at=None, delivered_at=timezone.now(), trouble="")


def body_of(delivery: Delivery) -> bytes:
    """The publication as JSON: its addresses are in full, `address` is that of the revision, for ever."""
    disclosure, subscription = delivery.disclosure, delivery.subscription
    told = {
        "id": delivery.key,
        "event": "corrected" if disclosure.revision > 1 else "published",
        "topic": subscription.origin + subscription.topic,
        "address": subscription.origin + links.pinned(disclosure).front(),
        "unit": disclosure.unit.slug,
        "unit_name": disclosure.unit_name,
        "year": disclosure.year,
        "revision": disclosure.revision,
        "change_note": disclosure.change_note,
        "published_at": disclosure.published_at.isoformat() if disclosure.published_at else None,
        "sha256": disclosure.digest,
    }
    return json.dumps(told, ensure_ascii=False).encode()
