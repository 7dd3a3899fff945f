"""Accounts in one column: the rows of income above those of expenditure, in one table."""

import pytest
from openpyxl import Workbook

from disclosures.intake.reading import read_disclosure
from disclosures.statements.form_rows import EXPENDITURE, INCOME
from tests.intake.drawn import fatal, read_page, rows, table

SUMMARY = """
项目 | 行次 | 金额
一、一般公共预算财政拨款收入 | 1 | 90.00
二、其他收入 | 2 | 10.00
本年收入合计 | 3 | 100.00
年初结转和结余 | 4 | 1.00
总计 | 5 | 101.00
一、一般公共服务支出 | 6 | 80.00
二、住房保障支出 | 7 | 20.50
本年支出合计 | 8 | 100.50
年末结转和结余 | 9 | 0.50
总计 | 10 | 101.00
"""
READ = [
    (INCOME, 1, "general_public_budget", "900000.00"),
    (INCOME, 2, "other_income", "100000.00"),
    (INCOME, 3, "income_this_year", "1000000.00"),
    (INCOME, 4, "opening_balance", "10000.00"),
    (INCOME, 5, "grand_total", "1010000.00"),
    (EXPENDITURE, 6, "201", "800000.00"),
    (EXPENDITURE, 7, "221", "205000.00"),
    (EXPENDITURE, 8, "expenditure_this_year", "1005000.00"),
    (EXPENDITURE, 9, "closing_balance", "5000.00"),
    (EXPENDITURE, 10, "grand_total", "1010000.00"),
]


def read(tmp_path, text: str, title: str = "收入支出决算总表"):
    return read_page(tmp_path, table(title, rows(text)))


def lines(reading, number: str = "01"):
    return [
        (one.side, one.line, one.item, None if one.amount is None else str(one.amount))
        for one in reading.statements[number].lines
    ]


FIRST_INCOME, FIRST_SPENDING = "一、一般公共预算", "一、一般公共服务"


@pytest.mark.parametrize(
    ("above_income", "above_spending"),
    [("", ""), ("收入 | |\n", "支出 | |\n"), ("一、收入 | |\n", "支出项目 | 行次 | 金额\n")],
)
def test_income_and_expenditure_below_each_other(tmp_path, above_income, above_spending):
    text = SUMMARY.replace(FIRST_INCOME, above_income + FIRST_INCOME)
    reading = read(tmp_path, text.replace(FIRST_SPENDING, above_spending + FIRST_SPENDING))
    assert reading.ledger.problems == [] == reading.ledger.unread()
    assert lines(reading) == READ


def test_income_without_its_grand_total_ends_where_expenditure_begins(tmp_path):
    reading = read(tmp_path, SUMMARY.replace("总计 | 5 | 101.00\n", ""))
    assert fatal(reading) == []
    assert lines(reading) == [one for one in READ if one[1] != 5]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("总计 | 5 | 101.00", "专用结余 | 5 | 1.00", "表 1第 6 行第 1 格"),
        ("年末结转和结余 | 9", "三、上级补助收入 | 9", "表 1第 10 行第 1 格"),
        ("一、一般公共服务支出 | 6", "支出 | |\n收入 | |\n一、一般公共服务支出 | 6", "表 1第 8 行第 1 格"),
        ("项目 | 行次 | 金额", "项目 | 行次 | 数额", "表 1"),
        ("项目 | 行次 | 金额", "项目 | 行次 | 金额 | 决算数", "表 1"),
        ("| 6 | 80.00", "| 6 | 8O.00", "表 1第 7 行第 3 格"),
    ],
)
def test_rows_whose_side_is_doubtful_stop_the_import(tmp_path, old, new, place):
    assert old in SUMMARY
    assert place in dict(fatal(read(tmp_path, SUMMARY.replace(old, new))))


def test_an_unknown_row_between_items_of_income_is_kept_as_a_line(tmp_path):
    reading = read(tmp_path, SUMMARY.replace("年初结转和结余 | 4", "专用结余 | 4 | 0.00\n年初结转和结余 | 4"))
    assert fatal(reading) == []
    assert (INCOME, 4, "", "0.00") in lines(reading)


