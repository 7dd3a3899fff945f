"""The page before submitting: what there is of each part, what is found, what is lacking, who may do what there."""

import re

import pytest
from django.urls import reverse

from disclosures.checks.keeping import report_of
from disclosures.checks.models import Answer
from disclosures.checks.outcomes import Severity
from disclosures.entry.checklist.corrections import correction_of, parts_of_each
from disclosures.publication import workflow
from disclosures.publication.parts import all_parts
from disclosures.staff.roles import Role
from disclosures.statements.models import Disclosure, Duty, Expenditure, StatementHead
from tests.building import build_disclosure, build_unit, submitted_disclosure
from tests.entry.typing_in import saved
from tests.staff.staffed import member

pytestmark = pytest.mark.django_db

MOST_QUERIES = 36


def page_of(disclosure: Disclosure) -> str:
    return reverse("admin:statements_disclosure_checklist", args=[disclosure.pk])


def read(client, disclosure: Disclosure) -> str:
    return client.get(page_of(disclosure)).content.decode()


def words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"</?[a-z][^>]*>", "", page))


def without_fund_table() -> Disclosure:
    draft = build_disclosure()
    draft.lines("08").delete()
    StatementHead.objects.filter(disclosure=draft, number="08").delete()
    return draft


def declared(client, disclosure: Disclosure, number: str = "08", reason: str = "本年没有。"):
    return client.post(page_of(disclosure), {"do": "declare", "number": number, "reason": reason})


def lines(client, disclosure: Disclosure) -> dict[str, tuple[str, str]]:
    groups = client.get(page_of(disclosure)).context["contents"]
    return {line.title: (line.filling.value, line.said) for group in groups for line in group.lines}


def test_each_part_is_filled_in_declared_empty_or_missing(admin_client):
    draft = build_disclosure()
    draft.lines("07").delete()
    found = lines(admin_client, draft)
    assert found["公开03 支出决算表"] == ("已填", "8 行，19 个数")
    assert found["公开08 政府性基金预算财政拨款收入支出决算表"] == (
        "声明为空表",
        "本表为空，我部门本年度无此类资金收支余。",
    )
    assert found["公开07 财政拨款“三公”经费支出决算明细表"][0] == "缺"
    assert found["主要职责"] == ("已填", "2 条")
    assert found["文字：目录"] == ("缺", "没有内容")
    assert found["信访工作经费"] == ("已填", "1 个指标，总得分 99.6")
    assert found["批复日期"][0] == "待补"


def test_every_part_leads_to_where_it_is_typed(admin_client):
    draft = build_disclosure()
    for group in admin_client.get(page_of(draft)).context["contents"]:
        for line in group.lines:
            assert admin_client.get(line.href.split("#")[0]).status_code == 200


def test_an_empty_draft_is_told_so_and_offers_to_declare_each_table(admin_client):
    draft = Disclosure.objects.create(unit=build_unit(), year=2023, unit_name="某局")
    page = read(admin_client, draft)
    assert "各表还没有一个金额" in page
    assert page.count('value="declare"') == 9
    assert "本单位2023年度没有政府性基金预算财政拨款收入支出，故本表无数据。" in page


def test_a_table_is_declared_empty_with_its_reason(admin_client):
    draft = without_fund_table()
    assert "公开08表没有内容" in read(admin_client, draft)
    assert declared(admin_client, draft).status_code == 302
    head = StatementHead.objects.get(disclosure=draft, number="08")
    assert (head.is_declared_empty, head.empty_reason) == (True, "本年没有。")
    assert "可以提交" in read(admin_client, draft)


@pytest.mark.parametrize("reason", ["", " ", "没有\x07这类收支。"])
def test_a_reason_that_is_none_is_refused_at_its_place(admin_client, reason):
    draft = without_fund_table()
    response = declared(admin_client, draft, reason=reason)
    assert response.status_code == 200
    assert "errorlist" in response.content.decode()
    assert not StatementHead.objects.filter(disclosure=draft, number="08").exists()


def test_a_table_with_figures_or_none_at_all_is_not_declared_empty(admin_client):
    draft = build_disclosure()
    declared(admin_client, draft, "03")
    assert declared(admin_client, draft, "99").status_code == 403
    assert not StatementHead.objects.get(disclosure=draft, number="03").is_declared_empty


