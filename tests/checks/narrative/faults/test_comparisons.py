"""Years that are compared with, years of headings, 持平 beside a change."""

import pytest

from disclosures.statements.models import Chapter
from tests.checks.loading import BROKEN, EQUAL, loaded, only, outcomes, paragraph, results
from tests.checks.narrative.texts import text


def compared(words: str, section: str = "财政拨款", **fields) -> list:
    return outcomes("D13", text(section, words, **fields))


@pytest.mark.parametrize(
    "words",
    [
        "财政拨款支出与 2022 年相比，减少 5.00 万元。",
        "财政拨款支出比2022年度决算数增加 5.00 万元。",
        "因公出国（境）费较 2022 年持平。",
        "和2022年度支出相比，增长 3%。",
    ],
)
def test_what_changed_is_compared_with_the_year_before(words):
    assert compared(words) == [EQUAL]


@pytest.mark.parametrize(
    "words",
    [
        "财政拨款支出与 2021 年相比，减少 5.00 万元。",
        "财政拨款支出与2023年相比，减少 5.00 万元。",
        "财政拨款支出比 2025 年度增加 5.00 万元。",
    ],
)
def test_another_year_is_told_with_the_one_before(words):
    assert compared(words) == [BROKEN]
    assert only("D13", text("财政拨款", words)).message.endswith("，上一年是 2022 年。")


@pytest.mark.parametrize(
    "words", ["与 202 年度相比，增加 5.00 万元。", "与年相比减少 5.00 万元。", "较年度决算数下降 3%。"]
)
def test_a_year_that_is_cut_or_missing_is_told(words):
    assert only("D13", text("财政拨款", words)).message.endswith("年份没有写全，上一年是 2022 年。")


@pytest.mark.parametrize(
    ("words", "section"),
    [
        ("与 2023 年年初预算相比，支出完成 98%。", "财政拨款"),
        ("与2021年度预算相比，增加 5.00 万元。", "财政拨款"),
        ("与年初预算相比，完成 98%。", "财政拨款"),
        ("比上年增加 5.00 万元。", "财政拨款"),
        ("与年度预算相比，减少 5.00 万元。", "财政拨款"),
        ("同年增加 5 人。", "财政拨款"),
        ("固定资产较 2023 年初增加 5.00 万元，比 2021 年 12 月增加 3 辆。", "资产"),
        ("参与 2021 年会议，增加经费。", "财政拨款"),
        ("群众满意度比 2020 年提高，办件增加。", "绩效"),
    ],
)
def test_budgets_other_matters_and_years_in_words_are_not_looked_at(words, section):
    assert compared(words, section) == []


def test_without_a_year_of_the_accounts_no_year_is_looked_at():
    assert compared("与 2021 年相比，减少。", year=None) == []


def headed(words: str) -> list:
    return outcomes("D13h", loaded([paragraph(words, level=2)]))


def test_headings_and_the_list_of_contents_have_the_year_of_the_accounts():
    assert headed("第二部分 2023年度部门决算情况说明") == [EQUAL]
    assert headed("十三、关于2022年度预算绩效情况的说明") == [BROKEN]
    contents = paragraph("第三部分 202 年度部门决算表", chapter=Chapter.CONTENTS)
    assert only("D13h", loaded([contents])).message == "标题里的“202 年度部门决算”，决算的年度是 2023 年。"
    assert headed("二、收入决算情况说明") == headed("2022年度先进单位") == []
    assert outcomes("D13h", loaded([paragraph("2022年度决算说过的事")])) == []


@pytest.mark.parametrize(
    "words",
    [
        "公务接待费比上年减少 3.00 万元，与上年持平。",
        "公务接待费比 2022 年增加 3.00 万元，增长 5.00%，与2022年持平。",
        "公务接待费与上年持平，增加 0.30 万元。",
        "公务接待费与上年持平，比上年下降3.2%。",
    ],
)
def test_what_is_unchanged_has_no_change(words):
    assert outcomes("D14", text("三公", words)) == [BROKEN]


@pytest.mark.parametrize(
    "words",
    [
        "公务接待费比上年减少 0.00 万元，与上年持平。",
        "公务接待费与上年持平，主要原因是没有变化。",
        "公务接待费比上年增加 0.05 万元，增长 0.10%，与上年基本持平。",
        "公务接待费比上年增加 3.00 万元，与年初预算持平。",
        "公务接待费比年初预算增加 3.00 万元，与上年持平。",
        "基本支出增加 3.00 万元，项目支出与上年持平。",
        "决算数与预算数持平，比上年增加 3.00 万元。",
    ],
)
def test_a_change_of_something_else_or_of_nothing_is_none(words):
    assert results("D14", text("三公", words)) == []
