"""Returning and publishing many at once: asked first, a result for each, nothing that one alone may not do."""

import pytest
from django.utils import timezone

from disclosures.checks.models import CheckRun
from disclosures.entry.year import many
from disclosures.publication import workflow
from disclosures.publication.history import StepTaken
from disclosures.publication.models import PublicationPlan
from disclosures.staff.roles import Role
from disclosures.statements.models import Disclosure, State
from tests.building import build_disclosure
from tests.once import once
from tests.staff.staffed import join, member

pytestmark = pytest.mark.django_db

YEAR = "/admin/statements/disclosure/year/2023/"
MANY = f"{YEAR}many/"


@once
def submitted() -> list[Disclosure]:
    """Four units that somebody submitted."""
    clerk = member(Role.CLERK, unit="011009")
    made = [build_disclosure(unit_code=f"01100{number}", unit_name=f"第{number}局") for number in range(1, 5)]
    for one in made:
        workflow.submit(one, by=clerk)
    return made


@pytest.fixture
def publisher(client):
    client.force_login(member(Role.PUBLISHER))
    return client


def ask(client, do: str, disclosures: list[Disclosure], **more):
    return client.post(MANY, {"do": do, "unit": [one.unit_id for one in disclosures], **more})


def confirm(client, do: str, asked, **answers):
    """Send the page that asks as a browser does; gives the page of results."""
    seen = [item.seen for item in asked.context["able"]]
    return client.post(MANY, {"do": do, "seen": seen, **answers}, follow=True)


def states(disclosures: list[Disclosure]) -> list[State]:
    found = Disclosure.objects.in_bulk([one.pk for one in disclosures])
    return [found[one.pk].state for one in disclosures]


def test_nothing_happens_before_it_is_confirmed(publisher, submitted):
    asked = ask(publisher, "publish", submitted[:2])
    html = asked.content.decode()
    assert "发布这 2 份" in html
    assert "发布后人人可见" in html
    assert [item.row.disclosure for item in asked.context["able"]] == submitted[:2]
    assert states(submitted) == [State.SUBMITTED] * 4


def test_many_are_published_each_with_its_step(publisher, submitted):
    results = confirm(publisher, "publish", ask(publisher, "publish", submitted[:3]))
    assert "已发布 3 份" in results.content.decode()
    assert states(submitted) == [State.PUBLISHED] * 3 + [State.SUBMITTED]
    assert StepTaken.objects.filter(step="publish").count() == 3
    assert "已发布 3 份" in publisher.get(MANY).content.decode()  # and stays when it is loaded again


def test_many_are_returned_with_one_reason(publisher, submitted):
    asked = ask(publisher, "return", submitted)
    again = publisher.post(MANY, {"do": "return", "seen": [item.seen for item in asked.context["able"]], "reason": " "})
    assert "要写明原因" in again.content.decode()
    assert states(submitted) == [State.SUBMITTED] * 4
    confirm(publisher, "return", again, reason="公开03 合计不符")
    assert states(submitted) == [State.DRAFT] * 4
    assert set(StepTaken.objects.filter(step="return").values_list("reason", flat=True)) == {"公开03 合计不符"}


