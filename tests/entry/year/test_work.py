"""My work: what each role finds after signing in, and what is next."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from disclosures.entry.models import Progress, UploadedFile
from disclosures.entry.year.standing import Standing
from disclosures.publication import workflow
from disclosures.publication.timed import plans
from disclosures.staff.models import Membership
from disclosures.staff.roles import Role
from disclosures.statements.models import Disclosure, StatementHead
from tests.building import build_disclosure, build_unit, published_disclosure, submitted_disclosure
from tests.entry.typing_in import saved
from tests.entry.year.crowd import STANDINGS, make_crowd
from tests.once import once
from tests.staff.staffed import join, member

pytestmark = pytest.mark.django_db

INDEX = "/admin/"


@once
def crowd():
    return make_crowd(24, (2022, 2023))


def work(client, user, year: str = ""):
    client.force_login(user)
    return client.get(INDEX, {"year": year} if year else {}).context["work"]


def clerk_of(crowd) -> User:
    """Somebody who types for one unit in every standing."""
    clerk = member(Role.CLERK, unit="999")
    for units in crowd.ways.values():
        Membership.objects.create(user=clerk, role=Role.CLERK, unit=units[1])
    return clerk


def titles(task) -> list[str]:
    return [link.title for link in task.links]


def test_a_clerk_sees_each_own_unit_with_where_it_stands_and_what_is_next(client, crowd):
    tasks = {task.row.standing: task for task in work(client, clerk_of(crowd)).own if task.row.unit.code != "999"}
    assert {standing: titles(task) for standing, task in tasks.items()} == {
        Standing.RETURNED: ["修改"],
        Standing.NOT_BEGUN: ["导入文件", "手工填写"],
        Standing.DRAFT: ["填写 公开06", "打开"],
        Standing.CORRECTING: ["填写 公开08", "打开"],
        Standing.SUBMITTED: ["查看"],
        Standing.PLANNED: ["查看"],
        Standing.WITHDRAWN: ["另建新版", "查看"],
        Standing.PUBLISHED: ["查看"],
    }
    assert next(iter(tasks)) == Standing.RETURNED
    html = client.get(INDEX).content.decode()
    assert "退回原因：公开03少一行" in html
    for task in tasks.values():
        for link in task.links:
            assert client.get(link.href).status_code == 200, link
            assert link.href.replace("&", "&amp;") in html


def test_the_year_is_the_newest_with_work_and_can_be_chosen(client, crowd):
    clerk = clerk_of(crowd)
    assert work(client, clerk).year == 2023
    earlier = work(client, clerk, "2022")
    assert earlier.year == 2022
    assert {task.row.standing for task in earlier.own} == {Standing.PUBLISHED, Standing.NOT_BEGUN}
    assert work(client, clerk, "1999").year == work(client, clerk, "x").year == 2023


def test_a_finished_draft_is_to_be_submitted(client):
    draft = build_disclosure()
    clerk = member(Role.CLERK)
    (task,) = work(client, clerk).own
    assert titles(task) == ["提交", "打开"]
    assert task.links[0].href == reverse("admin:statements_disclosure_step", args=[draft.pk, "submit"])
    StatementHead.objects.filter(disclosure=draft, number="09").update(is_declared_empty=False)
    (task,) = work(client, clerk).own
    assert titles(task) == ["填写 公开09", "打开"]


def test_what_was_submitted_waits_for_those_who_decide_the_oldest_first(client):
    reviewer, publisher, both = member(Role.REVIEWER), member(Role.PUBLISHER), member(Role.CLERK)
    join(both, Role.PUBLISHER)
    second, first = build_disclosure(unit_code="011002"), build_disclosure(year=2021)
    elsewhere = submitted_disclosure(region="210500")
    for one in (first, second):
        workflow.submit(one, by=both)
    assert [task.row.disclosure for task in work(client, reviewer).waiting] == [first, second]
    assert [titles(task) for task in work(client, reviewer).waiting] == [["审核"], ["审核"]]
    assert [titles(task) for task in work(client, publisher).waiting] == [["审核", "发布"], ["审核", "发布"]]
    assert [titles(task) for task in work(client, both).waiting] == [["审核"], ["审核"]]  # nobody publishes the own
    assert both.username in client.get(INDEX).content.decode()
    assert elsewhere.pk not in {task.row.disclosure.pk for task in work(client, both).waiting}


def test_what_has_a_time_set_waits_for_nobody_until_that_fails(client):
    disclosure, publisher = submitted_disclosure(), member(Role.PUBLISHER)
    in_an_hour = plans.timezone.now() + plans.timezone.timedelta(hours=1)
    plan = plans.plan(disclosure, in_an_hour, by=publisher)
    assert work(client, publisher).waiting_count == 0
    plan.outcome, plan.message = "failed", "安排以后内容改过"
    plan.save()
    assert work(client, publisher).waiting_count == 1
    assert "定时发布没有成功：安排以后内容改过" in client.get(INDEX).content.decode()


def test_the_year_in_numbers_leads_to_its_lists(client, crowd):
    counts = {count.title: count for count in work(client, member(Role.REVIEWER)).counts}
    assert {counts[one.label].number for one in Standing} == {3}
    assert counts["已超期"].is_urgent
    assert f'href="{counts["已退回"].href}"' in client.get(INDEX).content.decode()
    (overview,) = client.get(counts["已退回"].href).context["counts"][:1]
    assert overview.number == len(crowd.units)


def test_an_administrator_is_not_shown_every_unit_as_the_own(client, crowd):
    found = work(client, member(Role.ADMINISTRATOR))
    assert found.own == []
    assert found.waiting_count == len(crowd.ways["submitted"])


def test_whoever_has_no_place_is_told_so_and_read_files_are_announced(client):
    client.force_login(User.objects.create_user("nobody", is_staff=True))
    assert "还没有给您分派单位或区划" in client.get(INDEX).content.decode()
    clerk = member(Role.CLERK)
    UploadedFile.objects.create(
        user=clerk, name="决算.xlsx", sha256="", content=b"", state=Progress.READ, held_until=plans.timezone.now()
    )
    client.force_login(clerk)
    assert "1 份文件已读完，待确认" in client.get(INDEX).content.decode()


def test_a_new_disclosure_takes_the_name_of_its_unit_and_one_stays_with_it(client):
    unit = build_unit()
    client.force_login(member(Role.CLERK))
    page = reverse("admin:statements_disclosure_add")
    response = saved(client, f"{page}?unit={unit.pk}&year=2023", {})
    draft = Disclosure.objects.get()
    assert (draft.unit, draft.year, draft.unit_name) == (unit, 2023, unit.name)
    assert response.url == reverse("admin:statements_disclosure_change", args=[draft.pk])
    response = saved(client, response.url, {"unit_name": "抚顺市人民来访接待室"})
    draft.refresh_from_db()
    assert draft.unit_name == "抚顺市人民来访接待室"
    assert response.url == reverse("admin:statements_disclosure_change", args=[draft.pk])


def test_the_public_footer_leads_staff_to_their_work(client):
    published_disclosure()
    assert '<a href="/admin/" rel="nofollow">工作人员登录</a>' in client.get("/").content.decode()
    assert '<a href="/admin/" rel="nofollow">Staff sign-in</a>' in client.get("/en/").content.decode()


def test_every_standing_is_made_in_the_crowd():
    assert set(STANDINGS) == {one.value for one in Standing}
