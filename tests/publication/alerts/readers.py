"""Readers who follow something by mail, and a while that passes."""

import re
from datetime import timedelta

from django.core import mail
from django.utils import timezone

from disclosures.publication import workflow
from disclosures.publication.alerts.announcing import QUIET
from disclosures.publication.alerts.delivering import send_due
from disclosures.publication.models import MailAlert

SITE = "http://testserver"
READER = "reader@example.org"


def ask(client, feed: str = "", email: str = READER, path: str = "/mail/", **more):
    """What the form sends."""
    return client.post(path, {"email": email, "feed": feed, "website": ""} | more)


def after(**passed: float) -> float:
    """Send what is due once so much time has passed."""
    return send_due(timezone.now() + timedelta(**passed))


def after_a_batch() -> float:
    return after(seconds=QUIET.total_seconds() + 1)


def link(text: str, of: str) -> str:
    """The path of the confirming or leaving page that a mail names."""
    return re.search(rf"{SITE}((?:/en)?/mail/{of}/\S+)", text)[1]


def follow(client, feed: str = "", email: str = READER, path: str = "/mail/") -> MailAlert:
    """Ask, and press the button that the mail leads to; the mailbox is empty again."""
    assert ask(client, feed, email, path).status_code == 303
    after(seconds=1)
    assert client.post(link(mail.outbox[-1].body, "confirm")).status_code == 303
    mail.outbox.clear()
    return MailAlert.objects.get(email=email, topic=feed or "/feed.atom")


def following(number: int, **more) -> MailAlert:
    """A reader who has confirmed, as the database has them."""
    now = timezone.now()
    fields = {"topic": "/feed.atom", "origin": SITE, "title": "新公开的决算", "language": "zh-hans"} | more
    return MailAlert(email=f"r{number}@example.org", key=f"{number:032}", confirmed_at=now, next_at=now, **fields)


def corrected(disclosure, note: str = "更正了三公经费。"):
    draft = workflow.revise(disclosure)
    draft.change_note = note
    draft.save()
    workflow.submit(draft)
    workflow.publish(draft)
    return draft
