"""Tables that are known and are none of the nine: kept whole with their place, not read and not unread."""

import json

import pytest
from django.core.management import call_command

from disclosures.intake.reading import Reading
from tests.intake.drawn import fatal, page, read_page, rows, table

THREE_PUBLIC = table(
    "财政拨款“三公”经费支出决算表", rows("项目 | 预算数 | 决算数\n合计 | 1.00 | 0.50\n2、公务接待费 | 1.00 | 0.50")
)
FUND_BASIC = table(
    "政府性基金预算财政拨款基本支出决算表",
    rows("科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费\n301 | 工资福利支出 | 3.00 | 3.00 |"),
    note="注：本表反映部门本年度政府性基金预算财政拨款基本支出情况。",
)
PROCUREMENT = table("政府采购情况表", rows("项目 | 金额\n政府采购支出合计 | 55.10\n货物 | 55.10"))
SERVICES = table("政府购买服务支出情况表", rows("指导性目录 | 项目名称 | 金额\n公共服务 | 档案整理 | 8.00"))


def kept(reading: Reading) -> list[tuple[str, str]]:
    return [(one.place, one.title) for one in reading.ledger.kept]


def test_the_tables_of_beijing_beside_the_nine_are_kept_whole(tmp_path):
    reading = read_page(tmp_path, FUND_BASIC, THREE_PUBLIC, PROCUREMENT, SERVICES)
    assert reading.ledger.problems == [] == reading.ledger.unread()
    assert list(reading.statements) == ["07"]
    assert kept(reading) == [
        ("表 1第 1 行第 1 格", "政府性基金预算财政拨款基本支出决算表"),
        ("表 3第 1 行第 1 格", "政府采购情况表"),
        ("表 4第 1 行第 1 格", "政府购买服务支出情况表"),
    ]
    fund = reading.ledger.kept[0]
    assert fund.rows[1] == ("301", "工资福利支出", "3.00", "3.00", "")
    assert fund.around[0] == "政府性基金预算财政拨款基本支出决算表"
    assert fund.around[-1].startswith("注：")


def test_a_table_nobody_knows_is_kept_and_worth_a_look(tmp_path):
    reading = read_page(tmp_path, THREE_PUBLIC, table("办公用房情况表", rows("名称 | 面积\n甲楼 | 120.5")))
    assert kept(reading) == [("表 2第 1 行第 1 格", "办公用房情况表")]
    assert [(one.level, one.place) for one in reading.ledger.problems] == [("warning", "表 2")]


def test_a_table_without_a_title_stays_unread(tmp_path):
    reading = read_page(tmp_path, THREE_PUBLIC, "<p>如下。</p><table><tr><td>甲</td><td>1.00</td></tr></table>")
    assert kept(reading) == []
    assert [one.text for one in reading.ledger.unread()] == ["甲", "1.00"]


def test_a_table_that_is_kept_does_not_stand_for_one_of_the_nine(tmp_path):
    ((_, message),) = fatal(read_page(tmp_path, PROCUREMENT))
    assert "没有找到任何一张决算表" in message


def test_a_long_title_is_no_slow_one(tmp_path):
    title = "政府采购" * 9 + "情况"
    assert kept(read_page(tmp_path, THREE_PUBLIC, table(title, rows("比上年增减(((((((((( | 1\n甲 | 2")))) == []


@pytest.mark.parametrize("as_json", [True, False])
def test_the_command_prints_what_is_kept(tmp_path, capsys, as_json):
    call_command("read_document", str(page(tmp_path, THREE_PUBLIC, PROCUREMENT)), as_json=as_json)
    printed = capsys.readouterr().out
    if as_json:
        (one,) = json.loads(printed)["kept"]
        assert (one["title"], one["rows"][2]) == ("政府采购情况表", ["货物", "55.10"])
    else:
        assert "保留 表 2第 1 行第 1 格：政府采购情况表，3 行。不在公开01–09表之列，整张表照原样保留。" in printed
