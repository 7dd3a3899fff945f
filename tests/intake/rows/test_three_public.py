"""Table 07 with what some places print in it besides: further items, last year, items as columns."""

import pytest

from tests.intake.drawn import amounts, fatal, read_page, rows, table

TITLE = "财政拨款“三公”经费及会议费、培训费支出决算表"
FIVE = """
合计 | 5.00 | 4.24
1、因公出国（境）费 | 0.00 | 0.00
2、公务接待费 | 1.00 | 0.24
3、公务用车购置及运行费 | 4.00 | 4.00
其中：(1) 公务用车运行维护费 | 4.00 | 4.00
(2) 公务用车购置费 | |
"""
READ = {
    "total": ("50000.00", "42400.00"),
    "overseas_travel": ("0.00", "0.00"),
    "official_reception": ("10000.00", "2400.00"),
    "official_vehicles": ("40000.00", "40000.00"),
    "vehicle_operation": ("40000.00", "40000.00"),
    "vehicle_purchase": (None, None),
}
COLUMNS = ("initial_budget", "actual")


def read(tmp_path, text: str, **caption):
    return read_page(tmp_path, table(TITLE, rows(text), **caption))


def test_items_below_the_five_are_kept_whole(tmp_path):
    text = (
        f"项目 | 预算数 | 决算数{FIVE}会议费 | 2.00 | 1.90\n培训费 | 3.00 | 2.85\n因公出国（境）团组数（个） | — | 2\n"
    )
    reading = read(tmp_path, text)
    assert reading.ledger.problems == [] == reading.ledger.unread()
    assert amounts(reading, "07", *COLUMNS) == READ
    kept = [(one.place, one.rows) for one in reading.ledger.kept]
    assert kept == [
        ("表 1第 8 行第 1 格", (("会议费", "2.00", "1.90"),)),
        ("表 1第 9 行第 1 格", (("培训费", "3.00", "2.85"),)),
        ("表 1第 10 行第 1 格", (("因公出国（境）团组数（个）", "—", "2"),)),
    ]


def test_an_item_nobody_knows_is_kept_and_worth_a_look(tmp_path):
    reading = read(tmp_path, f"项目 | 预算数 | 决算数{FIVE}公务接待支出 | 2.00 | 1.90\n")
    assert [(one.level, one.place) for one in reading.ledger.problems] == [("warning", "表 1第 8 行第 1 格")]
    assert len(reading.ledger.kept) == 1


def test_an_item_printed_twice_stops_the_import(tmp_path):
    reading = read(tmp_path, f"项目 | 预算数 | 决算数{FIVE}公务接待费 | 2.00 | 1.90\n")
    assert [place for place, _ in fatal(reading)] == ["表 1第 8 行第 1 格"]


def with_columns(head: str, *beside: str) -> str:
    """The five items with figures in the given columns: b for the budget, a for the account, x for another figure."""
    lines = [line.split("|") for line in FIVE.strip().splitlines()]
    made = [" | ".join([name, *({"b": b, "a": a}.get(one, "9.99") for one in beside)]) for name, b, a in lines]
    return "\n".join([head, *made])


@pytest.mark.parametrize(
    ("head", "beside"),
    [
        ("项目 | 上年决算数 | 本年预算数 | 本年决算数", "xba"),
        ("项目 | 预算数 | 决算数 | 上年数 | 增减额 | 增减率(%)", "baxxx"),
        ("项目 | 2022年决算数 | 2023年预算数 | 2023年决算数", "xba"),
        ("项目 | 2022年决算数 | 预算数 | 决算数 | 比上年增减", "xbax"),
        ("项目 | 上年数 | | 本年数 |\n | 预算数 | 决算数 | 预算数 | 决算数", "xxba"),
        ("项目 | 2022年度 | | 2023年度 |\n | 预算数 | 决算数 | 预算数 | 决算数", "xxba"),
        ("项目 | 行次 | 预算数 | 全年预算数 | 决算统计数", "1bxa"),
    ],
)
def test_columns_of_last_year_are_kept_beside_those_of_this_year(tmp_path, head, beside):
    reading = read(tmp_path, with_columns(head, *beside))
    assert fatal(reading) == []
    assert amounts(reading, "07", *COLUMNS) == READ
    assert len(reading.ledger.kept) == beside.count("x")
    assert reading.ledger.unread() == []


