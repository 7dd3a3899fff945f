"""A figure of a table that went into none of its rows is told at its place."""

import pytest

from tests.intake.drawn import fatal, read_page, rows, table

TABLE_06 = """
人员经费 | | | 公用经费 | |
科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
301 | 工资福利支出 | 10.00 | 302 | 商品和服务支出 | 1,752,705
30101 | 基本工资 | 10.00 | 30216 | 培训费 | 1,752,705
{rest}
人员经费合计 | | 10.00 | 公用经费合计 | | 1,752,705.44
"""
TITLE = "一般公共预算财政拨款基本支出决算明细表"


@pytest.mark.parametrize(
    ("rest", "levels"),
    [
        (" | | | | | .44", ["fatal"]),
        (" | | 5 | | | 44", ["fatal", "fatal"]),
        (" | 其他 | | | | .44", ["fatal"]),  # no figure begins with its point
        (" | 其他 | | | | 0.44", ["warning"]),
    ],
)
def test_what_stands_in_no_row_of_the_form_is_told(tmp_path, rest, levels):
    reading = read_page(tmp_path, table(TITLE, rows(TABLE_06.format(rest=rest))))
    assert [one.level for one in reading.ledger.problems if "不知道属于哪一行" in one.message] == levels


def test_a_table_that_is_read_whole_says_nothing(tmp_path):
    reading = read_page(tmp_path, table(TITLE, rows(TABLE_06.format(rest=" | | | | |"))))
    assert fatal(reading) == []


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("97,925.5", "6"), ("９７，９２５．５", "6"), ("97,92", "6"),
        ("2,684,021", ".38"), ("２，６８４，０２１", "．３８"), ("2,684", ",021.38"), ("2684021", ".3"),
    ],
)  # fmt: skip
def test_the_rest_of_a_broken_figure_is_fatal_beside_the_rest_of_a_name(tmp_path, above, below):
    broken = f" | | | 30299 | 其他商品和服务支 | {above}\n | | | | 出 | {below}"
    reading = read_page(tmp_path, table(TITLE, rows(TABLE_06.format(rest=broken))))
    assert "不知道属于哪一行" in " ".join(message for _, message in fatal(reading))


TABLE_02 = """
科目编码 | 项目 | 本年收入合计 | 财政拨款收入
栏次 | | 1 | 2
合计 | | 2,684,021.38 | 2,684,021.38
20805 | 行政事业单位养老支 | 2,684,021 | 2,684,021
 | 出 | .38 | .38
"""


def test_a_row_that_is_told_for_another_reason_does_not_hide_the_rest_of_a_figure(tmp_path):
    reading = read_page(tmp_path, table("收入决算表", rows(TABLE_02)))
    assert "不知道属于哪一行" in " ".join(message for _, message in fatal(reading))
