"""A question and the people who deal with it, made for a test."""

from typing import Any

from django.utils.crypto import get_random_string

from disclosures.publication.questions import asking, steps
from disclosures.publication.questions.models import ReaderQuestion
from disclosures.staff.roles import Role
from disclosures.statements.models import Disclosure
from tests.staff.staffed import member

PLACE = "tables/03/#2080505.1"


def ask(disclosure: Disclosure, text: str = "这个数和上年差很多，为什么？", address: str = "203.0.113.7", **asked: Any):
    """A question about one figure of it."""
    given = {"place": PLACE, "subject": "公开03表 支出决算表，2080505", "key": get_random_string(22), **asked}
    return asking.take(address=address, disclosure=disclosure, text=text, **given)


def shown(disclosure: Disclosure, text: str = "这个数和上年差很多，为什么？", **asked: Any) -> ReaderQuestion:
    """One that is public: answered by a reviewer, published by somebody else."""
    question = ask(disclosure, text, **asked)
    steps.answer(question, "人员增加了两名。", member(Role.REVIEWER))
    steps.publish(question, member(Role.PUBLISHER))
    return ReaderQuestion.objects.get(pk=question.pk)
