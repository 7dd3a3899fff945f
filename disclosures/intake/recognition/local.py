"""What places publish beside the official forms, known by its title; it is kept, for no part can hold it."""

import re

from disclosures.intake.ledger import Ledger
from disclosures.intake.recognition.blocks import Block
from disclosures.intake.wording import bare, essence
from disclosures.statements.terms import span_of_tables

# Whole tables, in the words of their titles without the year, 部门 and 单位.
_TABLES = re.compile(
    r"政府性基金预算(?:财政拨款)?基本支出决算表|.*政府采购.*表|.*政府购买服务.*表|.*国有资产(?:占用|使用)情况表"
    r"|非财政拨款收入支出决算总表|项目支出决算表|项目收入支出决算表|财政拨款支出决算表|(?!.*三公).*机关运行经费.*表"
)

# Items below or beside the three public expenses.
_ITEMS = re.compile(
    r"会议费|培训费|团组|批次|人次|人数|\(人\)|\(辆\)|\(个\)|\(批\)|\(次\)|辆数|购置数|保有量|国内接待|国内公务接待|外事接待"
    r"|国\(境\)外接待|外宾接待|机关运行经费|行政单位|参照公务员|统计数|其他国内|差旅费"
)

# Columns beside budget and final account: another year's, a budget adjusted, a change.
_CHANGE = re.compile(
    r"(?:(?:比|较|与)(?:上年|年初|预算|\d{4}年).{0,8})?(?:增减|增加|减少|变动|变化|增长|完成预算)[额数率金变化幅度情况比例百分%()+/-]{0,12}"
)
_FURTHER_BUDGETS = ("全年预算数", "调整预算数", "调整后预算数")
_LAST = re.compile(r"(?:上年度?|去年)(?:年初)?(?:预算|决算|支出|决算统计)?数?")
_DATED = re.compile(r"^(\d{4})年度?")
_THIS = re.compile(r"^(?:本年度?|当年)")

# What some places print in the head of table 06 where it is laid out as in the budget.
_BUDGET_FORM = (
    "一般公共预算基本支出",
    "一般公共预算财政拨款基本支出",
    "财政拨款基本支出",
    "本年基本支出",
    "人员支出",
    "公用支出",
    "日常公用经费",
)


def keep_table(title: str, block: Block, ledger: Ledger) -> None:
    """Keep a table that is none of the official ones; one that is not known either is worth a look."""
    if not _TABLES.fullmatch(essence(title)):
        ledger.warn(block.grid, f"《{title}》不在{span_of_tables()}之列，整张表照原样保留，没有读成数据。")
    reason = f"不在{span_of_tables()}之列，整张表照原样保留。"
    ledger.keep(title, block.rows, reason, (*block.caption, *block.notes))


def is_further_item(text: str) -> bool:
    """Whether it names something that places print below the three public expenses."""
    return bool(_ITEMS.search(bare(text)))


def is_further_column(title: str) -> bool:
    """Whether it is the title of a column beside budget and final account of this year."""
    return title in (*_FURTHER_BUDGETS, "备注") or bool(_LAST.fullmatch(title) or _CHANGE.fullmatch(title))


def year_in(title: str) -> int | None:
    """The year that a title begins with."""
    match = _DATED.match(title)
    return int(match[1]) if match else None


def undated(title: str) -> str:
    """The title without the year or 本年 that it begins with."""
    return _THIS.sub("", _DATED.sub("", title))


def is_local_title(title: str, official: frozenset[str]) -> bool:
    """Whether a head may print the title besides the official ones."""
    return (
        title in _BUDGET_FORM
        or is_further_column(title)
        or (undated(title) != title and undated(title) in ("", "数", *official))
        or (len(title) < 20 and title.endswith(("会议费", "培训费")))
    )
