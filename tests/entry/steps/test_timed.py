"""Setting a time for publishing, on the pages of the admin."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from disclosures.publication.models import PublicationPlan
from disclosures.publication.timed.plans import publish_due
from disclosures.staff.roles import Role
from disclosures.statements.models import State
from tests.building import submitted_disclosure
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db


def step(disclosure, key: str) -> str:
    return reverse("admin:statements_disclosure_step", args=[disclosure.pk, key])


def page(client, disclosure):
    return client.get(reverse("admin:statements_disclosure_change", args=[disclosure.pk]))


def test_a_publisher_sets_a_time_in_beijing_sees_it_and_gives_it_up(client):
    disclosure = submitted_disclosure()
    client.force_login(member(Role.PUBLISHER))
    day = f"{timezone.localdate() + timedelta(days=2):%Y-%m-%d}"
    client.post(step(disclosure, "plan"), {"at": f"{day}T09:00"})
    made = PublicationPlan.objects.get()
    assert f"{made.at:%H:%M}" == "01:00"  # UTC
    shown = page(client, disclosure)
    assert "09:00（北京时间），等待发布" in shown.content.decode()
    assert [action.key for action in shown.context["actions"]] == ["return", "publish", "cancel-plan"]
    client.post(step(disclosure, "cancel-plan"))
    shown = page(client, disclosure)
    assert "09:00（北京时间），已取消" in shown.content.decode()
    assert [action.key for action in shown.context["actions"]] == ["return", "publish", "plan"]


def test_the_planned_time_publishes_in_the_publishers_name(client):
    disclosure = submitted_disclosure()
    publisher = member(Role.PUBLISHER)
    client.force_login(publisher)
    client.post(step(disclosure, "plan"), {"at": f"{timezone.localtime() + timedelta(hours=1):%Y-%m-%d %H:%M}"})
    publish_due(timezone.now() + timedelta(hours=2))
    disclosure.refresh_from_db()
    assert disclosure.state == State.PUBLISHED
    assert disclosure.steps_taken.last().by_name == publisher.username


@pytest.mark.parametrize(("at", "sentence"), [("", "请写明发布时间"), ("明天", "这不是日期和时间")])
def test_what_is_no_time_is_said_at_its_field(admin_client, at, sentence):
    disclosure = submitted_disclosure()
    assert sentence in admin_client.post(step(disclosure, "plan"), {"at": at}).content.decode()
    assert not PublicationPlan.objects.exists()
