"""Mail over a listening server: what it takes, what it refuses, and what waits while it is away."""

import smtplib
import socket
from contextlib import contextmanager
from datetime import timedelta
from email import message_from_bytes, policy
from functools import cache

import pytest
from aiosmtpd.controller import Controller
from django.core.mail.backends.smtp import EmailBackend
from django.utils import timezone

from disclosures.publication.alerts import delivering
from disclosures.publication.alerts.delivering import MOST_REFUSALS
from disclosures.publication.models import MailAlert
from tests.building import published_disclosure
from tests.publication.alerts.readers import after, after_a_batch, ask, following

pytestmark = pytest.mark.django_db


class Mailboxes:
    """Takes mail for everybody to whom `answers` gives no other answer."""

    def __init__(self):
        self.taken, self.answers = [], {}

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - the name it is called by
        answer = self.answers.get(address, "250 OK")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.taken.append((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=policy.default)))
        return "250 taken"


@pytest.fixture
def server(settings):
    """Django's own mail over SMTP, as on a server."""
    boxes, port = Mailboxes(), free_port()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_HOST_USER, settings.EMAIL_USE_SSL, settings.EMAIL_TIMEOUT = "", False, 2
    with listening(boxes, port):
        yield boxes


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return found.getsockname()[1]


@contextmanager
def listening(boxes: Mailboxes, port: int):
    """While `boxes` can be reached; `boxes.go_away` ends that before."""
    controller = Controller(boxes, hostname="127.0.0.1", port=port)
    controller.start()
    boxes.go_away = cache(controller.stop)  # once
    try:
        yield
    finally:
        boxes.go_away()


def readers(count: int) -> list[MailAlert]:
    return MailAlert.objects.bulk_create([following(number) for number in range(count)])


def said(caplog) -> str:
    """What the site itself writes into its log; the server for tests has one too."""
    return "\n".join(one.getMessage() for one in caplog.records if one.name.startswith("disclosures"))


def receivers(server) -> list[str]:
    return [to for tos, _ in server.taken for to in tos]


def test_a_mail_arrives_whole_with_its_heads(client, server):
    assert ask(client, email="reader@例子.example").status_code == 303
    after(seconds=1)
    ((tos, arrived),) = server.taken
    assert tos == ["reader@xn--fsqu00a.example"]
    assert arrived["Subject"].strip() == "请确认：用邮件订阅“新公开的决算”"
    assert arrived["Auto-Submitted"] == "auto-generated"
    assert "http://testserver/mail/confirm/" in arrived.get_content()


def test_each_is_told_once_over_one_connection(server, monkeypatch):
    opened, really = [], EmailBackend.open

    def opening(self):
        opened.append(really(self))
        return opened[-1]

    monkeypatch.setattr(EmailBackend, "open", opening)
    readers(3)
    published_disclosure()
    after_a_batch()
    after(hours=1)
    assert receivers(server) == [f"r{number}@example.org" for number in range(3)]
    assert opened.count(True) == 1


def test_who_is_refused_for_good_on_several_days_is_deleted_and_named_nowhere(server, caplog):
    readers(2)
    server.answers["r0@example.org"] = "550 5.1.1 no such user"
    published_disclosure()
    for day in range(MOST_REFUSALS + 1):
        after(days=day, minutes=5)
    assert receivers(server) == ["r1@example.org"]
    assert MailAlert.objects.get().email == "r1@example.org"
    assert "its address was refused 3 times" in said(caplog)
    assert "r0@example.org" not in said(caplog)


def test_who_was_refused_for_a_while_is_told_and_stays(server):
    (reader,) = readers(1)
    server.answers[reader.email] = "550 relay access denied"
    published_disclosure()
    after_a_batch()
    assert MailAlert.objects.get().refusals == 1
    server.answers.clear()
    after(days=1, minutes=5)
    assert receivers(server) == [reader.email]
    assert MailAlert.objects.get().refusals == 0


def test_who_is_told_to_come_later_is_tried_again_and_nobody_waits_for_it(server):
    readers(2)
    server.answers["r0@example.org"] = "450 greylisted"
    published_disclosure()
    after_a_batch()
    assert receivers(server) == ["r1@example.org"]
    server.answers.clear()
    after(minutes=10)
    assert receivers(server) == ["r1@example.org", "r0@example.org"]


def test_while_the_server_is_away_nothing_is_lost_and_nothing_counted(server, settings, caplog):
    readers(2)
    server.go_away()
    published_disclosure()  # which neither waits nor fails
    assert after_a_batch() > 1
    assert "Mail is not sent, and tried again: ConnectionRefusedError" in said(caplog)
    assert set(MailAlert.objects.values_list("attempts", "refusals", "told")) == {(0, 0, 0)}
    with listening(server, settings.EMAIL_PORT):
        after(hours=1)
    assert receivers(server) == ["r0@example.org", "r1@example.org"]


def test_a_server_that_breaks_off_ends_the_round_and_the_rest_keeps_its_turn(server, monkeypatch):
    readers(3)
    published_disclosure()
    sendmail = smtplib.SMTP.sendmail

    def break_off(self, *args, **kwargs):
        if server.taken:
            self.close()
        return sendmail(self, *args, **kwargs)

    monkeypatch.setattr(smtplib.SMTP, "sendmail", break_off)
    assert after_a_batch() > 1
    monkeypatch.undo()
    assert receivers(server) == ["r0@example.org"]
    after(minutes=5)
    assert sorted(receivers(server)) == [f"r{number}@example.org" for number in range(3)]


def test_what_a_killed_worker_had_is_sent_by_the_next(server, monkeypatch):
    (reader,) = readers(1)
    published_disclosure()

    class Killed(BaseException):
        pass

    def kill(*args):
        raise Killed

    monkeypatch.setattr(delivering, "_end", kill)  # after the server took it, before that is written down
    with pytest.raises(Killed):
        after_a_batch()
    monkeypatch.undo()
    after(seconds=150)
    assert len(server.taken) == 1  # the row is held for a while: the worker may live
    after(seconds=300)
    (first, second) = (arrived for _, arrived in server.taken)
    assert first["Message-ID"] == second["Message-ID"]
    assert MailAlert.objects.get(pk=reader.pk).told == 1


def test_two_workers_send_one_mail(server):
    (reader,) = readers(1)
    published_disclosure()
    now = timezone.now() + timedelta(minutes=5)
    delivering.spread(now)
    due = list(MailAlert.objects.all())
    delivering._send_all(due, now)
    delivering._send_all(due, now)
    assert receivers(server) == [reader.email]


def test_a_mail_that_cannot_be_made_stops_nobody_elses(server, caplog):
    readers(2)
    MailAlert.objects.filter(email="r0@example.org").update(email="no\r\nBcc: all@example.org")
    published_disclosure()
    after_a_batch()
    assert receivers(server) == ["r1@example.org"]
    assert "could not be sent: ValueError" in said(caplog)
    assert "Bcc" not in said(caplog)
