"""Small texts for the tests of the narrative: a heading, paragraphs below it, and rows that they speak of."""

from disclosures.checks.narrative.meaning.meanings import Mention
from disclosures.checks.narrative.meaning.reading import reading_of
from disclosures.statements.lines import Part, StatementLine
from disclosures.statements.loaded import LoadedDisclosure
from tests.checks.loading import loaded, paragraph, row

HEADINGS = {
    "总体": "一、收入支出决算总体情况说明",
    "财政拨款": "二、财政拨款支出决算情况说明",
    "一般公共预算": "五、一般公共预算财政拨款支出决算情况说明",
    "政府性基金": "八、政府性基金预算财政拨款收入支出决算情况说明",
    "三公": "三、财政拨款“三公”经费支出决算情况说明",
    "基本": "四、一般公共预算财政拨款基本支出决算情况说明",
    "运行": "（一）机关运行经费支出情况",
    "采购": "（二）政府采购支出情况",
    "资产": "（三）国有资产占用情况",
    "绩效": "（四）预算绩效情况",
    "单位": "二、部门决算单位构成",
}


def text(section: str, *words: str, parts: tuple[Part, ...] = (), **fields) -> LoadedDisclosure:
    """A disclosure with these paragraphs in that section."""
    heading = paragraph(HEADINGS[section], level=2)
    below = [paragraph(one, position=n) for n, one in enumerate(words, start=2)]
    return loaded([heading, *below, *parts], **fields)


def mentions(of: LoadedDisclosure) -> list[Mention]:
    return reading_of(of).mentions


def meanings(of: LoadedDisclosure) -> dict[str, str]:
    """What each figure of the text means, in words, by its text without blanks; "" where it is not known."""
    return {"".join(one.printed.text.split()): one.meaning.words if one.meaning else "" for one in mentions(of)}


def named(number: str, code: str, name: str, **figures: str) -> StatementLine:
    """A row with the name that the code has."""
    line = row(number, code, **figures)
    line.name = name
    return line


def items(**figures: str) -> tuple[StatementLine, ...]:
    """The class 201, its section 20103 and its item 2010301 in table 05, with the figures of the item."""
    return (
        named("05", "201", "一般公共服务支出", **figures),
        named("05", "20103", "政府办公厅（室）及相关机构事务", **figures),
        named("05", "2010301", "行政运行", **figures),
    )
