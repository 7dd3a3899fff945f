"""The check form: each line says whether it is so, with what that rests on; and where nobody can know, that."""

import pytest
from django.urls import reverse

from disclosures.checks.keeping import report_of
from disclosures.entry.checklist.check_form import MINISTRY, filled_in
from disclosures.entry.checklist.judging import Subject
from disclosures.staff.roles import Role
from disclosures.statements.loaded import load
from disclosures.statements.models import (
    BasicExpenditure,
    Disclosure,
    Duty,
    Expenditure,
    Paragraph,
    PerformanceForm,
    StatementHead,
    ThreePublicExpenses,
    UnitInScope,
)
from tests.building import build_disclosure, build_unit
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db

YES, NO, UNKNOWN = "符合", "不符合", "未知"


def judged(disclosure: Disclosure) -> dict[str, tuple[str, str]]:
    disclosure.refresh_from_db()
    loaded = load(disclosure)
    lines = [line for part in filled_in(Subject(loaded, report_of(disclosure, loaded))) for line in part.lines]
    return {line.row.title: (line.judged.verdict.value, line.judged.evidence) for line in lines}


def verdicts(disclosure: Disclosure) -> dict[str, str]:
    return {title: verdict for title, (verdict, _) in judged(disclosure).items()}


def test_the_form_has_the_lines_of_the_districts_and_of_the_ministry():
    titles = list(judged(build_disclosure()))
    assert titles[:7] == ["及时性", "封面", "目录", "主要职能", "机构设置", "名词解释", "编制说明"]
    assert titles[7:16] == [title for title in titles if title.startswith("公开0")]
    assert titles[16:] == ["其他相关说明", "项目经费情况说明", *(row.title for row in MINISTRY)]


def test_a_disclosure_without_faults_is_so_in_every_line_that_can_be_known():
    found = verdicts(build_disclosure())
    known = {title for title, verdict in found.items() if verdict == YES}
    assert {"封面", "主要职能", "机构设置", "名词解释", "编制说明", "项目经费情况说明", "细化", "准确"} <= known
    assert all(found[title] == YES for title in found if title.startswith("公开0"))
    assert found["及时性"] == found["及时"] == UNKNOWN
    assert found["目录"] == NO


def test_an_empty_draft_claims_nothing():
    found = verdicts(Disclosure.objects.create(unit=build_unit(), year=2023, unit_name="某局"))
    assert YES not in found.values()


@pytest.mark.parametrize(("published", "verdict"), [("2024-08-28", YES), ("2024-09-28", NO)])
def test_in_time_is_told_by_its_dates(published, verdict):
    draft = build_disclosure(approval_date="2024-08-10", publication_date=published)
    assert judged(draft)["及时性"][0] == judged(draft)["及时"][0] == verdict


@pytest.mark.parametrize(
    ("title", "verdict"),
    [("", NO), ("抚顺市信访局部门决算公开", NO), ("市信访局2023年度部门决算公开", UNKNOWN)],
)
def test_the_cover_names_unit_and_year(title, verdict):
    assert verdicts(build_disclosure(title=title))["封面"] == verdict


def test_a_table_that_does_not_fit_says_by_how_much():
    draft = build_disclosure()
    Expenditure.objects.filter(disclosure=draft, code="").update(total_expenditure="13000000")
    found = judged(draft)
    assert found["公开03表 支出决算表"][0] == NO
    assert "相差 37.92 万元" in found["公开03表 支出决算表"][1]
    assert found["准确"][0] == NO
    assert found["公开02表 收入决算表"][0] == YES


def test_a_table_that_is_missing_is_told():
    draft = build_disclosure()
    draft.lines("08").delete()
    StatementHead.objects.filter(disclosure=draft, number="08").delete()
    found = verdicts(draft)
    assert found["公开08表 政府性基金预算财政拨款收入支出决算表"] == NO
    assert found["完整"] == NO


def test_lists_that_are_missing_are_told():
    draft = build_disclosure()
    for model in (Duty, UnitInScope):
        model.objects.filter(disclosure=draft).delete()
    Paragraph.objects.filter(disclosure=draft, text="一、主要职责").delete()
    found = verdicts(draft)
    assert (found["主要职能"], found["机构设置"]) == (NO, NO)


def test_project_spending_asks_for_self_evaluations():
    draft = build_disclosure()
    PerformanceForm.objects.filter(disclosure=draft, kind=PerformanceForm.PROJECT).delete()
    assert judged(draft)["项目经费情况说明"] == (NO, "03 表有项目支出 635.36，没有一张项目绩效自评表。")
    Expenditure.objects.filter(disclosure=draft).update(project_expenditure=None)
    assert verdicts(draft)["项目经费情况说明"] == YES


def test_figures_are_divided_to_the_last_code():
    draft = build_disclosure()
    Expenditure.objects.filter(disclosure=draft, code="2080505").delete()
    BasicExpenditure.objects.filter(disclosure=draft, code="30201").delete()
    ThreePublicExpenses.objects.filter(disclosure=draft, code="vehicle_purchase").delete()
    verdict, evidence = judged(draft)["细化"]
    assert verdict == NO
    assert all(said in evidence for said in ("公开03表 20805", "公开06表 302", "公务用车"))


def test_what_a_template_left_is_no_pleasure_to_read():
    draft = build_disclosure()
    text = "减少原因是等原因等原因。"
    Paragraph.objects.filter(disclosure=draft, position=5).update(text=text)
    assert judged(draft)["可读"] == (NO, "文字里的“等原因等原因”重复了。")


def test_the_page_is_for_whoever_may_see_the_disclosure(client, django_assert_max_num_queries):
    draft = build_disclosure()
    address = reverse("admin:statements_disclosure_check_form", args=[draft.pk])
    client.force_login(member(Role.CLERK, unit="011002"))
    assert client.get(address).status_code == 404
    client.force_login(member(Role.REVIEWER))
    with django_assert_max_num_queries(25):
        page = client.get(address).content.decode()
    assert "部门决算公开检查表" in page
    assert " style=" not in page