@pytest.mark.parametrize(
    ("head", "beside"),
    [
        ("项目 | 2023年决算数 | 2024年预算数", "ab"),
        ("项目 | 2022年决算数 | 2021年预算数 | 2021年决算数", "xba"),
        ("项目 | 2021年决算数 | 2022年预算数 | 2022年决算数", "xba"),
        ("项目 | 2023年决算数 | 预算数 | 决算数", "xba"),
        ("项目 | 上年预算数 | 上年决算数", "xx"),
        ("项目 | 预算数 | 决算数 | 决算数", "bax"),
    ],
)
def test_columns_whose_year_is_doubtful_stop_the_import(tmp_path, head, beside):
    assert len(fatal(read(tmp_path, with_columns(head, *beside)))) == 1


def test_a_year_that_only_the_cover_prints_counts_too(tmp_path):
    text = with_columns("项目 | 2021年决算数 | 2022年预算数 | 2022年决算数", *"xba")
    cover = "<p>某市水务局2023年度单位决算</p>"
    ((place, message),) = fatal(read_page(tmp_path, cover, table(TITLE, rows(text), year=None)))
    assert (place, message[:13]) == ("表 1", "这是 2023 年度的决算")


CROSSED = """
项目 | “三公”经费支出 | | | | | | 会议费 | 培训费
 | 合计 | 因公出国（境）费用 | 公务接待费 | 公务用车购置及运行费 | | | |
 | | | | 小计 | 公务用车购置费 | 公务用车运行维护费 | |
预算数 | 5.00 | 0.00 | 1.00 | 4.00 | | 4.00 | 2.00 | 3.00
决算数 | 4.24 | 0.00 | 0.24 | 4.00 | | 4.00 | 1.90 | 2.85
"""


def test_items_as_columns_with_a_row_for_each_amount(tmp_path):
    reading = read(tmp_path, CROSSED + "上年决算数 | 9.00 | 9.00 | | | | | |\n增减额 | -4.76 | | | | | | |\n")
    assert fatal(reading) == []
    assert amounts(reading, "07", *COLUMNS) == READ
    assert [one.rows for one in reading.ledger.kept[-4:]] == [(("2.00",),), (("3.00",),), (("1.90",),), (("2.85",),)]
    assert reading.ledger.unread() == []


@pytest.mark.parametrize(
    "text",
    [
        CROSSED + "决算数 | 9.00 | 9.00 | | | | | |",
        CROSSED.replace("预算数", "第一季度").replace("决算数", "第二季度"),
        CROSSED.replace("公务接待费", "因公出国（境）费"),
    ],
)
def test_items_as_columns_that_contradict_themselves_stop_the_import(tmp_path, text):
    assert fatal(read(tmp_path, text))[0][0].startswith("表 1")


def test_one_row_of_amounts_with_a_meeting_column(tmp_path):
    text = """
预算数 | | | 决算数 | |
合计 | 公务接待费 | 会议费 | 合计 | 公务接待费 | 会议费
5.00 | 5.00 | 7.77 | 4.24 | 4.24 | 8.88
"""
    reading = read(tmp_path, text)
    assert fatal(reading) == []
    assert amounts(reading, "07", *COLUMNS) == {
        "total": ("50000.00", "42400.00"),
        "official_reception": ("50000.00", "42400.00"),
    }
    assert [one.rows for one in reading.ledger.kept] == [(("7.77",),), (("8.88",),)]


def test_an_empty_row_of_amounts_above_signatures_is_empty(tmp_path):
    text = """
预算数 | | | 决算数 | |
合计 | 公务接待费 | 会议费 | 合计 | 公务接待费 | 会议费
 | | | | |
单位负责人：张三  财务负责人：李四  制表人：王五 | | | | |
"""
    reading = read(tmp_path, text)
    assert [message for _, message in fatal(reading) if "不是金额" in message] == []
    assert [one.text for one in reading.ledger.unread()] == ["单位负责人：张三 财务负责人：李四 制表人：王五"]
