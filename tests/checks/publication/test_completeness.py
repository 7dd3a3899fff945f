"""Nine tables, notes, empty tables, parts of the text, dates: what is there, what is missing, what cannot be known."""

from datetime import date

import pytest

from disclosures.statements.models import STATEMENTS, Chapter, Duty, Term, UnitInScope
from tests.checks.loading import BROKEN, EQUAL, UNKNOWN, head, loaded, only, outcomes, paragraph, results, row

NUMBERS = tuple(STATEMENTS)


def heads(*missing: str, **fields):
    return [head(number, **fields) for number in NUMBERS if number not in missing]


def listed(text: str):
    return paragraph(text, level=2, chapter=Chapter.CONTENTS)


# ---------------------------------------------------------------------------------------------------------------------
# Tables
# ---------------------------------------------------------------------------------------------------------------------


def test_all_nine_tables_are_there():
    assert outcomes("E1", loaded(heads())) == [EQUAL] * 9


def test_a_table_that_is_nowhere_is_missing():
    found = results("E1", loaded(heads("09")))
    assert [one.outcome for one in found] == [EQUAL] * 8 + [BROKEN]
    assert found[-1].message == "没有公开09表（国有资本经营预算财政拨款收入支出决算表）。"


@pytest.mark.parametrize(
    "title", ["九、国有资本经营预算财政拨款支出决算表", "九、国有资本经营预算财政拨款收入支出决算表"]
)
def test_a_table_that_the_contents_list_names_may_have_been_lost_in_reading(title):
    lost = results("E1", loaded([*heads("09"), listed(title)]))[-1]
    assert lost.outcome == UNKNOWN
    assert lost.is_suspected_loss


def test_every_result_about_a_table_has_a_key_of_its_own():
    found = results("E1", loaded(heads("09")))
    assert len({one.key for one in found}) == 9


def test_each_table_has_a_note():
    assert outcomes("E1n", loaded([head("03"), head("04", notes=" ")])) == [EQUAL, BROKEN]


def test_a_table_without_figures_says_so():
    said, silent = head("08", is_declared_empty=True), head("09")
    assert outcomes("E2", loaded([said, silent, head("03"), row("03", "total", total_expenditure="0.00")])) == [
        EQUAL,
        BROKEN,
    ]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("本部门 2023 年度无政府性基金预算财政拨款支出。", EQUAL),
        ("本部门没有国有资本经营预算财政拨款支出。", BROKEN),
        ("政府性基金预算财政拨款支出情况。", BROKEN),
    ],
)
def test_what_the_text_says_there_was_none_of_need_not_be_said_below_its_table(text, outcome):
    assert only("E2", loaded([head("08"), paragraph(text)])).outcome == outcome


def test_a_table_with_figures_does_not_say_that_it_is_empty():
    parts = [head("08", is_declared_empty=True), row("08", "total", income="1.00")]
    assert only("E2", loaded(parts)).outcome == BROKEN


@pytest.mark.parametrize(
    "left", ["无收支的，仍保留该表格式，并在本表下方作下述说明：", "XX部门无此类收支。", "填表说明：略"]
)
def test_what_a_template_says_to_those_who_fill_it_in_does_not_stay(left):
    assert only("E2i", loaded([head("08", notes=f"注：本表为空。\n{left}")])).outcome == BROKEN
    assert only("E2i", loaded([head("08")])).outcome == EQUAL


# ---------------------------------------------------------------------------------------------------------------------
# Text
# ---------------------------------------------------------------------------------------------------------------------

WHOLE = (
    "一、主要职责", "二、单位构成", "三、“三公”经费支出说明", "机关运行经费支出 1 万元。", "政府采购支出 0 万元。",
    "国有资产占用情况", "预算绩效情况", "名词解释",
)  # fmt: skip


def text(*missing: str):
    return [paragraph(one, position=n) for n, one in enumerate(WHOLE, start=1) if one not in missing]


def test_a_whole_text_has_every_part():
    assert outcomes("E3", loaded(text())) == [EQUAL] * 8


@pytest.mark.parametrize("missing", WHOLE)
def test_a_part_that_is_missing_is_named(missing):
    broken = [one for one in results("E3", loaded(text(missing))) if one.outcome == BROKEN]
    assert len(broken) == 1
    assert broken[0].message.startswith("没有")


def test_a_part_that_was_read_into_a_list_of_its_own_is_there():
    lists = [Duty(text="接访"), UnitInScope(name="信访局"), Term(name="基本支出")]
    assert BROKEN not in outcomes("E3", loaded([*text("一、主要职责", "二、单位构成", "名词解释"), *lists]))


def test_a_part_that_the_contents_list_names_may_have_been_lost_in_reading():
    of = loaded([*text("政府采购支出 0 万元。"), listed("五、政府采购情况")])
    (lost,) = [one for one in results("E3", of) if one.outcome != EQUAL]
    assert lost.is_suspected_loss


def test_a_file_without_text_says_nothing_about_its_parts():
    assert only("E3", loaded(heads())).outcome == UNKNOWN


# ---------------------------------------------------------------------------------------------------------------------
# Dates
# ---------------------------------------------------------------------------------------------------------------------

APPROVED = date(2024, 8, 10)


@pytest.mark.parametrize(
    ("published", "outcome", "words"),
    [
        (date(2024, 8, 10), EQUAL, "相隔 0 天，没有超过规定的 20 天"),
        (date(2024, 8, 30), EQUAL, "相隔 20 天，没有超过规定的 20 天"),
        (date(2024, 8, 31), BROKEN, "相隔 21 天，超过规定的 20 天"),
        (date(2024, 8, 9), BROKEN, "公开早于批复，两个日期对不上"),
    ],
)
def test_publication_follows_approval_within_twenty_days(published, outcome, words):
    result = only("E4", loaded(approval_date=APPROVED, publication_date=published))
    assert result.outcome == outcome
    assert words in result.message


@pytest.mark.parametrize("dates", [{}, {"approval_date": APPROVED}, {"publication_date": APPROVED}])
def test_a_date_that_is_not_known_is_never_in_time(dates):
    assert only("E4", loaded(**dates)).outcome == UNKNOWN
