"""Table 06 in the columns of the budget's form: 合计, 人员经费, 公用经费."""

import pytest

from tests.intake.drawn import amounts, fatal, read_page, rows, table

TITLE = "一般公共预算财政拨款基本支出决算表"
SOUND = """
科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费
 | 合计 | 100.00 | 70.50 | 29.50
301 | 工资福利支出 | 65.50 | 65.50 |
30101 | 基本工资 | 65.50 | 65.50 | 0.00
302 | 商品和服务支出 | 29.50 | | 29.50
30201 | 办公费 | 29.50 | | 29.50
303 | 对个人和家庭的补助 | 5.00 | 5.00 | -
"""


def test_the_total_column_is_the_amount_and_the_total_row_gives_the_sums(tmp_path):
    reading = read_page(tmp_path, table(TITLE, rows(SOUND)))
    assert reading.ledger.problems == []
    assert amounts(reading, "06", "amount") == {
        "staff": ("705000.00",), "operating": ("295000.00",), "301": ("655000.00",), "30101": ("655000.00",),
        "302": ("295000.00",), "30201": ("295000.00",), "303": ("50000.00",),
    }  # fmt: skip
    (kept,) = reading.ledger.kept
    assert ("302", "商品和服务支出", "29.50") in kept.rows
    assert reading.ledger.unread() == []


def test_a_group_title_in_yuan_and_levels_in_two_cells(tmp_path):
    text = """
科目编码 | | 科目名称 | 一般公共预算基本支出 | |
类 | 款 | | 小计 | 人员经费 | 日常公用经费
301 | | 工资福利支出 | 12.00 | 12.00 |
 | 01 | 基本工资 | 12.00 | 12.00 |
"""
    reading = read_page(tmp_path, table(TITLE, rows(text)))
    assert reading.ledger.problems == []
    assert amounts(reading, "06", "amount") == {"301": ("120000.00",), "30101": ("120000.00",)}


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("65.50 | 65.50 | 0.00", "65.50 | 65.40 | 0.00", "表 1第 4 行第 3 格"),
        ("29.50 | | 29.50\n30201", "29.50 | 29.50 | 29.50\n30201", "表 1第 5 行第 3 格"),
        ("5.00 | 5.00 | -", " | 5.00 | ", "表 1第 7 行第 4 格"),
        ("100.00 | 70.50", "110.00 | 70.50", "表 1第 2 行第 3 格"),
        ("301 | 工资", " | 合计 | 1.00 | 1.00 |\n301 | 工资", "表 1第 3 行第 2 格"),
    ],
)
def test_parts_that_do_not_make_up_the_sum_stop_the_import_at_their_place(tmp_path, old, new, place):
    assert old in SOUND
    assert place in dict(fatal(read_page(tmp_path, table(TITLE, rows(SOUND.replace(old, new))))))


def test_a_tail_of_rounding_is_none(tmp_path):
    sound = SOUND.replace("100.00 | 70.50", "100.01 | 70.50")
    assert fatal(read_page(tmp_path, table(TITLE, rows(sound)))) == []


def test_a_row_without_code_is_told_and_a_sum_without_parts_too(tmp_path):
    text = SOUND.replace("30201 | 办公费 | 29.50 | | 29.50", " | 办公费 | 29.50 | | 29.50").replace(
        "5.00 | 5.00 | -", "5.00 | | "
    )
    reading = read_page(tmp_path, table(TITLE, rows(text)))
    assert [one.level for one in reading.ledger.problems] == ["warning", "warning"]
    assert [one.text for one in reading.ledger.unread()] == ["办公费", "29.50", "29.50"]


def test_columns_with_a_title_nobody_knows_are_refused(tmp_path):
    text = SOUND.replace("公用经费", "其他经费")
    ((_, message),) = fatal(read_page(tmp_path, table(TITLE, rows(text))))
    assert "表头对不上" in message
