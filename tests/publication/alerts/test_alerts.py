"""Readers who are told by mail: who confirms is told what it follows, in one mail for each batch, until it leaves."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from disclosures.publication import workflow
from disclosures.publication.alerts.delivering import AT_ONCE
from disclosures.publication.alerts.forgetting import forget_readers
from disclosures.publication.alerts.writing import LISTED
from disclosures.publication.models import MailAlert, MailNews
from tests.building import published_disclosure
from tests.publication.alerts.readers import READER, SITE, after, after_a_batch, ask, corrected, follow, following, link

pytestmark = pytest.mark.django_db


def test_nothing_but_one_question_is_sent_before_it_is_confirmed(client):
    assert ask(client).status_code == 303
    for hours in range(3):
        after(hours=hours)
    published_disclosure()
    after(hours=4)
    (question,) = mail.outbox
    assert question.to == [READER]
    assert question.subject == "请确认：用邮件订阅“新公开的决算”"
    address = link(question.body, "confirm")
    assert client.get(address).status_code == 200  # a program that looks through mail follows links
    assert MailAlert.objects.get().confirmed_at is None
    client.post(address)
    assert MailAlert.objects.get().confirmed_at


def test_who_confirmed_is_told_what_is_published_from_then_on(client):
    published_disclosure(year=2022)
    follow(client)
    disclosure = published_disclosure()
    after(seconds=30)
    assert mail.outbox == []  # more may be published at once
    after_a_batch()
    (told,) = mail.outbox
    assert told.subject == f"{disclosure.unit_name} 2023 年度决算"
    assert f"{SITE}/units/210400-011001/2023.r1/" in told.body
    assert "2022" not in told.body
    after(hours=2)
    assert len(mail.outbox) == 1


def test_a_batch_is_one_mail_that_names_the_newest_and_counts_the_rest(client, monkeypatch):
    follow(client)
    monkeypatch.setattr("disclosures.publication.alerts.delivering.LISTED", 3)
    for year in range(2018, 2023):
        published_disclosure(year=year)
    after_a_batch()
    (told,) = mail.outbox
    assert told.subject == "新公开的决算：新公开 5 份"
    assert told.body.count(f"{SITE}/units/") == 3 < LISTED
    assert f"另外还有 2 份：\n{SITE}/published/" in told.body
    assert "2022.r1" in told.body


def test_a_batch_that_does_not_end_is_told_after_half_an_hour(client):
    follow(client)
    published_disclosure()
    MailNews.objects.update(made_at=timezone.now() - timedelta(minutes=31))
    published_disclosure(year=2022)
    after(seconds=1)
    assert [told.subject for told in mail.outbox] == ["新公开的决算：新公开 2 份"]


def test_a_correction_says_so_with_its_note(client, published_2023):
    follow(client, "/corrections.atom")
    published_disclosure(year=2022)
    corrected(published_2023)
    after_a_batch()
    (told,) = mail.outbox
    assert told.subject.startswith("更正：")
    assert told.subject.endswith("2023 年度决算（第 2 版）")
    assert f"更正了三公经费。\n{SITE}/units/210400-011001/2023.r2/" in told.body
    assert "2022" not in told.body


@pytest.mark.parametrize(
    ("feed", "is_told"),
    [
        ("/units/210400-011001/feed.atom", True), ("/units/210400-011002/feed.atom", False),
        ("/regions/210400/feed.atom", True), ("/codes/function/201/feed.atom", True), ("/corrections.atom", True),
    ],
)  # fmt: skip
def test_each_is_told_what_it_asked_for(client, published_2023, feed, is_told):
    published_disclosure(unit_code="011002", unit_name="抚顺市档案馆")
    follow(client, feed)
    corrected(published_2023)
    after_a_batch()
    assert len(mail.outbox) == is_told


def test_what_is_withdrawn_before_the_mail_is_not_told(client):
    follow(client)
    withdrawn = published_disclosure(year=2022)
    published_disclosure()
    workflow.withdraw(withdrawn, "有误")
    after_a_batch()
    assert "2022" not in mail.outbox[0].body
    workflow.withdraw(published_disclosure(year=2021), "有误")
    after(hours=1)
    assert len(mail.outbox) == 1
    assert not MailAlert.objects.filter(owed__gt=MailAlert.objects.get().told).exists()


def test_english_readers_are_written_to_in_english(client):
    follow(client, path="/en/mail/")
    published_disclosure()
    after_a_batch()
    (told,) = mail.outbox
    assert told.subject.endswith(", final accounts 2023")
    assert f"{SITE}/en/units/210400-011001/2023.r1/" in told.body
    assert link(told.body, "leave").startswith("/en/mail/leave/")


def test_a_mail_program_ends_it_with_one_click(client):
    follow(client)
    published_disclosure()
    after_a_batch()
    headers = mail.outbox[0].message()
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = headers["List-Unsubscribe"].strip("<>").removeprefix(SITE)
    assert client.get(address).status_code == 200
    assert MailAlert.objects.exists()
    assert client.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not MailAlert.objects.exists()
    assert client.post(address).status_code == 200  # to leave twice is no error
    published_disclosure(year=2022)
    after_a_batch()
    assert len(mail.outbox) == 1


def test_who_never_confirms_is_forgotten_and_so_is_where_requests_came_from(client):
    ask(client)
    follow(client, email="other@example.org")
    forget_readers(timezone.now() + timedelta(hours=25))
    assert set(MailAlert.objects.values_list("email", "client")) == {(READER, ""), ("other@example.org", "")}
    forget_readers(timezone.now() + timedelta(hours=49))
    assert MailAlert.objects.get().email == "other@example.org"


def test_news_of_a_week_ago_are_none_and_that_is_said(client, caplog):
    follow(client)
    published_disclosure()
    MailAlert.objects.update(owed=1)
    forget_readers(timezone.now() + timedelta(days=8))
    assert not MailNews.objects.exists()
    assert "1 alerts were not told" in caplog.text
    assert READER not in caplog.text
    after(days=8)
    assert mail.outbox == []


def test_ten_thousand_readers_cost_a_publication_one_row_and_a_round_a_few(client, django_assert_max_num_queries):
    MailAlert.objects.bulk_create([following(number) for number in range(10_000)])
    published_disclosure()
    assert MailNews.objects.count() == 1
    with django_assert_max_num_queries(20 + 4 * AT_ONCE):
        after_a_batch()
    assert len(mail.outbox) == AT_ONCE
    assert MailAlert.objects.filter(told__gt=0).count() == AT_ONCE


def test_where_no_mail_is_sent_nothing_is_written_down_or_sent(settings):
    settings.MAIL_ALERTS = False
    following(1).save()
    published_disclosure()
    assert not MailNews.objects.exists()
    after(hours=1)
    assert mail.outbox == []
