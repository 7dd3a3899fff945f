"""Every figure of the text carries its sign, its meaning and the result that says why."""

import pytest

from disclosures.checks.checking import check
from tests.checks.loading import row
from tests.checks.narrative.texts import text

PARTS = (row("01", "income:grand_total", amount="10.00"), row("06", "staff", amount="3.00"), row("06", "operating"))


def links(section: str, said: str):
    return check(text(section, said, parts=PARTS)).links


@pytest.mark.parametrize(
    ("section", "said", "sign", "words"),
    [
        ("总体", "收入总计 10.00 万元", "equal", "相等"),
        ("总体", "收入总计 10 万元", "equal", "相等"),
        ("总体", "收入总计 10.1 万元", "broken", "相差 0.10 万元"),
        ("总体", "收入总计 10.0001 万元", "rounding", "四舍五入"),
        ("绩效", "绩效自评覆盖率达 100%", "not_checkable", "只印在这里"),
        ("总体", "人员减少 3 人", "unlinked", "不知道"),
    ],
)
def test_a_figure_is_marked_by_what_became_of_it(section, said, sign, words):
    (link,) = links(section, said)
    assert (link.sign, words in link.message) == (sign, True)


def test_a_percentage_of_nothing_is_marked_as_such_and_what_it_is_divided_by_is_not():
    signs = [
        link.sign
        for link in links("采购", "政府采购货物支出 0.00 万元，货物采购授予中小企业合同金额占货物支出金额的 0.00%")
    ]
    assert signs == ["not_checkable", "undefined"]


def test_a_link_points_into_the_paragraph_and_to_its_result():
    said = "收入总计 10.1 万元。"
    report = check(text("总体", said, parts=PARTS))
    (link,) = report.links
    assert said[link.start : link.end] == link.text == "10.1 万元"
    assert report.results[link.result].message == link.message
    assert (link.paragraph, link.value, link.meaning) == (2, 101_000, "收入总计")


def test_unlinked_figures_are_counted():
    report = check(text("总体", "收入总计 10.00 万元，人员减少 3 人。", parts=PARTS))
    assert [link.text for link in report.unlinked] == ["3 人"]
