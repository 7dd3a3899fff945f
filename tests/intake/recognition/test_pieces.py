"""Heads, titles and codes that come in pieces, and tables that go on below: nothing gets a code that is not its own."""

import pytest

from tests.intake.drawn import amounts, fatal, read_page, rows, table

HEAD = "科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出"
FIRST = """
 | 合计 | 30.00 | 20.00 | 10.00 | | |
201 | 一般公共服务支出 | 30.00 | 20.00 | 10.00 | | |
20103 | 政府办公厅（室）及相关机构事务 | 30.00 | 20.00 | 10.00 | | |
"""
SECOND = """
2010301 | 行政运行 | 20.00 | 20.00 | | | |
2010308 | 信访事务 | 10.00 | | 10.00 | | |
"""
RIGHT = {"total": "300000.00", "201": "300000.00", "20103": "300000.00", "2010301": "200000.00", "2010308": "100000.00"}


def cells(text: str) -> str:
    return "".join("<tr>" + "".join(f"<td>{one}</td>" for one in row) + "</tr>" for row in rows(text))


def totals(reading) -> dict[str, str | None]:
    return {code: value for code, (value,) in amounts(reading, "03", "total_expenditure").items()}


@pytest.mark.parametrize(
    "title",
    [
        "三、2023年度支出决算表",
        "表三 支出决算表",
        "表三：2023年度部门支出决算表",
        "附件3：支出决算表",
        "附表3 “支出决算表”",
        "某市水务局2023年度支出决算表",
    ],
)
def test_what_stands_around_a_title_does_not_hide_it(tmp_path, title):
    reading = read_page(tmp_path, table(title, rows(HEAD + FIRST + SECOND)))
    assert totals(reading) == RIGHT
    assert not fatal(reading)


@pytest.mark.parametrize("number", ["七、", "表七", "表七 ", "附表7："])
def test_a_number_does_not_run_into_a_title_that_begins_with_one(tmp_path, number):
    head = "项目 | 预算数 | 决算数\n合计 | 1.00 | 1.00\n公务接待费 | 1.00 | 1.00"
    reading = read_page(tmp_path, table(f"{number}一般公共预算财政拨款“三公”经费支出决算表", rows(head)))
    assert list(reading.statements) == ["07"]


@pytest.mark.parametrize(
    "mark",
    [
        "支出决算表（续）",
        "支出决算表续表",
        "续表",
        "（续表）",
        "续表：支出决算表",
        "接上页",
        "公开03表续",
        "公开03表（续）",
        "支出决算表（续1）",
        "《支出决算表》（续）",
        "“支出决算表”续",
    ],
)
@pytest.mark.parametrize("between", ["", "<p>注：本表反映本年度各项支出情况。</p>"])
def test_a_table_that_says_so_goes_on(tmp_path, mark, between):
    first = table("支出决算表", rows(HEAD + FIRST))
    reading = read_page(tmp_path, first, between, table(mark, rows(HEAD + SECOND)))
    assert totals(reading) == RIGHT
    assert not fatal(reading)


def test_a_table_goes_on_below_another_one(tmp_path):
    other = table("政府采购情况表", rows("项目 | 金额\n货物 | 1.00"))
    first = table("支出决算表", rows(HEAD + FIRST))
    reading = read_page(tmp_path, first, other, table("支出决算表（续）", rows(HEAD + SECOND)))
    assert totals(reading) == RIGHT


def test_what_goes_on_under_another_title_is_not_swallowed(tmp_path):
    first = table("支出决算表", rows(HEAD + FIRST))
    reading = read_page(tmp_path, first, table("项目支出明细表（续）", rows(HEAD + SECOND)))
    assert set(totals(reading)) == {"total", "201", "20103"}


def test_a_mark_does_not_join_a_table_with_another_head(tmp_path):
    first = table("支出决算表", rows(HEAD + FIRST))
    other = rows("科目编码 | 科目名称 | 决算数\n301 | 工资福利支出 | 5.00")
    reading = read_page(tmp_path, first, table("续表", other))
    assert set(totals(reading)) == {"total", "201", "20103"}


def levels(head: str, body: str) -> str:
    return f"<p>支出决算表</p><p>金额单位：万元</p><table>{head}{cells(body)}</table>"


