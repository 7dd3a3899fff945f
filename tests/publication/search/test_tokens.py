"""Tokens: the same for what is indexed, asked and marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosures.publication.search.marks import Piece, marked
from disclosures.publication.search.query import LONGEST, WORDS, Phrase, Query
from disclosures.publication.search.shared import typed
from disclosures.publication.search.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("信访局", ["信访", "访局", "局"]),
        ("合　　计", ["合计", "计"]),
        ("收入，支出", ["收入", "入", "支出", "出"]),
        ("2023年度", ["2023", "年度", "度"]),
        ("1,262.80", ["1262.8"]),
        ("１，２６２．０８", ["1262.08"]),
        ("131.00万元", ["131", "万元", "元"]),
        ("12,34", ["12", "34"]),
        ("ＡBc-1d", ["abc", "1d"]),
        ("𠮷野", ["𠮷野", "野"]),
        (" \x00'\"*（）", []),
    ],
)
def test_a_text_has_these_tokens(text, expected):
    assert [token.text for token in tokens_of(text)] == expected


@given(st.text())
def test_a_token_is_safe_to_quote_and_says_where_it_stands(text):
    for token in tokens_of(text):
        assert token.text.replace(".", "").isalnum()
        assert 0 <= token.start < token.end <= len(text)


@pytest.mark.parametrize(
    ("word", "phrases", "amount"),
    [
        ("信访局", [Phrase(("信访", "访局"))], ""),
        ("访", [Phrase(("访",), is_open=True)], ""),
        ("2023年", [Phrase(("2023", "年"), is_open=True)], ""),
        ("年度2023", [Phrase(("年度", "度", "2023"), is_open=True)], ""),
        ("收入，支出", [Phrase(("收入",)), Phrase(("支出",))], ""),
        ("20805", [Phrase(("20805",), is_open=True)], "20805"),
        ("20", [Phrase(("20",))], "20"),
        ("xf", [Phrase(("xf",), is_open=True)], ""),
        ("-1,262.08", [Phrase(("1262.08",))], "1262.08"),
        ("1262.08万元", [Phrase(("1262.08", "万元"))], "12620800"),
        ("0.5亿元", [Phrase(("0.5", "亿元"))], "50000000"),
        ("12620800.00元", [Phrase(("12620800", "元"), is_open=True)], "12620800"),
    ],
)
def test_a_word_asks_for_these_phrases_and_this_amount(word, phrases, amount):
    (read,) = Query.read(word).words
    assert (list(read.phrases), read.amount) == (phrases, amount)


def test_a_question_has_one_text_and_no_more_words_than_can_be_answered_quickly():
    assert Query.read("  信访　\x00 经费\n").text == "信访 经费"
    assert len(Query.read("信 " * 500).text) <= LONGEST
    assert len(Query.read("信 访 局 经 费 支 出 表").words) == WORDS
    assert Query.read("“”——").words == ()


@given(
    st.text(alphabet="信访局经费支出 ,.，1262、08ab（）", max_size=40),
    st.text(alphabet="信访局经费 1208ab", max_size=12),
)
def test_the_pieces_of_a_marked_text_are_that_text(text, asked):
    assert "".join(piece.text for piece in marked(text, Query.read(asked))) == text


@pytest.mark.parametrize(
    ("asked", "text", "found"),
    [
        ("信访", "来信访问，信访事务", ["信访", "信访"]),
        ("访", "信访局，访", ["访", "访"]),
        ("20805", "2080505 基本养老", ["20805"]),
        ("1262.08", "收入1,262.080万元", ["1,262.080"]),
        ("信访 访局", "信访局", ["信访局"]),
        ("合计", "合　计", ["合　计"]),
        ("经费", "经，费", []),
    ],
)
def test_what_was_asked_is_marked(asked, text, found):
    assert [piece.text for piece in marked(text, Query.read(asked)) if piece.is_found] == found


def test_of_a_long_text_the_surroundings_of_the_first_find_are_kept():
    text = "前" * 200 + "信访" + "后" * 200
    pieces = marked(text, Query.read("信访"), around=10)
    assert pieces == (
        Piece("…"), Piece("前" * 10), Piece("信访", is_found=True), Piece("后" * 10), Piece("…"),
    )  # fmt: skip


def test_a_name_is_typed_by_its_initials_or_its_pinyin_from_any_character_on():
    words = typed("抚顺市信访局（本级）")
    assert {"fssxfjbj", "xfjbj", "bj", "fushunshixinfangjubenji", "xinfangjubenji"} <= set(words)
    assert typed("重庆市")[0] == "cqs"
    assert typed("A") == []