def test_such_a_table_without_title_is_not_taken_for_an_account(tmp_path):
    sheet = table("收入支出决算总表", rows(SUMMARY))
    other = "<p>采购如下。</p><table><tr><td>项目</td><td>金额</td></tr><tr><td>货物</td><td>5.00</td></tr></table>"
    reading = read_page(tmp_path, sheet, other)
    assert fatal(reading) == []
    assert "5.00" in [one.text for one in reading.ledger.unread()]


FISCAL = """
项目 | 行次 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款
一、一般公共预算财政拨款 | 1 | 90.00 | 90.00 | |
二、政府性基金预算财政拨款 | 2 | 10.00 | | 10.00 |
本年收入合计 | 3 | 100.00 | 90.00 | 10.00 |
总计 | 4 | 100.00 | 90.00 | 10.00 |
一、一般公共服务支出 | 5 | 90.00 | 90.00 | |
二、城乡社区支出 | 6 | 10.00 | | 10.00 |
本年支出合计 | 7 | 100.00 | 90.00 | 10.00 |
总计 | 8 | 100.00 | 90.00 | 10.00 |
"""
COLUMNS = ("total", "general_public_budget", "government_fund_budget", "state_capital_budget")
FISCAL_TITLE = "财政拨款收入支出决算总表"


def expenditure(reading):
    return {
        one.item: tuple(None if (value := getattr(one, column)) is None else str(value) for column in COLUMNS)
        for one in reading.statements["04"].lines
        if one.side == EXPENDITURE
    }


SPENT = {
    "201": ("900000.00", "900000.00", None, None),
    "212": ("100000.00", None, "100000.00", None),
    "expenditure_this_year": ("1000000.00", "900000.00", "100000.00", None),
    "grand_total": ("1000000.00", "900000.00", "100000.00", None),
}


def test_the_budgets_of_table_04_beside_each_other(tmp_path):
    reading = read(tmp_path, FISCAL, FISCAL_TITLE)
    assert reading.ledger.problems == [] == reading.ledger.unread()
    assert [one[3] for one in lines(reading, "04") if one[0] == INCOME] == [
        "900000.00", "100000.00", "1000000.00", "1000000.00",
    ]  # fmt: skip
    assert expenditure(reading) == SPENT
    assert len(reading.ledger.kept) == 4


def test_the_budgets_of_income_must_make_it_up(tmp_path):
    text = FISCAL.replace("本年收入合计 | 3 | 100.00 | 90.00", "本年收入合计 | 3 | 100.00 | 80.00")
    assert [place for place, _ in fatal(read(tmp_path, text, FISCAL_TITLE))] == ["表 1第 4 行第 3 格"]


BELOW = """
项目 | 决算数
一、一般公共预算财政拨款 | 90.00
二、政府性基金预算财政拨款 | 10.00
本年收入合计 | 100.00
总计 | 100.00
一、一般公共服务支出 | 90.00
其中：一般公共预算财政拨款 | 90.00
二、城乡社区支出 | 10.00
其中：政府性基金预算财政拨款 | 10.00
本年支出合计 | 100.00
一般公共预算财政拨款 | 90.00
政府性基金预算财政拨款 | 10.00
总计 | 100.00
其中：一般公共预算 | 90.00
政府性基金预算 | 10.00
"""


def test_the_budgets_of_table_04_below_each_other(tmp_path):
    reading = read(tmp_path, BELOW, FISCAL_TITLE)
    assert reading.ledger.problems == [] == reading.ledger.unread()
    assert expenditure(reading) == SPENT


def test_a_budget_printed_twice_below_one_row_stops_the_import(tmp_path):
    text = BELOW.replace("政府性基金预算财政拨款 | 10.00\n总计", "一般公共预算财政拨款 | 10.00\n总计")
    assert [place for place, _ in fatal(read(tmp_path, text, FISCAL_TITLE))] == ["表 1第 12 行第 1 格"]


def test_a_workbook_with_numbers_reads_the_same(tmp_path):
    book = Workbook()
    for row in (["收入支出决算总表"], ["金额单位：万元"], *rows(SUMMARY)):
        book.active.append([float(text) if "." in text else text for text in row])
    path = tmp_path / "stacked.xlsx"
    book.save(path)
    reading = read_disclosure(path)
    assert fatal(reading) == []
    assert lines(reading) == READ
    assert reading.statements["01"].lines[5].place == "Sheet!A9"
