"""The pages of readers who want mail: what they ask, refuse and say, without an account, a cookie or a script."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.signing import TimestampSigner
from django.utils import timezone

from disclosures.publication.alerts.subscribing import A_DAY, AN_ADDRESS, AN_HOUR, token_of
from disclosures.publication.caching import build
from disclosures.publication.models import MailAlert
from tests.answers import INLINE
from tests.building import published_disclosure
from tests.once import once
from tests.publication.alerts.readers import READER, after, ask, following

pytestmark = pytest.mark.django_db

UNIT_FEED = "/units/210400-011001/feed.atom"
WITH_LINKS = ("/units/210400-011001/", "/codes/function/201/", "/units/?region=210400", "/data/", "/en/data/")


@once(autouse=True)
def published():
    return published_disclosure()


@pytest.fixture(autouse=True)
def alerts(settings):
    settings.MAIL_ALERTS = True


def page(client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    text = answer.content.decode()
    assert not INLINE.search(text)
    assert '<meta name="robots" content="noindex">' in text
    return text


def test_the_form_offers_what_the_page_was_about_and_the_whole_site(client):
    text = page(client, f"/mail/?feed={UNIT_FEED}")
    offered = re.findall(r'name="feed" value="([^"]+)"( checked)?', text)
    assert offered == [(UNIT_FEED, " checked"), ("/feed.atom", ""), ("/corrections.atom", "")]
    assert "抚顺市信访局的决算" in text
    assert re.findall(r'name="feed" value="([^"]+)" checked', page(client, "/mail/?feed=/nothing")) == ["/feed.atom"]
    assert re.findall(r'name="feed" value="([^"]+)" checked', page(client, "/mail/?feed=/corrections.atom")) == [
        "/corrections.atom"
    ]


def test_what_is_kept_is_said_where_it_is_asked_for(client):
    text = page(client, "/mail/")
    assert "只记您的邮箱、订阅的是什么、何时提出和确认、用哪种语言" in text
    assert "2 天内没有确认的，删除；退订的，立即删除。" in text


def test_nothing_of_it_is_kept_by_anybody_and_no_cookie_is_set(client):
    sent = ask(client)
    alert = MailAlert.objects.get()
    addresses = ("/mail/", "/mail/sent/", f"/mail/confirm/{token_of(alert)}/", f"/mail/leave/{alert.key}/")
    for given in (sent, *map(client.get, addresses)):
        assert "no-store" in given.headers["Cache-Control"]
        assert "ETag" not in given.headers
        assert not given.cookies


@pytest.mark.parametrize(
    "email",
    [
        "", "nobody", "a b@example.org", "a@b", "a@example.org\nBcc: b@example.org", "a@example.org\r\n\r\nx",
        "x" * 10_000 + "@example.org", "a@" + "x" * 10_000, "a@example.org, b@example.org", "<a@example.org>",
        "用户@example.org", "a@例..example", "a\0@example.org", "a@[127.0.0.1]", "root@localhost",
        '"a@b"@example.org@', "a@\u202eexample.org", "@", "a@.example.org",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_with_a_sentence(client, email):
    answer = ask(client, email=email)
    assert answer.status_code == 400
    assert re.search('id="email-error" role="alert">[^<]{5,}</p>', answer.content.decode())
    assert not MailAlert.objects.exists()
    after(minutes=1)
    assert mail.outbox == []


@pytest.mark.parametrize(
    "more",
    [
        {"website": "http://spam.example"}, {"feed": "/units/"}, {"feed": "/regions/999999/feed.atom"},
        {"feed": "http://elsewhere.example/feed.atom"}, {"feed": "x" * 9999}, {"feed": "http://["},
        {"feed": "/feed.atom\r\nX: y"},
    ],
)  # fmt: skip
def test_what_cannot_be_followed_is_refused(client, more):
    assert ask(client, **more).status_code == 400
    assert not MailAlert.objects.exists()


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "http://elsewhere.example"}])
def test_other_sites_cannot_ask_in_a_readers_name(client, headers):
    assert client.post("/mail/", {"email": READER}, headers=headers).status_code == 403
    assert not MailAlert.objects.exists()


def test_nobody_learns_from_the_answer_who_is_there(client):
    following(1, topic="/feed.atom").save()
    known, new = ask(client, email="r1@example.org"), ask(client, email="r2@example.org")
    assert (known.status_code, known.headers["Location"], known.content) == (303, "/mail/sent/", new.content)
    assert new.headers["Location"] == known.headers["Location"]
    after(minutes=1)
    assert [sent.to for sent in mail.outbox] == [["r2@example.org"]]


def test_one_client_asks_so_often_an_hour(client):
    answers = [ask(client, email=f"a{number}@example.org") for number in range(AN_HOUR + 1)]
    assert [answer.status_code for answer in answers] == [303] * AN_HOUR + [429]
    assert answers[-1].headers["Retry-After"] == "3600"
    assert "刚才订阅的太多" in answers[-1].content.decode()


def test_one_address_is_asked_so_often_a_day_whoever_asks(client):
    feeds = ["/feed.atom", "/corrections.atom", UNIT_FEED, "/regions/210400/feed.atom"]
    for number, feed in enumerate(feeds):
        written = READER.upper() if number % 2 else READER
        sent = client.post("/mail/", {"email": written, "feed": feed}, REMOTE_ADDR=f"192.0.2.{number}")
        assert sent.status_code == 303
    after(minutes=1)
    assert len(mail.outbox) == AN_ADDRESS < len(feeds)


def test_all_together_ask_so_often_a_day(client):
    MailAlert.objects.bulk_create([following(number) for number in range(A_DAY)])
    assert ask(client).status_code == 303
    MailAlert.objects.update(confirmed_at=None)
    assert ask(client, email="other@example.org").status_code == 429


def test_confirming_twice_changes_nothing(client):
    ask(client)
    address = f"/mail/confirm/{token_of(MailAlert.objects.get())}/"
    assert "确认订阅</button>" in page(client, address)
    client.post(address)
    confirmed_at = MailAlert.objects.get().confirmed_at
    client.post(address)
    assert MailAlert.objects.get().confirmed_at == confirmed_at
    assert "订阅好了" in page(client, address)


def test_a_link_that_is_too_old_or_made_up_confirms_nothing(client, monkeypatch):
    ask(client)
    alert = MailAlert.objects.get()
    token = token_of(alert)
    for wrong in (f"{token[:-1]}x" if token[-1] != "x" else f"{token[:-1]}y", "x" * 60, alert.key + ":" + "x" * 40):
        assert "这个网址已经失效" in page(client, f"/mail/confirm/{wrong}/", 404)
        assert client.post(f"/mail/confirm/{wrong}/").status_code == 404
    then = timezone.now() - timedelta(days=3)
    monkeypatch.setattr(TimestampSigner, "timestamp", lambda self: _encoded(then))
    old = token_of(alert)
    monkeypatch.undo()
    assert client.post(f"/mail/confirm/{old}/").status_code == 404
    assert MailAlert.objects.get().confirmed_at is None


def _encoded(moment) -> str:
    from django.core.signing import b62_encode

    return b62_encode(int(moment.timestamp()))


def test_leaving_asks_first_and_then_deletes(client):
    alert = following(7)
    alert.save()
    address = f"/mail/leave/{alert.key}/"
    assert "退订，删除我的邮箱</button>" in page(client, address)
    assert alert.email not in page(client, address)
    assert "已经退订" in client.post(address).content.decode()
    assert not MailAlert.objects.exists()
    assert "已经退订" in page(client, address)


@pytest.mark.parametrize("address", WITH_LINKS)
def test_pages_lead_there_only_where_mail_is_sent_and_are_other_answers_then(client, settings, address):
    on = client.get(address)
    assert re.search(r'href="(?:/en)?/mail/', on.content.decode())
    settings.MAIL_ALERTS = False
    off = client.get(address, headers={"If-None-Match": on.headers["ETag"]})
    assert off.status_code == 200
    assert "/mail/" not in off.content.decode()


def test_what_a_server_keeps_on_disk_is_of_the_setting_too(settings):
    on = build()
    settings.MAIL_ALERTS = False
    assert build() != on


def test_where_no_mail_is_sent_there_is_no_form_but_still_a_way_out(client, settings):
    alert = following(1)
    alert.save()
    settings.MAIL_ALERTS = False
    addresses = ("/mail/", "/mail/sent/", f"/mail/confirm/{token_of(alert)}/")
    assert {client.get(address).status_code for address in addresses} == {404}
    assert client.post(f"/mail/leave/{alert.key}/").status_code == 200
    assert not MailAlert.objects.exists()


def test_english_pages_are_in_english(client):
    ask(client, UNIT_FEED, path="/en/mail/")
    alert = MailAlert.objects.get()
    assert alert.language == "en"
    for address in (f"/en/mail/?feed={UNIT_FEED}", "/en/mail/sent/", f"/en/mail/confirm/{token_of(alert)}/"):
        text = re.sub(r'<[^>]+lang="zh-Hans"[^>]*>[^<]*', "", page(client, address).partition("<main")[2])
        assert not re.search(r"[\u4e00-\u9fff]", text), address