AMOUNTS = "".join(f"<td rowspan=2>{one.strip()}</td>" for one in HEAD.split("|")[2:])


@pytest.mark.parametrize("words", ["科目编码", "功能分类科目编码", "支出功能分类"])
def test_the_total_in_the_row_of_the_levels(tmp_path, words):
    head = f"<tr><td colspan=3>{words}</td><td>科目名称</td>{AMOUNTS.replace(' rowspan=2', '')}</tr>"
    body = """类 | 款 | 项 | 合计 | 30.00 | 20.00 | 10.00 | | |
        201 | | | 一般公共服务支出 | 30.00 | 20.00 | 10.00 | | |
        201 | 03 | | 政府办公厅（室）及相关机构事务 | 30.00 | 20.00 | 10.00 | | |
        201 | 03 | 01 | 行政运行 | 20.00 | 20.00 | | | |
        201 | 03 | 08 | 信访事务 | 10.00 | | 10.00 | | |"""
    assert totals(read_page(tmp_path, levels(head, body))) == RIGHT


@pytest.mark.parametrize(("of_group", "of_item"), [("3", "1"), ("03", "1"), ("3.0", "1.0")])
def test_levels_as_numbers_get_their_zeros_back(tmp_path, of_group, of_item):
    first = f"<tr><td colspan=3>科目编码</td><td rowspan=2>科目名称</td>{AMOUNTS}</tr>"
    head = first + "<tr><td>类</td><td>款</td><td>项</td></tr>"
    body = f""" | | | 合计 | 20.00 | 20.00 | | | |
        201 | {of_group} | | 政府办公厅（室）及相关机构事务 | 20.00 | 20.00 | | | |
        201 | {of_group} | {of_item} | 行政运行 | 20.00 | 20.00 | | | |"""
    assert list(totals(read_page(tmp_path, levels(head, body)))) == ["total", "20103", "2010301"]


@pytest.mark.parametrize("again", ["行政运行 | 7.00 | 7.00", "信访事务 | 20.00 | 20.00"])
def test_a_code_twice_with_other_words_or_figures_is_fatal_at_its_place(tmp_path, again):
    twice = HEAD + FIRST + SECOND + f"2010301 | {again} | | | |"
    problems = fatal(read_page(tmp_path, table("支出决算表", rows(twice))))
    assert [place for place, message in problems if "2010301 出现两次" in message] == ["表 1第 8 行第 1 格"]


def test_a_row_printed_twice_alike_is_a_warning(tmp_path):
    reading = read_page(tmp_path, table("支出决算表", rows(HEAD + FIRST + SECOND + SECOND)))
    assert not fatal(reading)
    assert len([one for one in reading.ledger.problems if "印了两次" in one.message]) == 2


@pytest.mark.parametrize("split", [True, False])
def test_an_empty_table_08_alone_on_its_page_has_its_title(tmp_path, split):
    head = "项目 | | 年初结转和结余 | 本年收入 | 本年支出 | | | 年末结转和结余"
    body = (
        "\n科目编码 | 科目名称 | | | 小计 | 基本支出 | 项目支出 | \n栏次 | | 1 | 2 | 3 | 4 | 5 | 6\n合计 | | | | | | | "
    )
    lines = ["政府性基金预算财政拨款收入支出决算表", "公开08表", "单位：某市水务局", "金额单位：元"]
    printed = lines if split else [lines[0], " ".join(lines[1:])]
    above = "".join(f"<p>{one}</p>" for one in printed)
    reading = read_page(tmp_path, f"{above}<table>{cells(head + body)}</table>")
    assert not [one for one in reading.ledger.problems if "没有标题" in one.message]
    assert list(reading.statements) == ["08"]


def test_the_same_title_with_the_codes_that_follow_goes_on(tmp_path):
    parts = [table("支出决算表", rows(HEAD + body)) for body in (FIRST, "\n" + SECOND.strip())]
    reading = read_page(tmp_path, *parts)
    assert totals(reading) == RIGHT
    assert not fatal(reading)


