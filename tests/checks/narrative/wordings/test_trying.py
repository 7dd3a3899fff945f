"""What is told of a wording is so: places, findings, and that a planted error is a difference."""

from random import Random

from tests.checks.narrative.wordings.language import wording
from tests.checks.narrative.wordings.trying import said, tried, with_error, wrong

SECTION = "一、收入支出决算总体情况说明\n"
PLAIN = wording("plain", f"{SECTION}本年收入合计{{income}}万元，其中：财政拨款收入{{income.fiscal}}万元。")
FALSE = wording("false", f"{SECTION}本年收入合计{{income+income}}万元。")
BEYOND = wording("beyond", f"{SECTION}鸡兔共{{cars}}笼，头{{batches}}，足{{guests}}。")


def test_figures_stand_where_the_text_has_them():
    facts, lines = PLAIN.said_of(1)
    figures = said(facts, lines).figures
    assert [one.piece.role for one in figures] == ["income", "income.fiscal"]
    for one in figures:
        assert one.line[one.start :].startswith(one.piece.text)
        assert one.link.text.startswith(one.piece.text)
        assert f"【{one.piece.text}】" in one.phrase


def test_what_is_consistent_is_linked_and_raises_no_alarm():
    found = tried(PLAIN, range(5))
    assert (found.figures, found.linked, found.share) == (10, 10, 100)
    assert not found.alarms


def test_what_is_false_is_an_alarm():
    assert tried(FALSE, range(3), plants=0).alarms.total() >= 3


def test_what_means_nothing_is_listed_as_not_linked():
    found = tried(BEYOND, range(2), plants=0)
    assert found.linked == 0
    assert found.unlinked.total() == 6


def test_planted_errors_are_found():
    found = tried(PLAIN, range(10), plants=2)
    assert found.planted == {"found": 20}


def test_a_planted_error_changes_one_figure():
    facts, lines = PLAIN.said_of(2)
    for seed in range(10):
        after, which = with_error(PLAIN, facts, lines, str(seed))
        texts = [[piece.text for line in of for piece in line if piece.is_figure] for of in (lines, after)]
        assert [n for n, (right, other) in enumerate(zip(*texts, strict=True)) if right != other] == [which]


def test_an_error_is_more_than_rounding():
    _, lines = wording("all", "{general}{share:staff/general}{cars}{score.average}").said_of(3)
    for piece in (piece for line in lines for piece in line if piece.is_figure):
        for seed in range(10):
            assert abs(wrong(Random(seed), piece) - piece.value) > max(3 * piece.slack, 1)
