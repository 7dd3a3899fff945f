"""The unit's own words for why, letter by letter."""

import pytest

from disclosures.pages.attention.reasons import LONGEST, reason_in


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "完成预算的 0.00%，决算数大于预算数的主要原因是年中追加。2023 年国内接待",
            "决算数大于预算数的主要原因是年中追加",
        ),
        ("比上年增加 1.00 万元。主要原因：一是涨价；二是人多。其他。", "主要原因：一是涨价；二是人多"),
        ("由于人员减少，经费减少。", "由于人员减少，经费减少"),
        ("决算数持平预算数的主要原因是。", ""),
        ("完成预算的 100.00%。", ""),
    ],
)
def test_a_reason_is_the_clause_that_gives_one(text, reason):
    assert reason_in(text) == reason


def test_a_reason_before_the_figure_is_not_its_own():
    text = "甲的原因是乙。丙 2.00 万元。"
    assert reason_in(text, text.index("丙")) == ""


def test_what_mainly_follows_a_change_is_its_reason_and_elsewhere_a_purpose():
    text = "3.00 万元，主要是工资。"
    assert reason_in(text) == ""
    assert reason_in(text, of_a_change=True) == "主要是工资"


def test_a_long_reason_ends_at_a_clause():
    words = reason_in("主要原因是" + "，".join(["人员经费增加了许多"] * 20) + "。")
    assert words.endswith("增加了许多……")
    assert LONGEST // 2 < len(words) <= LONGEST + 2