@pytest.mark.parametrize("second", [FIRST, FIRST + SECOND, "\n20102 | 政协事务 | 1.00 | 1.00 | | | |"])
def test_the_same_title_with_other_codes_stays_fatal(tmp_path, second):
    parts = [table("支出决算表", rows(HEAD + body)) for body in (FIRST, second)]
    assert [message for _, message in fatal(read_page(tmp_path, *parts)) if "出现两次" in message]


def head_in_pieces(*lines: str) -> str:
    return cells("\n".join(lines)) + cells(FIRST + SECOND)


IN_PIECES = {
    "a word cut in two": (
        "科目编码 | 科目名称 | 本年支 | 基本支出 | 项目支出 | 上缴上 | 经营支出 | 对附属单位",
        " | | 出合计 | | | 级支出 | | 补助支出",
    ),
    "three pieces": (
        "科目 | 科目 | 本年 | 基本 | 项目 | 上缴 | 经营 | 对附属",
        "编码 | 名称 | 支出 | 支出 | 支出 | 上级 | 支出 | 单位补",
        " | | 合计 | | | 支出 | | 助支出",
    ),
    "a group and its sum": (
        "科目编码 | 科目名称 | 本年支出 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出",
        " | | 合计 | | | | |",
    ),
    "支出功能分类 over 科目 over 编码": (
        "支出功能分类 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出",
        "科目 | | | | | | |",
        "编码 | | | | | | |",
    ),
}


@pytest.mark.parametrize("lines", IN_PIECES.values(), ids=IN_PIECES)
def test_a_head_is_put_together_from_its_pieces(tmp_path, lines):
    caption = "<p>支出决算表</p><p>单位：某局 2023年度 金额单位：万元</p>"
    reading = read_page(tmp_path, f"{caption}<table>{head_in_pieces(*lines)}</table>")
    assert fatal(reading) == []
    assert totals(reading) == RIGHT
    assert not reading.ledger.unread()


def test_pieces_that_make_another_title_are_refused(tmp_path):
    lines = (
        "科目编码 | 科目名称 | 本年支 | 基本支出 | 项目支出 | 上缴上 | 经营支出 | 对附属单位",
        " | | 出合计 | | | 年支出 | | 补助支出",
    )
    caption = "<p>支出决算表</p><p>单位：某局 2023年度 金额单位：万元</p>"
    reading = read_page(tmp_path, f"{caption}<table>{head_in_pieces(*lines)}</table>")
    assert fatal(reading)


def test_an_empty_table_whose_levels_stand_beside_its_total_is_read(tmp_path):
    head = """
项目 | | | | 年初结转和结余 | 本年收入 | 本年支出 | | | 年末结转和结余
支出功能分类科目编码 | | | 科目名称 | | | 小计 | 基本支出 | 项目支出 |
类 | 款 | 项 | 合计 | | | | | |
"""
    reading = read_page(
        tmp_path, table("支出决算表", rows(HEAD + FIRST)), table("政府性基金预算财政拨款收入支出决算表", rows(head))
    )
    assert fatal(reading) == []
    assert list(reading.statements) == ["03", "08"]


ACCOUNT = """
项目 | 决算数 | 项目 | 决算数
一、一般公共预算财政拨款收入 | 9.00 | 一、一般公共服务支出 | 9.00
本年收入合计 | 9.00 | 本年支出合计 | 9.00
使用非财政拨款结 | 4.00 | 结余分配 |
{rest} | {amount} | |
年初结转和结余 | 1.00 | 年末结转和结余 | 5.00
总计 | 14.00 | 总计 | 14.00
"""


@pytest.mark.parametrize(
    ("rest", "amount", "is_one"), [("余(含专用结余)", "", True), ("余(含专用结余)", "2.00", False), ("余额", "", False)]
)
def test_two_rows_of_which_both_names_together_are_one_of_the_form_are_one(tmp_path, rest, amount, is_one):
    reading = read_page(tmp_path, table("收入支出决算总表", rows(ACCOUNT.format(rest=rest, amount=amount))))
    found = {line.item: line.amounts["amount"] for line in reading.statements["01"].lines if line.item}
    assert ("surplus_used" in found) is is_one
    assert not is_one or str(found["surplus_used"]) == "40000.00"
    said = [one.message for one in reading.ledger.problems]
    assert any("合为一行" in one for one in said) is is_one
    assert any("表样里没有这一行" in one for one in said) is not is_one
