"""The chapter 决算情况说明 as a whole: its sections in their order, each written if its tables are there."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from disclosures.sentences.accounts import Accounts, MissingError
from disclosures.sentences.fiscal import by_function, fiscal, of_other_purses
from disclosures.sentences.gaps import gap
from disclosures.sentences.other import basic, performance, property_owned, purchases, running_costs
from disclosures.sentences.three_public import three_public
from disclosures.sentences.totals import closing, expenditure, income
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import Chapter, Paragraph


class _Section(NamedTuple):
    """A heading with its level, and what writes the paragraphs below it; none for a heading of headings."""

    level: int
    heading: str
    write: Callable[[Accounts], Iterator[str]] | None = None


_SECTIONS = (
    _Section(2, "一、收入支出决算总体情况说明"),
    _Section(0, "", income),
    _Section(0, "", expenditure),
    _Section(0, "", closing),
    _Section(2, "二、财政拨款支出决算情况说明"),
    _Section(3, "（一）总体情况。", fiscal),
    _Section(3, "（二）一般公共预算财政拨款支出情况。", by_function),
    _Section(3, "（三）政府性基金预算财政拨款支出情况。", of_other_purses("08", "政府性基金预算")),
    _Section(3, "（四）国有资本经营预算财政拨款支出情况。", of_other_purses("09", "国有资本经营预算")),
    _Section(2, "三、财政拨款“三公”经费支出决算情况说明", three_public),
    _Section(2, "四、一般公共预算财政拨款基本支出决算情况说明", basic),
    _Section(2, "五、其他重要事项的情况说明"),
    _Section(3, "（一）机关运行经费支出情况。", running_costs),
    _Section(3, "（二）政府采购支出情况。", purchases),
    _Section(3, "（三）国有资产占用情况。", property_owned),
    _Section(3, "（四）预算绩效情况。", performance),
)


def explanation(now: LoadedDisclosure, before: LoadedDisclosure | None = None) -> list[Paragraph]:
    """The paragraphs of the chapter, unsaved and without position; a section whose table is missing says so in a gap.

    Amounts are in the unit and decimals of the disclosure. Source: the tables, and last year's for changes.
    """
    accounts = Accounts(now, before)
    return [
        Paragraph(chapter=Chapter.EXPLANATION, level=level, text=text)
        for section in _SECTIONS
        for level, text in _written(section, accounts)
    ]


def _written(section: _Section, accounts: Accounts) -> Iterator[tuple[int, str]]:
    if section.heading:
        yield section.level, section.heading
    if section.write:
        try:
            yield from [(0, text) for text in section.write(accounts)]
        except MissingError as missing:
            yield 0, gap(f"{missing}，填好以后再生成")
