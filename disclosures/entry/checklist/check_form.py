"""The check form: the lines that districts look at, then the five questions of the Ministry of Finance, in this order.

A line is a row here: its title, how it is looked at, and the function that judges it.
"""

from dataclasses import dataclass

from disclosures.entry.checklist import judging
from disclosures.entry.checklist.judging import Judge, Judged, Subject
from disclosures.statements.models import statements_in


@dataclass(frozen=True)
class Row:
    """A line of the form; `how` says what was looked at, for whoever signs."""

    title: str
    how: str
    judge: Judge


BEFORE_THE_TABLES = (
    Row("及时性", "批复日期到公开日期不超过 20 天", judging.timely),
    Row("封面", "标题里有单位全称和年度", judging.cover),
    Row("目录", "有目录，和各表、正文的标题相同", judging.contents_list),
    Row("主要职能", "主要职责一条一条列出，或文字里有", judging.section("主要职责")),
    Row("机构设置", "单位构成列出，或文字里有", judging.section("单位构成")),
    Row("名词解释", "名词解释列出，或文字里有", judging.section("名词解释")),
    Row("编制说明", "有决算情况说明；文字里的数和表里相同", judging.explanation),
)
AFTER_THE_TABLES = (
    Row("其他相关说明", "“三公”经费、机关运行经费、政府采购、国有资产、绩效", judging.other_matters),
    Row("项目经费情况说明", "有项目支出的有自评表；自评表的数对得上", judging.projects),
)
MINISTRY = (
    Row("及时", "同“及时性”", judging.timely),
    Row("完整", "各表、文字各部分齐全，空表有说明", judging.complete),
    Row("细化", "功能分类到项，基本支出到款，公务用车分列", judging.detailed),
    Row("准确", "错误一级的核对全部对得上", judging.accurate),
    Row("可读", "只看得出目录、标题、名称、模板字样、计量单位", judging.readable),
)


@dataclass(frozen=True)
class Filled:
    """A line as it is filled in."""

    row: Row
    judged: Judged


@dataclass(frozen=True)
class Section:
    """Some lines under their title."""

    title: str
    lines: tuple[Filled, ...]


def district_rows(year: int) -> tuple[Row, ...]:
    """The lines of the districts' form, with the tables that are published for that year one by one."""
    tables = (
        Row(f"公开{number}表 {model.title_in(year)}", "填好且对得上，或声明为空表并说明", judging.table(number))
        for number, model in statements_in(year).items()
    )
    return (*BEFORE_THE_TABLES, *tables, *AFTER_THE_TABLES)


def filled_in(subject: Subject) -> list[Section]:
    """The whole form."""
    parts = (("内容", district_rows(subject.loaded.disclosure.year)), ("总的看", MINISTRY))
    return [Section(title, tuple(Filled(row, row.judge(subject)) for row in rows)) for title, rows in parts]
