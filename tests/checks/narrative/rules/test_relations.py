"""What figures of the text owe to each other: parts and wholes, changes, named projects, totals."""

import pytest

from tests.checks.loading import BROKEN, EQUAL, ROUNDING, UNKNOWN, only, outcomes, results, row
from tests.checks.narrative.texts import text

CHANGES = "与上年相比，{}减少 {} 万元，主要原因：一是基本支出{} 万元；二是项目支出{} 万元。"


@pytest.mark.parametrize(
    ("whole", "basic", "project", "fiscal", "overall"),
    [
        ("331.83", "减少 10.17", "减少 321.66", EQUAL, EQUAL),
        ("331.84", "减少 10.17", "减少 321.66", ROUNDING, ROUNDING),
        ("311.49", "增加 10.17", "减少 321.66", EQUAL, EQUAL),
        ("331.83", "增加 10.17", "减少 321.66", BROKEN, UNKNOWN),
    ],
)
def test_changes_of_basic_and_project_expenditure_are_the_change_of_the_whole(whole, basic, project, fiscal, overall):
    assert outcomes("D2", text("财政拨款", CHANGES.format("财政拨款支出", whole, basic, project))) == [fiscal]
    assert outcomes("D2", text("总体", CHANGES.format("收入总计", whole, basic, project))) == [overall]


def test_changes_without_all_three_figures_are_not_added_up():
    assert results("D2", text("财政拨款", "与上年相比，财政拨款支出减少 1.00 万元，基本支出减少 1.00 万元。")) == []


@pytest.mark.parametrize(
    ("first", "second", "outcome"),
    [
        ("131", "504.36", EQUAL),
        ("131.00", "504.37", ROUNDING),
        ("131.00", "505.00", BROKEN),
        ("131.00", "4.00", UNKNOWN),
    ],
)
def test_named_projects_do_not_exceed_what_they_are_part_of(first, second, outcome):
    said = f"项目支出 635.36 万元，占支出总计的 50.34%。主要包括补助资金 {first} 万元；维稳经费 {second} 万元等。"
    assert outcomes("D5", text("总体", said)) == [outcome]


@pytest.mark.parametrize(
    ("section", "said", "outcome"),
    [
        ("采购", "政府采购支出总额 9.00 万元，其中：政府采购货物支出 5.00 万元，政府采购服务支出 4.00 万元", EQUAL),
        ("采购", "政府采购金额（以合同签订为准）为9.00万元，其中：货物采购金额5.00万元、服务采购金额3.00万元", BROKEN),
        ("采购", "政府采购支出总额 9.00 万元，授予中小企业合同金额 8.00 万元", EQUAL),
        ("采购", "政府采购支出总额 9.00 万元，授予中小企业合同金额 9.50 万元", BROKEN),
        ("采购", "授予中小企业合同金额 8.00 万元，其中：授予小微企业合同金额 8.02 万元", BROKEN),
        ("资产", "共有车辆 2 辆，其中：机要通信用车 1 辆，应急保障用车 1 辆，其他用车 0 辆", EQUAL),
        ("资产", "共有车辆 3 辆，其中：机要通信用车 1 辆，应急保障用车 1 辆，其他用车 0 辆", BROKEN),
        ("资产", "共有车辆 3 辆，其中：机要通信用车 1 辆", EQUAL),  # the list is not closed
        ("资产", "共有车辆 1 辆，其中：机要通信用车 2 辆", BROKEN),
        ("三公", "国内公务接待累计 1 批次、19 人；其中外事接待累计 2 批次", BROKEN),
        ("三公", "国内公务接待累计 3 批次、19 人；其中外事接待累计 2 批次", EQUAL),
        ("绩效", "绩效自评的 2023 年度项目 2 个，绩效评级为“优”的项目 1 个；绩效评级为“良”的项目 1 个", EQUAL),
        ("绩效", "绩效自评的 2023 年度项目 2 个，绩效评级为“优”的项目 1 个；绩效评级为“良”的项目 0 个", BROKEN),
    ],
)  # fmt: skip
def test_parts_are_within_their_whole(section, said, outcome):
    assert outcomes("D7", text(section, said)) == [outcome]


DEALS = (
    "政府采购金额为 {} 万元。在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额 21.07 万元；"
    "在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额 21.07 万元"
)


@pytest.mark.parametrize(("total", "outcome"), [("21.07", BROKEN), ("42.14", EQUAL)])
def test_deals_in_reserved_and_in_other_projects_are_together_within_all_procurement(total, outcome):
    result = only("D7", text("采购", DEALS.format(total)))
    assert result.outcome == outcome
    assert len(result.figures) == 3


@pytest.mark.parametrize(("vehicles", "outcome"), [(2, EQUAL), (3, EQUAL), (1, BROKEN)])
def test_vehicles_kept_with_fiscal_money_are_some_of_all_vehicles(vehicles, outcome):
    assert outcomes("D7", text("资产", f"共有车辆 {vehicles} 辆。公务用车保有量 2 辆")) == [outcome]


def test_domestic_receptions_are_part_of_the_reception_expenses():
    said = "国内公务接待累计 1 批次、19 人、{} 万元"
    for figure, outcome in (("4.24", EQUAL), ("3.00", EQUAL), ("5.24", BROKEN)):
        of = text("三公", said.format(figure), parts=(row("07", "official_reception", actual="4.24"),))
        assert outcomes("D7", of) == [outcome]


@pytest.mark.parametrize(
    ("expenditure", "this_year", "outcome"),
    [("10.00", "10.00", EQUAL), ("9.00", "9.00", UNKNOWN), ("9.00", "10.00", BROKEN)],
)
def test_total_income_is_total_expenditure(expenditure, this_year, outcome):
    spent = row("01", "expenditure:expenditure_this_year", amount=this_year)
    of = text("总体", "收入总计 10.00 万元", f"支出总计 {expenditure} 万元", parts=(spent,))
    assert outcomes("D9", of) == [outcome]
