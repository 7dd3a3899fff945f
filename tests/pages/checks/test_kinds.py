"""Findings by kind and rule: what all findings of a rule say is said once, words come last."""

import re

import pytest

from disclosures.pages.checks.kinds import by_kind
from disclosures.pages.checks.page import checks_page
from tests.answers import public_page
from tests.pages.checks.sample import PAGE, published_sample

pytestmark = pytest.mark.django_db


def test_one_sentence_about_a_base_of_nothing_stands_once(client):
    disclosure, links = published_sample()
    kinds = {kind.key: kind for kind in checks_page(disclosure, links, "").kinds}
    (rule, *_) = kinds["meaningless"].rules
    assert (rule.said, len(rule.findings)) == ("基数为 0，百分比没有意义。", 8)
    page = public_page(client, f"{PAGE}checks/")
    section = re.search(r'<section class="kind" id="meaningless">.*?</section>', page, re.DOTALL)[0]
    assert section.count("基数为 0，百分比没有意义") == len(kinds["meaningless"].rules) == 2
    assert section.count("没有意义，可是") == 0


def test_the_heaviest_kind_comes_first_and_words_last():
    disclosure, links = published_sample()
    kinds = checks_page(disclosure, links, "").kinds
    assert [kind.key for kind in kinds] == ["contradiction", "inconsistency", "meaningless", "untold", "wording"]
    assert [kind.count for kind in kinds] == [1, 9, 9, 8, 7]


def test_nothing_found_has_no_sections():
    assert by_kind([]) == ()
