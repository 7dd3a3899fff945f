"""Staff read what readers ask, answer it, and somebody else makes it public."""

import pytest
from django.urls import reverse

from disclosures.publication.questions import steps
from disclosures.publication.questions.models import ReaderQuestion
from disclosures.staff.roles import Role
from tests.building import published_disclosure
from tests.once import once
from tests.publication.questions.asked import ask, shown
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db

LIST = reverse("admin:publication_readerquestion_changelist")


@once
def published():
    return published_disclosure()


def page_of(question: ReaderQuestion) -> str:
    return reverse("admin:publication_readerquestion_change", args=[question.pk])


def seen(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def did(client, question: ReaderQuestion, deed: str, **fields) -> int:
    return client.post(page_of(question), {"deed": deed, **fields}).status_code


def state(question: ReaderQuestion) -> str:
    return ReaderQuestion.objects.get(pk=question.pk).state


def test_a_reviewer_answers_and_cannot_make_it_public(client, published):
    question = ask(published)
    client.force_login(member(Role.REVIEWER))
    assert "这个数和上年差很多" in seen(client, LIST)
    page = seen(client, page_of(question))
    assert 'value="answer"' in page
    assert 'value="publish"' not in page
    assert f'href="/units/210400-011001/2023.r1/{question.place}"' in page
    assert did(client, question, "answer", answer="人员增加了两名。") == 302
    assert state(question) == "answered"
    assert did(client, question, "publish") == 200
    assert state(question) == "answered"


def test_a_publisher_makes_public_what_somebody_else_answered_and_takes_it_down(client, published):
    question = ask(published)
    publisher = member(Role.PUBLISHER)
    client.force_login(publisher)
    assert did(client, question, "answer", answer="人员增加了两名。") == 302
    assert 'value="publish"' not in seen(client, page_of(question))
    other = ask(published, "另一个问题是什么？")
    steps.answer(other, "是这样的。", member(Role.REVIEWER))
    assert did(client, other, "publish") == 302
    assert state(other) == "published"
    assert 'value="answer"' not in seen(client, page_of(other))
    assert did(client, other, "withdraw") == 302
    assert state(other) == "withdrawn"
    assert 'name="deed"' not in seen(client, page_of(other))


def test_an_answer_needs_words_that_can_be_seen_and_a_deed(client, published):
    question = ask(published)
    client.force_login(member(Role.REVIEWER))
    for fields in ({"deed": "answer"}, {"deed": "answer", "answer": "看不见的\x1b字符"}, {"answer": "没有选"}):
        assert client.post(page_of(question), fields).status_code == 200
        assert state(question) == "open"


def test_what_was_asked_is_not_changed_whatever_is_sent(client, published):
    question = ask(published)
    client.force_login(member(Role.REVIEWER))
    did(
        client,
        question,
        "answer",
        answer="是。",
        text="别的问题",
        subject="别处",
        state="published",
        email="x@example.cn",
    )
    changed = ReaderQuestion.objects.get(pk=question.pk)
    assert (changed.text, changed.subject, changed.state) == (question.text, question.subject, "answered")


def test_the_address_of_who_asked_is_shown_to_nobody(client, published):
    question = ask(published, email="a@example.cn")
    for role in (Role.REVIEWER, Role.PUBLISHER, Role.ADMINISTRATOR):
        client.force_login(member(role))
        assert "a@example.cn" not in seen(client, page_of(question)) + seen(client, LIST)


@pytest.mark.parametrize("elsewhere", [{"region": "330100"}])
def test_questions_of_other_places_are_not_found(client, published, elsewhere):
    question = shown(published)
    client.force_login(member(Role.PUBLISHER, **elsewhere))
    assert client.get(page_of(question)).status_code == 404
    assert did(client, question, "withdraw") == 404
    client.force_login(member(Role.CLERK))
    assert client.get(LIST).status_code == 403
