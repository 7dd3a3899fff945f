"""What the public sends through the server itself: forms alone, small and kept by nobody."""

import re
import time
from urllib.parse import urlencode

import pytest

from disclosures.publication.models import MailAlert, ReaderQuestion, Subscription
from tests.serving.in_process import Scope, ask

pytestmark = pytest.mark.django_db

ASK = "/ask/210400-011001/2023/"


def post(site, path: str, body: bytes, **headers: str):
    told = {"content-length": str(len(body)), "content-type": "application/x-www-form-urlencoded", **headers}
    return ask(site, Scope(path, "POST", headers=told), body)


def filled(site, monkeypatch, text: str = "这个数和上年差很多，为什么？") -> bytes:
    token = re.search(rb'name="token" value="([^"]+)"', ask(site, Scope(ASK)).body)[1].decode()
    now = time.time
    monkeypatch.setattr(time, "time", lambda: now() + 10)
    return urlencode({"token": token, "text": text}).encode()


def test_a_question_reaches_the_database_and_its_page_is_for_who_asked(site, monkeypatch):
    sent = post(site, ASK, filled(site, monkeypatch), cookie="sessionid=abc")
    assert sent.status == 303
    assert "set-cookie" not in sent.headers
    assert ReaderQuestion.objects.get().text.startswith("这个数")
    page = ask(site, Scope(sent.headers["location"]))
    assert (page.status, "no-store" in page.headers["cache-control"]) == (200, True)


def test_a_program_subscribes(site):
    told = {"mode": "subscribe", "topic": "/feed.atom", "callback": "https://example.org/", "secret": "s" * 16}
    assert post(site, "/webhooks", urlencode(told).encode()).status == 202
    assert Subscription.objects.get().callback == "https://example.org/"


def test_a_reader_asks_for_mail_and_a_mail_program_ends_it(site, settings):
    settings.MAIL_ALERTS = True
    asked = post(site, "/en/mail/", urlencode({"email": "reader@example.org", "feed": "/feed.atom"}).encode())
    assert (asked.status, asked.headers["location"]) == (303, "/en/mail/sent/")
    key = MailAlert.objects.get().key
    assert post(site, f"/en/mail/leave/{key}/", b"List-Unsubscribe=One-Click").status == 200
    assert not MailAlert.objects.exists()


def test_each_reader_is_given_a_form_of_their_own(site):
    first, second = (re.search(rb'name="token" value="([^"]+)"', ask(site, Scope(ASK)).body)[1] for _ in range(2))
    assert first != second


@pytest.mark.parametrize("cookie", ["", "sessionid=abc"])
def test_a_large_body_is_refused_unread_whoever_says_to_be_staff(site, cookie):
    refused = post(site, ASK, b"x" * 40_000, cookie=cookie)
    assert refused.status == 413
    for path in (f"/en{ASK}", "/mail/", "/en/mail/", "/webhooks"):
        assert post(site, path, b"x" * 40_000, cookie=cookie).status == 413


def test_a_body_to_any_other_page_is_not_read(site):
    assert post(site, "/units/210400-011001/2023/", b"text=a").status == 403
