"""What becomes of a question: two persons, what the database refuses, what `verify` tells, what is forgotten."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from disclosures.publication.guarding.guards import QUESTION_BEGINS_OPEN, QUESTION_IS_FIXED, TWO_PERSONS
from disclosures.publication.models import PublicationCounter
from disclosures.publication.questions import asking, steps
from disclosures.publication.questions.forgetting import CLIENT_DAYS, KEPT_DAYS, forget
from disclosures.publication.questions.models import ReaderQuestion
from disclosures.publication.verifying.questions import question_differences
from disclosures.publication.verifying.whole import all_differences
from disclosures.publication.workflow import WorkflowError
from disclosures.staff.roles import Role
from tests.building import published_disclosure
from tests.once import once
from tests.publication.questions.asked import ask, shown
from tests.roles import as_owner
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db


@once
def published():
    return published_disclosure()


def state(question: ReaderQuestion) -> str:
    return ReaderQuestion.objects.get(pk=question.pk).state


def test_one_person_answers_and_another_makes_it_public(published):
    question, reviewer = ask(published), member(Role.REVIEWER)
    steps.answer(question, " 人员增加了两名。\n", reviewer)
    with pytest.raises(WorkflowError, match="另一位"):
        steps.publish(question, reviewer)
    assert state(question) == "answered"
    steps.publish(question, member(Role.PUBLISHER))
    question.refresh_from_db()
    assert (question.state, question.answer, len(question.digest)) == ("published", "人员增加了两名。", 64)


def test_steps_that_do_not_follow_are_refused(published):
    question, reviewer, publisher = ask(published), member(Role.REVIEWER), member(Role.PUBLISHER)
    for step in (lambda: steps.publish(question, publisher), lambda: steps.withdraw(question, publisher)):
        with pytest.raises(WorkflowError, match="待答复"):
            step()
    with pytest.raises(WorkflowError, match="请写答复"):
        steps.answer(question, "  ", reviewer)
    public = shown(published)
    with pytest.raises(WorkflowError, match="已公开"):
        steps.answer(public, "别的话。", reviewer)
    steps.withdraw(public, publisher)
    with pytest.raises(WorkflowError, match="已撤下"):
        steps.publish(public, publisher)


def test_a_refused_question_may_be_answered_after_all(published):
    question, reviewer = ask(published), member(Role.REVIEWER)
    steps.refuse(question, reviewer)
    assert state(question) == "refused"
    steps.answer(question, "重新看过，是这样的。", reviewer)
    assert state(question) == "answered"


def test_showing_and_taking_down_make_pages_new(published):
    before = PublicationCounter.stamp()
    question = shown(published)
    first = question.shown_at
    assert PublicationCounter.stamp() == before + 1
    steps.withdraw(question, member(Role.PUBLISHER))
    question.refresh_from_db()
    assert question.shown_at > first
    assert PublicationCounter.stamp() == before + 2


@pytest.mark.parametrize("changed", [{"text": "别的问题"}, {"place": ""}, {"subject": "别处"}, {"key": "x"}])
def test_the_database_keeps_what_was_asked(published, changed):
    question = ask(published)
    with pytest.raises(IntegrityError, match=QUESTION_IS_FIXED), transaction.atomic():
        ReaderQuestion.objects.filter(pk=question.pk).update(**changed)


@pytest.mark.parametrize(
    "changed", [{"answer": "别的话"}, {"state": "answered"}, {"digest": ""}, {"answered_by": None}]
)
def test_the_database_keeps_what_was_shown(published, changed):
    question = shown(published)
    with pytest.raises(IntegrityError, match=QUESTION_IS_FIXED), transaction.atomic():
        ReaderQuestion.objects.filter(pk=question.pk).update(**changed)
    with pytest.raises(IntegrityError, match=QUESTION_IS_FIXED), transaction.atomic():
        ReaderQuestion.objects.filter(pk=question.pk).delete()
    ReaderQuestion.objects.filter(pk=question.pk).update(email="", client="")


def test_the_database_asks_for_two_persons_and_an_answer(published):
    reviewer = member(Role.REVIEWER)
    question = ask(published)
    steps.answer(question, "是的。", reviewer)
    rows = ReaderQuestion.objects.filter(pk=question.pk)
    for alone in ({"shown_by": reviewer}, {"shown_by": None}, {"shown_by": member(Role.PUBLISHER), "answer": ""}):
        with pytest.raises(IntegrityError, match=TWO_PERSONS), transaction.atomic():
            rows.update(state="published", **alone)
    with pytest.raises(IntegrityError, match=QUESTION_BEGINS_OPEN), transaction.atomic():
        ask(published, state="answered")


def test_verify_tells_what_was_changed_past_the_guards(published):
    question = shown(published)
    steps.withdraw(shown(published, "另一个问题是什么？"), member(Role.PUBLISHER))
    assert list(question_differences()) == []
    with as_owner():
        from django.apps import apps
        from django.db import connection

        from disclosures.publication.guarding import triggers

        triggers.lift(connection)
        ReaderQuestion.objects.filter(pk=question.pk).update(answer="别的话。")
        triggers.install(apps, connection)
    assert f"第 {question.pk} 号读者提问：问或答与公开时不同。" in list(all_differences())


def test_a_client_asks_so_many_an_hour_and_the_same_once(published):
    first = ask(published, key="a" * 22)
    assert ask(published, key="a" * 22) == first
    assert ask(published, "换了一个问题问。", key="a" * 22) != first
    for number in range(asking.AN_HOUR - 2):
        ask(published, f"第 {number} 个问题是什么？")
    with pytest.raises(asking.TooManyError):
        ask(published, "又一个问题是什么？")
    ask(published, "别人的问题是什么？", address="203.0.113.8")


def test_everybody_together_asks_so_many_a_day(published, monkeypatch):
    monkeypatch.setattr(asking, "A_DAY", 2)
    for number in range(2):
        ask(published, address=f"203.0.113.{number}")
    with pytest.raises(asking.TooManyError):
        ask(published, address="203.0.113.9")


def test_an_address_goes_once_the_answer_was_sent(published, settings):
    settings.EMAIL_HOST = "localhost"
    asked, refused = ask(published, email="a@example.cn"), ask(published, "广告广告广告", email="b@example.cn")
    forget(timezone.now())
    assert ReaderQuestion.objects.get(pk=asked.pk).email == "a@example.cn"
    steps.answer(asked, "人员增加了两名。", member(Role.REVIEWER))
    steps.refuse(refused, member(Role.REVIEWER))
    forget(timezone.now())
    assert not ReaderQuestion.objects.exclude(email="").exists()
    assert [message.to for message in mail.outbox] == [["a@example.cn"]]
    assert "人员增加了两名。" in mail.outbox[0].body


def test_an_address_goes_after_half_a_year_and_the_mark_of_a_client_after_a_day(published):
    question = ask(published, email="a@example.cn")
    now = timezone.now()
    forget(now + timedelta(days=CLIENT_DAYS, minutes=1))
    question.refresh_from_db()
    assert (question.client, question.email) == ("", "a@example.cn")
    forget(now + timedelta(days=KEPT_DAYS, minutes=1))
    question.refresh_from_db()
    assert question.email == ""
