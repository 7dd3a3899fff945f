"""The text of a disclosure: whole, in order, with each list below the heading that announces it."""

import pytest

from disclosures.pages.text.page import narrative_of
from disclosures.statements.models import Chapter, Paragraph
from tests.building import build_disclosure

pytestmark = pytest.mark.django_db


def section(narrative, heading):
    sections = [section for chapter in narrative.chapters for section in chapter.sections]
    return next(section for section in sections if section.heading and section.heading.text == heading)


def add_paragraph(disclosure, position, chapter, text, level=0):
    Paragraph.objects.create(disclosure=disclosure, position=position, chapter=chapter, level=level, text=text)


def test_paragraphs_stand_below_their_heading_word_for_word():
    found = section(narrative_of(build_disclosure()), "一、收入支出决算总体情况说明")
    assert found.level == 2
    assert [(words.anchor, words.text) for words in found.paragraphs] == [
        ("p5", "2023年度收入总计1262.08万元，支出总计1262.08万元。")
    ]


def test_lists_stand_once_below_the_heading_that_announces_them():
    narrative = narrative_of(build_disclosure())
    assert [duty.text for duty in section(narrative, "一、主要职责").duties] == [
        "受理群众来信来访。",
        "协调处理跨地区、跨部门的重要信访问题。",
    ]
    assert [term.term for term in section(narrative, "第三部分 名词解释").terms] == ["财政拨款收入", "基本支出"]
    given = [section.duties for chapter in narrative.chapters for section in chapter.sections if section.duties]
    assert len(given) == 1


def test_a_list_that_no_heading_announces_stands_at_the_end_of_its_chapter():
    overview = narrative_of(build_disclosure()).chapters[0]
    last = overview.sections[-1]
    assert (last.heading, [unit.text for unit in last.units]) == (None, ["抚顺市信访局"])


def test_a_list_that_the_text_gives_itself_is_not_repeated():
    disclosure = build_disclosure()
    add_paragraph(disclosure, 7, Chapter.OVERVIEW, "1. 受理群众来信来访。")
    add_paragraph(disclosure, 8, Chapter.OVERVIEW, "2. 协调处理跨地区、跨部门的重要信访问题。")
    narrative = narrative_of(disclosure)
    assert not section(narrative, "一、主要职责").duties


def test_a_paragraph_of_the_glossary_shows_the_term_that_it_explains():
    disclosure = build_disclosure()
    add_paragraph(disclosure, 7, Chapter.GLOSSARY, "2. 基本支出：指为保障机构正常运转而发生的支出。")
    [words] = section(narrative_of(disclosure), "第三部分 名词解释").paragraphs
    assert words.around_term == ("2. ", "基本支出", "：指为保障机构正常运转而发生的支出。")


def test_words_before_the_first_heading_of_a_chapter_are_kept():
    disclosure = build_disclosure()
    add_paragraph(disclosure, 7, Chapter.PERFORMANCE, "绩效自评的说明。")
    chapter = narrative_of(disclosure).chapters[-1]
    assert (chapter.key, chapter.title) == ("performance", "绩效")
    assert [words.text for words in chapter.sections[0].paragraphs] == ["绩效自评的说明。"]


def test_cover_and_contents_are_apart_from_the_chapters():
    disclosure = build_disclosure()
    add_paragraph(disclosure, 7, Chapter.CONTENTS, "目 录", level=1)
    narrative = narrative_of(disclosure)
    assert [words.text for words in narrative.front] == ["目 录"]
    assert [chapter.key for chapter in narrative.chapters] == ["overview", "explanation", "glossary"]


def test_the_list_of_contents_names_headings_down_to_the_third_level():
    disclosure = build_disclosure()
    add_paragraph(disclosure, 7, Chapter.EXPLANATION, "（一）收入", level=3)
    add_paragraph(disclosure, 8, Chapter.EXPLANATION, "1. 财政拨款", level=4)
    explanation = narrative_of(disclosure).chapters[1]
    assert [heading.heading.anchor for heading in explanation.headings] == ["p3", "p4", "p7"]


def test_the_text_takes_four_queries_however_long_it_is(django_assert_num_queries):
    disclosure = build_disclosure()
    for position in range(7, 40):
        add_paragraph(disclosure, position, Chapter.EXPLANATION, "又一段。")
    with django_assert_num_queries(4):
        narrative_of(disclosure)