def test_a_time_is_set_for_many_and_not_twice(publisher, submitted):
    later = (timezone.localtime() + timezone.timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
    results = confirm(publisher, "plan", ask(publisher, "plan", submitted[:2]), at=later)
    assert "已定时发布 2 份" in results.content.decode()
    assert PublicationPlan.objects.count() == 2
    asked = ask(publisher, "plan", submitted)
    assert [item.row.disclosure for item in asked.context["unable"]] == submitted[:2]
    assert "已经安排了发布时间" in asked.content.decode()
    past = confirm(publisher, "plan", asked, at="2020-01-01T09:00")
    assert "2 份没有定时发布" in past.content.decode()
    assert "发布时间要在现在以后" in past.content.decode()


def test_whoever_submitted_publishes_none_of_the_own(client, submitted):
    both = member(Role.PUBLISHER)
    join(both, Role.CLERK)
    own = build_disclosure(unit_code="011008", unit_name="第8局")
    workflow.submit(own, by=both)
    client.force_login(both)
    asked = ask(client, "publish", [own, submitted[0]])
    assert [item.row.disclosure for item in asked.context["able"]] == [submitted[0]]
    assert "提交的人不能自己发布" in asked.content.decode()
    step = StepTaken.objects.filter(disclosure=own).last()
    forced = client.post(MANY, {"do": "publish", "seen": [f"{own.unit_id}:{step.pk}"]}, follow=True)
    assert "1 份没有发布" in forced.content.decode()
    assert states([own]) == [State.SUBMITTED]


def test_one_that_cannot_be_taken_stops_no_other(publisher, submitted):
    asked = ask(publisher, "publish", submitted[:3])
    workflow.return_to_draft(submitted[1])
    workflow.return_to_draft(submitted[2])
    workflow.submit(submitted[2])  # another content may have been submitted since
    html = confirm(publisher, "publish", asked).content.decode()
    assert "已发布 1 份" in html
    assert "已退回，不能发布" in html
    assert "看过以后又有变动，没有处理" in html
    assert states(submitted[:3]) == [State.PUBLISHED, State.DRAFT, State.SUBMITTED]


def test_all_that_is_listed_can_be_chosen_beyond_the_page(publisher, submitted, monkeypatch):
    asked = publisher.post(MANY, {"do": "publish", "all": "1", "q": "第"})
    assert len(asked.context["able"]) == 4
    asked = publisher.post(MANY, {"do": "publish", "all": "1", "q": "第2局"})
    assert [item.row.disclosure for item in asked.context["able"]] == [submitted[1]]
    monkeypatch.setattr(many, "MOST", 3)
    asked = publisher.post(MANY, {"do": "publish", "all": "1"})
    assert len(asked.context["able"]) == 3
    assert "一次最多处理 3 份，还有 1 份没有列在这里" in asked.content.decode()


def test_a_reviewer_returns_and_does_not_publish(client, submitted):
    client.force_login(member(Role.REVIEWER))
    assert [action.key for action in client.get(YEAR).context["actions"]] == ["return"]
    assert ask(client, "publish", submitted).status_code == 403
    assert ask(client, "return", submitted).status_code == 200


def test_clerks_choose_nothing_and_what_is_not_reached_is_not_found(client, submitted):
    client.force_login(member(Role.CLERK))
    assert client.get(YEAR).context["actions"] == []
    assert 'type="checkbox"' not in client.get(YEAR).content.decode()
    assert ask(client, "return", submitted).status_code == 403
    client.force_login(member(Role.PUBLISHER, region="210500"))
    assert ask(client, "publish", submitted).status_code == 404
    step = StepTaken.objects.filter(disclosure=submitted[0]).last()
    assert client.post(MANY, {"do": "publish", "seen": [f"{submitted[0].unit_id}:{step.pk}"]}).status_code == 404
    assert states(submitted) == [State.SUBMITTED] * 4


@pytest.mark.parametrize("data", [{"do": "x"}, {"do": "publish", "unit": "x"}, {"do": "publish", "seen": "x:1"}, {}])
def test_what_nobody_could_have_sent_is_not_found(publisher, data):
    assert publisher.post(MANY, data).status_code == 404


def test_nothing_chosen_is_said(publisher, submitted):
    assert "没有可以发布的" in ask(publisher, "publish", []).content.decode()
    assert publisher.get(MANY).url == YEAR


def test_what_was_found_is_kept_from_the_submission_until_a_return(submitted):
    run = CheckRun.objects.get(disclosure=submitted[0])
    assert run.broken >= 0
    workflow.return_to_draft(submitted[0])
    assert not CheckRun.objects.filter(disclosure=submitted[0]).exists()
    workflow.publish(submitted[1])
    assert CheckRun.objects.get(disclosure=submitted[1]).pk != run.pk
