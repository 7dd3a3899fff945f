"""A year at a glance: what is listed, chosen, found and kept from whom."""

import csv
import io
from datetime import timedelta

import pytest
from django.utils import timezone

from disclosures.classification.models import Region
from disclosures.entry.year.standing import Standing
from disclosures.staff.roles import Role
from disclosures.statements.models import Disclosure, Unit
from tests.building import build_disclosure, build_unit
from tests.entry.year.crowd import make_crowd
from tests.once import once
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db

YEAR = "/admin/statements/disclosure/year/2023/"


@once
def crowd():
    return make_crowd(64, (2022, 2023))


@pytest.fixture
def reviewer(client):
    client.force_login(member(Role.REVIEWER))
    return client


def rows(client, **asked) -> list:
    return [row for row, _ in client.get(YEAR, asked).context["rows"]]


def count(client, **asked) -> int:
    return client.get(YEAR, asked).context["page"].paginator.count


@pytest.mark.parametrize("standing", Standing)
def test_units_are_chosen_by_where_they_stand(crowd, reviewer, standing):
    found = rows(reviewer, state=standing.value)
    assert {row.unit.pk for row in found} == {unit.pk for unit in crowd.ways[standing.value]}
    assert {row.standing for row in found} == {standing}


def test_a_row_says_since_when_by_whom_what_is_missing_and_what_was_found(crowd, reviewer):
    row = rows(reviewer, state="submitted")[0]
    assert row.who == "张三"
    assert row.days == 0
    assert [one.title for one in row.missing][-4:] == ["公开08", "公开09", "文字说明", "绩效自评"]
    assert row.found.words.replace("\N{NO-BREAK SPACE}", " ") == "1 处矛盾 · 2 处没有写明"
    assert rows(reviewer, state="returned")[0].reason == "公开03少一行"
    assert rows(reviewer, state="draft")[0].found is None
    assert rows(reviewer, q="210400-011001")[0].missing == []


def test_a_region_is_chosen_with_all_below_it(crowd, reviewer):
    assert count(reviewer) == count(reviewer, region="210400") == 64
    in_county = Unit.objects.filter(region="210402").count()
    assert 0 < count(reviewer, region="210402") == in_county < 64
    regions = reviewer.get(YEAR).context["regions"]
    assert [(one.value, one.depth) for one in regions[:2]] == [("210400", 0), ("210402", 1)]


def test_departments_are_chosen_with_the_units_below_them(crowd, reviewer):
    department = crowd.units[1]
    found = rows(reviewer, department=department.slug)
    assert {row.unit for row in found} == {department, *Unit.objects.filter(department=department)}


def test_a_unit_is_found_by_its_number_the_beginning_of_its_code_or_its_name(crowd, reviewer):
    assert [row.unit.code for row in rows(reviewer, q="210400-011001")] == ["011001"]
    assert [row.unit.code for row in rows(reviewer, q="0110")] == ["011001"]
    assert [row.unit.code for row in rows(reviewer, q="信访")] == ["011001"]
    assert rows(reviewer, q="<b>没有</b>") == []
    assert "没有符合的单位" in reviewer.get(YEAR, {"q": "%"}).content.decode()


def test_the_list_is_paged_and_keeps_what_is_chosen(crowd, reviewer):
    page = reviewer.get(YEAR, {"region": "210400"})
    assert len(page.context["rows"]) == 50
    assert 'href="?region=210400&amp;page=2"' in page.content.decode()
    assert len(rows(reviewer, page=2)) == 14
    assert len(rows(reviewer, page="x")) == 50


def test_what_one_does_not_reach_is_not_found(crowd, client):
    elsewhere = build_unit("011009", region="210500")
    client.force_login(member(Role.REVIEWER, region="210402"))
    assert {row.unit.region_id for row in rows(client)} == {"210402"}
    assert client.get(YEAR, {"region": "210400"}).status_code == 404
    assert client.get(YEAR, {"region": "210500"}).status_code == 404
    assert client.get(YEAR, {"department": elsewhere.slug}).status_code == 404
    assert client.get(YEAR.replace("2023", "1999")).status_code == 404
    assert rows(client, q="210500-011009") == []
    client.force_login(member(Role.CLERK, unit="011009", region="210500"))
    assert client.get(YEAR).status_code == 404  # nothing of that year, as far as this clerk knows


def test_without_any_role_nothing_is_shown(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("nobody", is_staff=True))
    assert client.get(YEAR).status_code == 403
    client.logout()
    assert client.get(YEAR).status_code == 302


def test_units_of_regions_that_were_no_more_are_left_out_unless_they_have_something(crowd, reviewer):
    Region.objects.filter(pk="210421").update(last_year=2022)
    assert {row.standing for row in rows(reviewer, region="210421")}.isdisjoint({Standing.NOT_BEGUN})
    assert rows(reviewer, region="210421")


@pytest.mark.parametrize(
    ("days_ago", "clock", "says"),
    [(21, "overdue", "超 1 天"), (20, "soon", "今天到期"), (15, "soon", "还有 5 天"), (14, "", "还有 6 天")],
)
def test_the_days_of_the_law_are_counted_from_the_approval(reviewer, days_ago, clock, says):
    build_disclosure(approval_date=timezone.localdate() - timedelta(days=days_ago))
    page = reviewer.get(YEAR).content.decode()
    assert says in page
    for one in ("overdue", "soon"):
        assert count(reviewer, clock=one) == (one == clock)


def test_what_was_published_is_late_no_more(crowd, reviewer):
    late = {row.standing for row in rows(reviewer, clock="overdue")}
    assert late
    assert late <= {Standing.DRAFT, Standing.RETURNED, Standing.SUBMITTED, Standing.PLANNED}
    Disclosure.objects.filter(pk=crowd.full.pk).update(publication_date=timezone.localdate())
    assert crowd.full.unit not in [row.unit for row in rows(reviewer, clock="overdue")]


def test_the_file_has_every_unit_and_no_formula(crowd, reviewer):
    Unit.objects.filter(code="200001").update(name="=1+1")
    response = reviewer.get(YEAR, {"format": "csv"})
    lines = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert len(lines) == 64
    by_code = {line["单位编码"]: line for line in lines}
    assert by_code["200001"]["单位"] == "'=1+1"
    late = by_code["011001"]
    assert (late["状态"], late["剩余天数"], late["区划"]) == ("草稿", "-10", "辽宁省抚顺市")
    states = list(
        csv.DictReader(
            io.StringIO(reviewer.get(YEAR, {"format": "csv", "state": "submitted"}).content.decode("utf-8-sig"))
        )
    )
    assert {(line["状态"], line["矛盾"], line["经办人"]) for line in states} == {("已提交", "1", "张三")}


def test_the_page_takes_as_many_queries_for_many_units_as_for_few(crowd, reviewer, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        assert reviewer.get(YEAR).status_code == 200
