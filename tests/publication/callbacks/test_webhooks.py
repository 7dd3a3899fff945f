"""Programs that are told what is published, over a listening server: who confirms, what arrives, what goes wrong."""

import hashlib
import hmac
import json
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone

from disclosures.exports.api.webhooks import Message
from disclosures.publication import workflow
from disclosures.publication.callbacks.delivering import deliver_due
from disclosures.publication.callbacks.models import Delivery, Subscription
from disclosures.publication.callbacks.sending import RefusedError, is_public, send
from tests.building import published_disclosure

pytestmark = pytest.mark.django_db

SECRET = "a-secret-of-the-subscriber"
SITE = "http://testserver"


class Subscriber(BaseHTTPRequestHandler):
    """Confirms what it is asked and keeps what it is told; `says` is the status of its answers."""

    def do_GET(self):
        asked = parse_qs(urlsplit(self.path).query)
        self.server.asked.append(asked)
        self._answer(asked["challenge"][0].encode() if self.server.confirms else b"no")

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.told.append((dict(self.headers), body))
        self._answer(b"thanks")

    def _answer(self, content):
        self.send_response(self.server.says)
        if self.server.says == 302:
            self.send_header("Location", "/elsewhere")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args):
        """Tests print nothing."""


@pytest.fixture
def subscriber(settings):
    settings.PRIVATE_CALLBACKS = True
    server = HTTPServer(("127.0.0.1", 0), Subscriber)
    server.asked, server.told, server.confirms, server.says = [], [], True, 200
    server.address = f"http://127.0.0.1:{server.server_port}/hook?for=us"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def asked(client, subscriber, topic="/feed.atom", mode="subscribe", **more):
    given = {"mode": mode, "topic": SITE + topic, "callback": subscriber.address, "secret": SECRET} | more
    return client.post("/webhooks", given)


def subscribed(client, subscriber, topic="/feed.atom"):
    assert asked(client, subscriber, topic).status_code == 202
    deliver_due(timezone.now())
    assert Subscription.objects.get(topic=topic).state == "active"


def corrected(disclosure):
    draft = workflow.revise(disclosure)
    draft.change_note = "更正了三公经费。"
    draft.save()
    workflow.submit(draft)
    workflow.publish(draft)


def events(subscriber):
    return [json.loads(body)["event"] for _, body in subscriber.told]


def test_who_confirms_is_told_what_is_published_with_a_signature(client, subscriber):
    subscribed(client, subscriber)
    assert subscriber.asked[0]["topic"] == [f"{SITE}/feed.atom"]
    assert subscriber.asked[0]["for"] == ["us"]
    disclosure = published_disclosure()
    deliver_due(timezone.now())
    ((headers, body),) = subscriber.told
    told = json.loads(body)
    assert (told["event"], told["sha256"]) == ("published", disclosure.digest)
    assert told["address"] == f"{SITE}/units/210400-011001/2023.r1/"
    signed = hmac.new(SECRET.encode(), headers["X-Timestamp"].encode() + b"." + body, hashlib.sha256).hexdigest()
    assert headers["X-Signature"] == f"sha256={signed}"
    assert headers["Idempotency-Key"] == told["id"]
    deliver_due(timezone.now() + timedelta(hours=1))
    assert len(subscriber.told) == 1


def test_what_is_sent_is_what_the_contract_says(client, subscriber):
    subscribed(client, subscriber)
    published_disclosure()
    deliver_due(timezone.now())
    ((headers, body),) = subscriber.told
    contract = client.get("/api/v1/openapi.json").json()
    post = contract["webhooks"]["published"]["post"]
    assert {one["name"] for one in post["parameters"]} <= headers.keys()
    told = json.loads(body)
    assert list(told) == list(contract["components"]["schemas"]["Message"]["properties"])
    Message.model_validate(told, strict=True)


def test_who_does_not_confirm_is_told_nothing_and_forgotten(client, subscriber):
    subscriber.confirms = False
    asked(client, subscriber)
    now = timezone.now()
    for hours in range(4):
        deliver_due(now + timedelta(hours=hours))
    assert len(subscriber.asked) == 3
    assert not Subscription.objects.exists()
    published_disclosure()
    deliver_due(timezone.now())
    assert subscriber.told == []


@pytest.mark.parametrize(
    ("topic", "told"),
    [
        ("/units/210400-011001/feed.atom", ["corrected"]),
        ("/units/210400-011002/feed.atom", []),
        ("/regions/210400/feed.atom", ["corrected"]),
        ("/codes/function/201/feed.atom", ["corrected"]),
        ("/corrections.atom", ["corrected"]),
    ],
)
def test_each_is_told_what_it_asked_for(client, subscriber, published_2023, topic, told):
    published_disclosure(unit_code="011002", unit_name="抚顺市档案馆")
    subscribed(client, subscriber, topic)
    corrected(published_2023)
    deliver_due(timezone.now())
    assert events(subscriber) == told


