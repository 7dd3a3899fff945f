"""Sentences that end before they say why; a 部门 in the document of a unit; names of classes of other years."""

import pytest

from disclosures.statements.models import Chapter
from tests.checks.loading import BROKEN, loaded, only, outcomes, paragraph, results
from tests.checks.narrative.texts import named, text


@pytest.mark.parametrize(
    "words",
    [
        "比上年减少 5.00 万元，主要原因是。",
        "比上年减少 5.00 万元，主要原因是：；",
        "下降的原因为。",
        "增加 5.00 万元，主要是由于。",
        "共有 3 个项目，主要用于。",
    ],
)
def test_a_reason_that_was_left_out_is_told(words):
    assert outcomes("D11c", text("财政拨款", words)) == [BROKEN]


@pytest.mark.parametrize(
    "words",
    [
        "比上年减少 5.00 万元，主要原因是人员减少。",
        "主要原因是：",
        "请说明主要原因。",
        "正在查明原因。",
        "主要用于：办公；印刷。",
    ],
)
def test_a_reason_that_is_given_or_follows_in_a_list_is_whole(words):
    assert results("D11c", text("财政拨款", words)) == []


def of_unit(words: str, cover: str = "信访局2023年度单位决算") -> list:
    return outcomes("D10t", loaded([paragraph(cover, chapter=Chapter.COVER), paragraph(words, position=2)]))


def test_the_document_of_a_unit_speaks_of_no_department():
    assert of_unit("2023 年部门预算安排购置车辆 1 辆。") == [BROKEN]
    assert of_unit("本年部门决算收入 5.00 万元，部门预算 4.00 万元。") == [BROKEN, BROKEN]


@pytest.mark.parametrize(
    "words",
    ["本单位决算收入 5.00 万元。", "按主管部门决算要求编制。", "执行部门预算管理办法。", "财政部门预算批复。"],
)
def test_other_departments_and_rules_about_budgets_are_no_fault(words):
    assert of_unit(words) == []


def test_the_document_of_a_department_may_speak_of_itself():
    assert of_unit("2023 年部门预算安排购置车辆 1 辆。", "信访局2023年度部门决算") == []
    assert of_unit("2023 年部门预算安排购置车辆 1 辆。", "信访局2023年度决算") == []


FORMER = "医疗卫生与计划生育支出"


def test_a_class_that_a_table_calls_as_in_other_years_is_told_with_its_name():
    result = only("D8y", loaded([named("05", "210", FORMER, total="1.00")]))
    assert result.message == f"公开05表 210里的“{FORMER}”是以前的名称，2023 年这一类叫“卫生健康支出”。"
    account = named("01", "expenditure:210", f"九、{FORMER}", amount="1.00")
    assert outcomes("D8y", loaded([account])) == [BROKEN]


@pytest.mark.parametrize(
    ("code", "name", "found"),
    [
        ("211", "环境保护", [BROKEN]),
        ("213", "农林水事务", [BROKEN]),
        ("208", "社会保障和就业", []),
        ("21101", "环境保护", []),
    ],
)
def test_names_of_the_list_of_2007_are_outdated_unless_they_are_only_cut(code, name, found):
    assert outcomes("D8y", loaded([named("05", code, name, total="1.00")])) == found
    assert results("D8y", text("一般公共预算", f"{name}工作有序开展。", year=2018)) == []


def test_a_class_that_the_text_calls_so_is_told_too():
    result = only("D8y", text("一般公共预算", f"1. {FORMER} 5.00 万元。"))
    assert result.message == f"文字里的“{FORMER}”是以前的名称，2023 年这一类叫“卫生健康支出”。"


def test_names_of_the_year_and_names_of_years_nobody_knows_of_are_no_fault():
    assert results("D8y", loaded([named("05", "210", "卫生健康支出", total="1.00")])) == []
    assert results("D8y", loaded([named("05", "210", FORMER, total="1.00")], year=2018)) == []
    assert results("D8y", text("一般公共预算", f"{FORMER}（类）计划生育事务（款）其他（项）5.00 万元。")) == []
    assert results("D8y", text("一般公共预算", "医疗卫生与计划生育工作有序开展。")) == []
