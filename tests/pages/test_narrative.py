"""The page of the document's words."""

import re

import pytest

from disclosures.publication import workflow
from disclosures.statements.models import Chapter, Duty, Paragraph, Term, UnitInScope
from tests.answers import public_page, tight
from tests.building import build_disclosure

pytestmark = pytest.mark.django_db

PAGE = "/units/210400-011001/2023/narrative/"


def publish(disclosure):
    workflow.submit(disclosure)
    workflow.publish(disclosure)


def test_every_paragraph_stands_word_for_word_at_an_address_of_its_own(client, published_2023):
    page = tight(public_page(client, PAGE))
    words = re.sub(r"<sup.*?</sup>|</?(?:a|span)(?: [^>]*)?>", "", page)
    assert '<p id="p5">2023年度收入总计1262.08万元，支出总计1262.08万元。' in words
    assert '<a class="pilcrow" href="#p5"' in page


def test_headings_are_headings_and_stand_in_the_list_of_contents(client, published_2023):
    page = tight(public_page(client, PAGE))
    assert '<h2 id="p3">第二部分 决算情况说明' in page
    assert '<h3 id="p4">一、收入支出决算总体情况说明' in page
    assert '<li class="h3"><a href="#p4">一、收入支出决算总体情况说明</a></li>' in page


def test_duties_units_and_terms_are_there(client, published_2023):
    page = tight(public_page(client, PAGE))
    assert '<li id="d1">受理群众来信来访。' in page
    assert '<li id="u1">抚顺市信访局' in page
    assert '<p id="t2"><dfn>基本支出</dfn>：指为保障机构正常运转而发生的支出。' in page


def test_what_a_document_says_is_never_markup(client):
    disclosure = build_disclosure()
    Paragraph.objects.filter(disclosure=disclosure, position=5).update(text="<script>alert(1)</script>")
    publish(disclosure)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in public_page(client, PAGE)


def test_a_disclosure_without_words_says_so(client):
    disclosure = build_disclosure()
    for model in (Paragraph, Duty, UnitInScope, Term):
        model.objects.filter(disclosure=disclosure).delete()
    publish(disclosure)
    assert "没有文字说明" in public_page(client, PAGE)


def test_the_page_takes_six_queries_however_long_the_text_is(client, django_assert_num_queries):
    disclosure = build_disclosure()
    Paragraph.objects.bulk_create(
        Paragraph(disclosure=disclosure, position=n, chapter=Chapter.EXPLANATION, text="又一段。")
        for n in range(10, 210)
    )
    publish(disclosure)
    with django_assert_num_queries(6):
        client.get(PAGE)
