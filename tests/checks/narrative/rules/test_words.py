"""Words of the text: names of codes, listed items, kinds of accounts, residue of templates, units."""

import pytest

from disclosures.statements.models import Chapter
from tests.checks.loading import BROKEN, EQUAL, UNKNOWN, loaded, only, outcomes, paragraph, results, row
from tests.checks.narrative.texts import items, named, text

PATH = "一般公共服务支出（类）{}（款）{}（项）9.00 万元"


@pytest.mark.parametrize(
    ("section", "item", "outcome"),
    [
        ("政府办公厅（室）及相关机构事务", "行政运行", EQUAL),
        ("政府办公厅（室）事务", "行政运行", BROKEN),
        ("政府办公厅（室）及相关机构事务", "信访事务", UNKNOWN),
    ],
)
def test_codes_are_called_as_in_the_table(section, item, outcome):
    of = text("一般公共预算", PATH.format(section, item), parts=items(total="9.00"))
    assert outcomes("D8", of) == [outcome]


def test_an_outdated_name_is_quoted_beside_the_one_of_the_table():
    of = text("一般公共预算", PATH.format("政府办公厅（室）事务", "行政运行"), parts=items(total="9.00"))
    assert "文字写“政府办公厅(室)事务”，表里是“政府办公厅(室)及相关机构事务”" in only("D8", of).message


def test_items_that_are_listed_have_figures():
    parts = (
        named("06", "30201", "办公费", amount="5.00"),
        named("06", "30202", "印刷费", amount=""),
        named("06", "30211", "差旅费", amount="0.00"),
    )
    said = "公用经费 5.00 万元，主要包括{}等。"
    assert outcomes("D5i", text("基本", said.format("办公费、差旅费"), parts=parts)) == [EQUAL]
    result = only("D5i", text("基本", said.format("办公费、印刷费、物业费"), parts=parts))
    assert (result.outcome, result.severity) == (BROKEN, "note")
    assert "里有印刷费，公开06表里这 1 项没有数" in result.message
    assert results("D5i", text("基本", said.format("办公费、印刷费"))) == []


def test_of_two_codes_of_one_name_one_with_a_figure_is_enough():
    twice = (
        named("06", "30902", "办公设备购置", amount="5.00"),
        named("06", "31002", "办公设备购置", amount=""),
        named("06", "30201", "办公费", amount="5.00"),
    )
    said = "公用经费 5.00 万元，主要包括办公费、办公设备购置等。"
    assert outcomes("D5i", text("基本", said, parts=twice)) == [EQUAL]


@pytest.mark.parametrize(("heading", "outcome"), [("单位决算情况说明", []), ("部门决算情况说明", [BROKEN])])
def test_cover_and_headings_speak_of_the_same_accounts(heading, outcome):
    cover = paragraph("信访局2023年度单位决算", chapter=Chapter.COVER)
    part = paragraph(f"第二部分 2023年度{heading}", level=1, position=2)
    assert outcomes("D10", loaded([cover, part])) == outcome


def test_without_a_word_on_the_cover_nothing_is_said_about_headings():
    assert results("D10", loaded([paragraph("第二部分 部门决算情况说明", level=1)])) == []


@pytest.mark.parametrize(
    "residue",
    [
        "增加（减少）5.00 万元",
        "下降（增长）5%",
        "减增加 5.00 万元",
        "收入总计 XXX 万元",
        "大于（小于）",
        "用于用于现在",
        "等原因等原因",
    ],
)
def test_residue_of_a_template_is_found_where_it_stands(residue):
    result = only("D11", text("总体", f"收入{residue}。"))
    assert result.outcome == BROKEN
    assert result.left.spot.end <= len(residue) + 2


def test_words_that_only_look_like_residue_are_left_alone():
    assert results("D11", text("总体", "因公出国（境）费增加，其中：其他支出减少（详见附表）。")) == []


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ("收入总计 1262.08 万，", "写的是“万”"),
        ("收入总计 1262.08，", "没有写金额单位"),
        ("收入总计 1262.08 元，", "相差一万倍"),
        ("事业收入 5.00 万元，占收入总计的 0.40，", "缺百分号"),
    ],
)
def test_a_missing_or_wrong_unit_is_found(said, problem):
    of = text("总体", said, parts=(row("01", "income:grand_total", amount="1,262.08"),))
    assert problem in only("D12", of).message


def test_a_figure_with_its_unit_and_a_zero_without_one_are_left_alone():
    assert results("D12", text("总体", "收入总计 1262.08 万元，占 5%", "年初预算为 0，")) == []
