"""The last page of a document that this site made says nothing of the disclosure; the same words elsewhere do."""

from disclosures.colophon import colophon
from disclosures.documents.items import Prose
from disclosures.intake.ledger import Ledger
from disclosures.intake.text.colophon import without_colophon

ADDRESS, DIGEST = "https://example.org/units/210400-011001/2023.r1/", "0f" * 32


def read(*texts: str):
    prose = [Prose(text, f"第 {n} 段") for n, text in enumerate(texts, start=1)]
    ledger = Ledger(list(prose))
    own, has_made_contents = without_colophon(prose, ledger)
    return [line.text for line in own], has_made_contents, ledger


def test_its_lines_are_kept_as_printed_and_are_no_text():
    lines = colophon(12, ADDRESS, DIGEST, has_own_contents=False)
    own, has_made_contents, ledger = read("正文。", *lines)
    assert (own, has_made_contents) == (["正文。"], True)
    assert ledger.kept[0].around == tuple(lines)
    assert [unread.text for unread in ledger.unread()] == ["正文。"]


def test_contents_of_the_document_itself_stay():
    assert not read(*colophon(1, ADDRESS, DIGEST, has_own_contents=True))[1]


def test_a_draft_says_that_it_is_one():
    assert read(*colophon(1, ADDRESS, "", has_own_contents=True))[0] == []


def test_a_line_that_says_something_else_is_text_again():
    lines = colophon(1, ADDRESS, DIGEST, has_own_contents=True)
    assert read(*lines, "另有三公经费 12.00 万元。")[0] == ["另有三公经费 12.00 万元。"]


def test_without_its_heading_the_same_words_are_text():
    assert read(f"网址：{ADDRESS}", DIGEST)[0] == [f"网址：{ADDRESS}", DIGEST]


def test_numbers_of_pages_that_the_site_made_are_no_text():
    listed = ("目录", "第一部分 概况........................3", "一、主要职能\t", "共 12 辆")
    lines = colophon(1, ADDRESS, DIGEST, has_own_contents=True, has_own_pages=False)
    own, has_made_contents, ledger = read(*listed, *lines)
    assert own == ["目录", "第一部分 概况", "一、主要职能", "共 12 辆"]
    assert not has_made_contents
    assert ledger.kept[1].around == listed[1:3]


def test_numbers_of_pages_of_the_document_itself_stay():
    assert read("第一部分 概况........3", *colophon(1, ADDRESS, DIGEST, has_own_contents=True))[0] == [
        "第一部分 概况........3"
    ]
