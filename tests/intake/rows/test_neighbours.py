"""A code that does not fit the rows around it is a problem of reading, told at its place."""

import pytest

from tests.intake.drawn import read_page, rows, table

HEAD = "科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出\n | 合计 | 9.00 | 9.00 | \n"


def told(tmp_path, codes: str) -> list[str]:
    body = "\n".join(f"{code} | 支出 {code} | 1.00 | 1.00 |" for code in codes.split())
    problems = read_page(tmp_path, table("支出决算表", rows(HEAD + body))).ledger.problems
    return [one.message.split("，")[0] for one in problems if "上级" in one.message]


@pytest.mark.parametrize(
    "codes",
    [
        "201 20103 2010301 2010350 208 20805 2080505",
        "2010301 2080505 2080506",  # classes are not printed at all
        "201 2010301 208 2080505",  # nor is the level between
        "208 20805 2080505 201 20103 2010301",  # in an order of the document's own
    ],
)
def test_codes_below_their_parents_are_passed(tmp_path, codes):
    assert told(tmp_path, codes) == []


@pytest.mark.parametrize(
    ("codes", "wrong"),
    [
        ("201 20103 2080505 208 20805 2080506", "编码 2080505 上面印的不是它的上级 208"),
        ("201 20103 2010301 208 20305 2080505", "编码 20305 上面印的不是它的上级 203"),
        ("201 20103 2010301 208 2080505", "编码 2080505 上面印的不是它的上级 20805"),
    ],
)
def test_a_code_below_another_parent_is_told_at_its_place(tmp_path, codes, wrong):
    assert told(tmp_path, codes)[0] == wrong