def test_first_publications_are_no_corrections(client, subscriber):
    subscribed(client, subscriber, "/corrections.atom")
    published_disclosure()
    assert not Delivery.objects.exists()


def test_what_is_not_taken_is_sent_again_under_the_same_number_and_given_up_after_a_day(client, subscriber):
    subscribed(client, subscriber)
    subscriber.says = 500
    published_disclosure()
    now = timezone.now()
    for hours in (0, 1, 12, 25, 30):
        deliver_due(now + timedelta(hours=hours))
    assert len(subscriber.told) == 4
    assert len({headers["Idempotency-Key"] for headers, _ in subscriber.told}) == 1
    subscription = Subscription.objects.get()
    assert (subscription.state, subscription.trouble) == ("stopped", "对方回答 500")
    assert "已放弃" in Delivery.objects.get().trouble
    subscriber.says = 200
    subscribed(client, subscriber)


def test_what_a_killed_worker_had_taken_is_sent_by_the_next(client, subscriber):
    subscribed(client, subscriber)
    published_disclosure()
    now = timezone.now()
    Delivery.objects.update(next_at=now + timedelta(seconds=60), attempts=1)
    deliver_due(now)
    assert subscriber.told == []
    deliver_due(now + timedelta(seconds=61))
    assert events(subscriber) == ["published"]


def test_leaving_is_confirmed_too(client, subscriber):
    subscribed(client, subscriber)
    assert asked(client, subscriber, mode="unsubscribe").status_code == 202
    subscriber.confirms = False
    deliver_due(timezone.now())
    assert Subscription.objects.get().state == "leaving"
    subscriber.confirms = True
    deliver_due(timezone.now() + timedelta(hours=1))
    assert not Subscription.objects.exists()


def test_who_runs_the_site_sees_what_did_not_arrive(client, admin_client, subscriber):
    subscribed(client, subscriber)
    subscriber.says = 500
    published_disclosure()
    deliver_due(timezone.now())
    page = admin_client.get(f"/admin/publication/subscription/{Subscription.objects.get().pk}/change/").content.decode()
    assert "对方回答 500" in page
    assert SECRET not in page


def test_a_redirect_is_not_followed(client, subscriber):
    subscriber.says = 302
    with pytest.raises(RefusedError, match="302"):
        send("GET", f"{subscriber.address}&challenge=x")
    assert len(subscriber.asked) == 1


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "::1", "fe80::1", "fd00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
    ],
)  # fmt: skip
def test_addresses_of_no_public_network(address):
    assert not is_public(address)


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://2130706433/"])
def test_private_networks_are_not_called(url):
    with pytest.raises(RefusedError):
        send("GET", url)


def test_public_addresses_are():
    assert is_public("1.1.1.1")
    assert is_public("2606:4700::1111")


@pytest.mark.parametrize(
    "callback",
    [
        "", "javascript:alert(1)", "ftp://example.org/", "http://user:word@example.org/", "http://example.org/#x",
        "http://example.org:22/", "http://example.org:999999/", "http://[/", "http://example.org/\r\nX: y",
        "http://example.org/" + "x" * 1000, "http://example.org/\x00", "http://例子.example/",
    ],
)  # fmt: skip
def test_what_is_no_address_to_call_is_refused(client, callback):
    given = {"mode": "subscribe", "topic": "/feed.atom", "callback": callback, "secret": SECRET}
    assert client.post("/webhooks", given).status_code == 400
    assert client.post("/webhooks", given | {"mode": "unsubscribe"}).status_code == 400
    assert not Subscription.objects.exists()


@pytest.mark.parametrize(
    "more",
    [
        {"topic": "http://elsewhere.example/feed.atom"}, {"topic": ""}, {"topic": "/units/"}, {"topic": "http://["},
        {"topic": "/regions/999999/feed.atom"}, {"topic": "x" * 9999}, {"mode": "publish"}, {"secret": "short"},
        {"secret": "nul" * 9 + "\x00"},
    ],
)  # fmt: skip
def test_what_cannot_be_followed_is_refused(client, more):
    given = {"mode": "subscribe", "topic": "/feed.atom", "callback": "https://example.org/", "secret": SECRET}
    assert client.post("/webhooks", given | more).status_code == 400
    assert client.get("/webhooks").status_code == 405


def test_one_client_asks_so_often_an_hour(client):
    given = {"mode": "subscribe", "topic": "/feed.atom", "secret": SECRET}
    answers = [client.post("/webhooks", given | {"callback": f"https://{n}.example/"}).status_code for n in range(12)]
    assert answers == [202] * 10 + [429] * 2
