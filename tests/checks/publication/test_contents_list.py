"""The contents list against the titles of the tables and the headings of the text."""

import pytest

from disclosures.statements.models import Chapter
from tests.checks.loading import BROKEN, EQUAL, head, loaded, only, outcomes, paragraph, results


def listed(text: str):
    return paragraph(text, level=2, chapter=Chapter.CONTENTS)


def heading(text: str):
    return paragraph(text, level=2, position=2)


@pytest.mark.parametrize(
    ("title", "entry", "outcome"),
    [
        ("支出决算表", "三、支出决算表", EQUAL),
        ("财政拨款“三公”经费支出决算表", "七、财政拨款 三公经费支出决算表", EQUAL),
        ("一般公共预算财政拨款基本支出决算明细表", "六、一般公共预算财政拨款基本支出决算表", BROKEN),
        ("国有资本经营预算财政拨款收入支出决算表", "九、国有资本经营预算财政拨款支出决算表", BROKEN),
    ],
)
def test_a_table_is_called_in_the_list_what_stands_above_it(title, entry, outcome):
    number = {"三": "03", "七": "07", "六": "06", "九": "09"}[entry[0]]
    assert only("E1t", loaded([head(number, title=title), listed(entry)])).outcome == outcome


def test_a_table_that_is_not_listed_or_has_no_title_says_nothing():
    assert results("E1t", loaded([head("03"), listed("九、国有资本经营预算财政拨款支出决算表")])) == []
    assert results("E1t", loaded([head("03", title=""), listed("三、支出决算表")])) == []


@pytest.mark.parametrize(
    ("entry", "text", "outcome"),
    [
        ("一、主要职能", "一、主要职能", EQUAL),
        ("二、信访局决算单位构成", "二、部门决算单位构成", EQUAL),  # the unit's name for 部门
        ("三、支出决算情况说明", "三、2023 年度支出决算情况说明", EQUAL),
        ("十一、其他重要事项说明", "十一、其他重要事项的情况说明", BROKEN),
    ],
)
def test_a_heading_reads_in_the_list_as_it_reads_above_its_section(entry, text, outcome):
    assert only("E1h", loaded([listed(entry), heading(text)])).outcome == outcome


def test_an_entry_whose_section_is_not_recognised_says_nothing():
    assert results("E1h", loaded([listed("二、收入决算情况说明"), heading("三、收入决算情况分析")])) == []


def test_a_table_in_the_list_is_no_heading_of_the_text():
    parts = [listed("一、收入支出决算总表"), listed("一、收入支出决算总体情况说明")]
    assert outcomes("E1h", loaded([*parts, heading("一、收入支出决算总体情况说明")])) == [EQUAL]