def test_what_is_submitted_is_declared_by_nobody(admin_client, client):
    disclosure = submitted_disclosure()
    disclosure.lines("08")
    assert declared(admin_client, disclosure).status_code == 403
    draft = without_fund_table_of(2022)
    for role in (Role.REVIEWER, Role.PUBLISHER):
        client.force_login(member(role))
        assert declared(client, draft).status_code == 403
    client.force_login(member(Role.CLERK, unit="011002"))
    assert declared(client, draft).status_code == 404
    client.force_login(member(Role.CLERK))
    assert declared(client, draft).status_code == 302


def without_fund_table_of(year: int) -> Disclosure:
    draft = build_disclosure(year=year)
    draft.lines("08").delete()
    return draft


def test_an_answer_is_typed_beside_its_finding_and_makes_way(admin_client):
    draft = build_disclosure()
    Expenditure.objects.filter(disclosure=draft, code="").update(total_expenditure="13000000")
    errors = [fact for fact in report_of(draft).facts if fact[0].severity == Severity.ERROR]
    assert f"还有 {len(errors)} 处错误" in read(admin_client, draft)
    saved(admin_client, page_of(draft), {fact[0].key: "印错了。" for fact in errors})
    assert Answer.objects.filter(disclosure=draft).count() == sum(map(len, errors))
    page = read(admin_client, draft)
    assert "可以提交" in page
    assert "处警告没有答复" in page


def test_suspected_losses_stand_apart(admin_client):
    draft = build_disclosure()
    lost = [result for result in report_of(draft).results if result.is_suspected_loss]
    page = words(read(admin_client, draft))
    assert f"可能没有读全（{len(lost)}）" in page
    assert page.index(lost[0].message) > page.index("可能没有读全（")


def test_the_reviewer_sees_the_same_page_and_types_nothing(client):
    disclosure = build_disclosure()
    workflow.submit(disclosure, by=member(Role.CLERK))
    client.force_login(member(Role.REVIEWER))
    page = read(client, disclosure)
    assert "<textarea" not in page
    assert "经过" in page
    assert "提交" in page
    assert reverse("admin:statements_disclosure_step", args=[disclosure.pk, "return"]) in page
    assert client.post(page_of(disclosure), {}).status_code == 403


def test_a_correction_shows_what_it_changes_and_asks_for_its_note(admin_client, published_2023):
    draft = workflow.revise(published_2023)
    Expenditure.objects.filter(disclosure=draft, code="2010308").update(project_expenditure="6353700")
    page = words(read(admin_client, draft))
    assert "更正要写明“更正说明”" in page
    assert "与第 1 版相比，1 处不同" in page
    assert "2010308 信访事务 项目支出 635.36 635.37" in page
    Disclosure.objects.filter(pk=draft.pk).update(change_note="更正 03 表。")
    assert "更正说明：更正 03 表。" in words(read(admin_client, draft))


def test_words_rows_and_the_cover_are_compared_too(admin_client, published_2023):
    draft = workflow.revise(published_2023)
    Disclosure.objects.filter(pk=draft.pk).update(title="另一个标题")
    Expenditure.objects.filter(disclosure=draft, code="2080505").delete()
    page = words(read(admin_client, draft))
    assert "封面和日期 标题" in page
    assert "2080505 机关事业单位基本养老保险缴费支出" in page
    assert "删去这一行" in page


def test_a_first_revision_corrects_nothing(admin_client, published_2023):
    assert admin_client.get(page_of(published_2023)).context["correction"] is None


@pytest.mark.parametrize("role", [None, Role.CLERK, Role.REVIEWER, Role.PUBLISHER])
def test_it_takes_few_queries_also_for_a_correction(
    client, admin_user, published_2023, django_assert_max_num_queries, role
):
    draft = workflow.revise(published_2023)
    client.force_login(member(role) if role else admin_user)
    for disclosure in (draft, published_2023):
        with django_assert_max_num_queries(MOST_QUERIES):
            assert client.get(page_of(disclosure)).status_code == 200


def test_the_page_of_the_disclosure_leads_there(admin_client):
    draft = build_disclosure()
    page = admin_client.get(reverse("admin:statements_disclosure_change", args=[draft.pk])).content.decode()
    assert f'<a href="{page_of(draft)}">提交前检查</a>' in page


def test_the_parts_of_two_revisions_are_those_of_each(published_2023):
    draft = workflow.revise(published_2023)
    Duty.objects.filter(disclosure=draft, position=1).delete()
    for disclosure, parts in zip((draft, published_2023), parts_of_each(draft, published_2023), strict=True):
        assert parts == all_parts(disclosure)
    changes = correction_of(published_2023, all_parts(published_2023), draft, all_parts(draft)).changes
    assert [(change.part, change.after) for change in changes] == [("主要职责", "删去这一行")]
