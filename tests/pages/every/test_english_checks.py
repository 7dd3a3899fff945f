"""The checks in English: rules, findings and marks are told in English; what stands in Chinese is published, or says
of itself that it is Chinese."""

import re
from html import unescape

import pytest

from disclosures.checks.keeping import report_of
from disclosures.checks.models import Answer
from disclosures.checks.register.rules import RULES
from disclosures.pages.attention.register import NOTICES
from disclosures.publication import workflow
from disclosures.statements.models import Expenditure
from tests.answers import public_page
from tests.building import build_disclosure, published_disclosure
from tests.once import once
from tests.pages.every.spoken import CHINESE, not_published, published, unmarked
from tests.pages.every.test_english import PAGES

pytestmark = pytest.mark.django_db

FRONT = "/en/units/210400-011001/2023/"


@once
def disclosure():
    """One whose total expenditure is not the same in two tables, so that there is something to be told."""
    disclosure = build_disclosure()
    Expenditure.objects.filter(disclosure=disclosure, code="").update(total_expenditure="13000000")
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    return disclosure


def test_words_that_are_neither_published_nor_marked_are_found():
    page = '<p>合计 <b lang="zh-Hans">记录</b><br>1 辆 <i>核对</i> <span lang="zh-Hans"><a>对不上</a></span></p>'
    assert unmarked(page) == ["合计", "1 辆", "核对"]
    assert not_published(page, "支出合计") == ["1 辆", "核对"]


@pytest.mark.parametrize("address", PAGES)
def test_chinese_on_an_english_page_is_published_or_marked(address, client, disclosure):
    published_disclosure(year=2022)
    assert not_published(public_page(client, f"/en{address}"), published()) == []


def test_the_page_of_rules_has_no_chinese_at_all(client, disclosure):
    page = public_page(client, "/en/checks/")
    assert unmarked(page) == []
    assert page.count('<article class="rule"') == len(RULES) + len(NOTICES)
    assert "Every disclosure is checked against these" in page


def test_findings_are_told_in_english_with_the_sentence_that_was_recorded(client, disclosure):
    page = public_page(client, f"{FRONT}checks/")
    names = {disclosure.unit_name, disclosure.unit.name, disclosure.unit.region.name}
    assert [text for text in unmarked(page) if not any(name in text for name in names)] == []
    recorded = set(map(unescape, re.findall(r'lang="zh-Hans">([^<]+)</(?:p|small)>', page)))
    assert {result.message for result in report_of(disclosure).results if not result.is_suspected_loss} <= recorded


def test_a_finding_leads_to_both_places_from_its_english_figures(client, disclosure):
    page = public_page(client, f"{FRONT}checks/")
    assert re.search(
        rf'Table 01 · line 58 · Expenditure of the year, total: <a href="{FRONT}tables/01/#58"><strong[^>]*>'
        rf"1,262.08 ten thousand yuan</strong></a>; Table 03 · Total · Expenditure of the year, total: "
        rf'<a href="{FRONT}tables/03/#total.1"><strong[^>]*>1,300.00 ten thousand yuan</strong></a>'
        r"\. The difference is 37\.92 ten thousand yuan\.",
        page,
    )
    assert "Rule: Income and expenditure of the year in the summary equal" in page


def test_the_front_page_tells_its_findings_in_english_with_the_rule(client, disclosure):
    (found,) = re.findall(r'<ol class="findings">(.*?)</ol>', public_page(client, FRONT), re.DOTALL)
    assert unmarked(f"<ol>{found}</ol>") == []
    assert found.count('<p class="small soft" lang="zh-Hans">') == found.count("Rule: ") == found.count("<li ")


@pytest.mark.parametrize("page", ["tables/03/", "performance/2/", "narrative/"])
def test_a_mark_says_in_english_what_its_rule_asks_and_how_it_ended(page, client, disclosure):
    titles = re.findall(r'class="sign [a-z_]+"[^>]* title="([^"]+)"', public_page(client, f"{FRONT}{page}"))
    known = published()
    assert titles
    assert [title for title in titles if any(run not in known for run in CHINESE.findall(title))] == []


def test_the_units_answer_stands_in_its_own_language(client, disclosure):
    key = report_of(disclosure).results[0].key
    Answer.objects.create(disclosure=disclosure, finding=key, text="印刷错误。")
    page = public_page(client, f"{FRONT}checks/")
    assert "<b>The unit&#x27;s answer</b>" in page or "<b>The unit's answer</b>" in page
    assert '<span lang="zh-Hans">印刷错误。</span>' in page


def test_the_chinese_pages_say_what_was_recorded_and_nothing_else(client, disclosure):
    page = public_page(client, "/units/210400-011001/2023/checks/")
    assert "Rule:" not in page
    assert '<p class="small soft" lang="zh-Hans">' not in page
