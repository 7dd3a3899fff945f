"""Amounts of the forms against the text, the accounts and the forms' own costs."""

import pytest

from disclosures.checks.spots import TextSpot
from tests.checks.loading import (  # fmt: skip
    BROKEN,
    EQUAL,
    ROUNDING,
    UNKNOWN,
    form,
    indicator,
    loaded,
    only,
    outcomes,
    paragraph,
    results,
    row,
    task,
)

NAME = "解决疑难信访案件救助资金"


def told(text: str, executed: str = "341.95"):
    return loaded([*form(NAME, executed=executed), paragraph(text)])


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (f"主要包括{NAME} 341.95 万元等业务支出。", EQUAL),
        (f"项目支出 500.00 万元。其中：信访维稳经费 1 万元；{NAME}341.95万元。", EQUAL),
        ("主要是解决疑难信访案件\n救助资金3,419,500.00元。", EQUAL),
        (f"主要包括{NAME} 409.95 万元。", BROKEN),
        (f"主要包括{NAME} 341.950001 万元。", ROUNDING),  # the form prints two decimals
        (f"其中：{NAME} 79 分。", UNKNOWN),
        (f"主要包括{NAME}-培训费 5.36 万元。", UNKNOWN),
        (f"主要包括省{NAME} 5.36 万元。", UNKNOWN),  # a longer name is another project
        ("没有项目。", UNKNOWN),
    ],
)
def test_a_project_spent_what_the_text_says(text, outcome):
    assert outcomes("F5", told(text)) == [outcome]


def test_every_place_of_the_text_is_compared_and_named():
    found = results("F5", told(f"主要包括{NAME} 341.95 万元；另有，{NAME} 409.95 万元。"))
    assert [one.outcome for one in found] == [EQUAL, BROKEN]
    text = f"主要包括{NAME} 341.95 万元；另有，{NAME} 409.95 万元。"
    spot = found[1].right.spot
    assert isinstance(spot, TextSpot)
    assert text[spot.start : spot.end] == "409.95"


def project_expenditure(amount: str):
    return row("03", "total", project_expenditure=amount, total_expenditure="2,000.00")


@pytest.mark.parametrize(
    ("amount", "outcome"),
    [("635.36", BROKEN), ("683.51", EQUAL), ("683.50", ROUNDING), ("700.00", EQUAL), ("", UNKNOWN)],
)
def test_all_projects_spent_no_more_than_the_accounts_call_project_expenditure(amount, outcome):
    forms = [*form("甲", executed="552.51"), *form("乙", executed="131", position=2)]
    result = only("F5s", loaded([*forms, project_expenditure(amount)]))
    assert result.outcome == outcome
    assert {"executed"} <= {figure.spot.field for figure in result.figures if hasattr(figure.spot, "field")}


def test_without_table_03_the_sum_of_projects_is_not_a_pass():
    assert only("F5s", loaded(form(executed="552.51"))).outcome == UNKNOWN


def test_tasks_spent_no_more_than_everything():
    parts = form(kind="unit", tasks=[task(executed="1,500.00"), task(executed="600.00")])
    assert only("F5t", loaded([*parts, row("03", "total", total_expenditure="2,100.00")])).outcome == EQUAL
    assert only("F5t", loaded([*parts, row("03", "total", total_expenditure="2,000.00")])).outcome == BROKEN


@pytest.mark.parametrize(("budget", "outcome"), [("1,114.22", EQUAL), ("1,300.00", EQUAL), ("595.46", BROKEN)])
def test_the_budget_of_the_unit_is_not_below_the_one_that_the_text_leads_to(budget, outcome):
    parts = [
        *form("某局", kind="unit", budget=budget),
        row("04", "expenditure:expenditure_this_year", total="1,262.08"),
        paragraph(
            "与年初预算相比，2023 年度财政拨款支出完成年初预算的 113.27%，其中：基本支出完成年初预算的 105.25%。"
        ),
    ]
    assert only("F5b", loaded(parts)).outcome == outcome


def test_the_budget_of_the_unit_cannot_be_looked_at_without_the_completion():
    parts = [*form("某局", kind="unit", budget="595.46"), paragraph("基本支出完成年初预算的 105.25%。")]
    assert only("F5b", loaded(parts)).outcome == UNKNOWN


@pytest.mark.parametrize(
    ("actual", "target", "expected"),
    [
        ("20.38", "20.38", [EQUAL, EQUAL]),
        ("25.00", "20.38", [BROKEN, EQUAL]),
        ("20.38", "25.48", [EQUAL, UNKNOWN]),  # the budget may have been cut
    ],
)
def test_a_projects_whole_cost_is_what_was_spent_on_it(actual, target, expected):
    cost = indicator("保护总成本金额", f"<= {target} 万元", actual)
    assert outcomes("F5c", loaded(form(budget="20.38", executed="20.38", indicators=[cost]))) == expected


def test_a_cost_for_each_is_not_the_whole():
    cost = indicator("人均成本", "<= 100 元", "90")
    assert results("F5c", loaded(form(budget="20.38", executed="20.38", indicators=[cost]))) == []
