"""A code under the name of another one is told before a draft is published, and is no finding."""

import pytest
from django.urls import reverse

from disclosures.checks.keeping import report_of
from disclosures.publication import workflow
from disclosures.statements.models import Disclosure
from tests.building import build_disclosure

pytestmark = pytest.mark.django_db

SENTENCE = "2111101 印的是“减排专项支出”，这个编码的名称是“生态环境监测与信息”，“减排专项支出”的编码是 2111103。"


@pytest.fixture
def misprinted(code_lists) -> Disclosure:
    draft = build_disclosure(year=2025)
    for number in ("02", "03", "05"):
        draft.lines(number).filter(code="2010308").update(code="2111101", name="减排专项支出")
    return draft


def page(client, draft: Disclosure, name: str = "checklist", *args: str) -> str:
    address = reverse(f"admin:statements_disclosure_{name}", args=[draft.pk, *args])
    return client.get(address).content.decode()


def test_the_clerk_is_told_and_led_to_the_code(admin_client, misprinted):
    answer = page(admin_client, misprinted)
    assert answer.count(SENTENCE) == 1
    assert "科目名称（1）" in answer
    cell = f"#cell-{misprinted.lines('02').get(code='2111101').pk}-total_income"
    assert f'{cell}">{SENTENCE}' in answer
    assert SENTENCE in page(admin_client, misprinted, "step", "submit")


def test_it_is_no_finding_and_nothing_of_what_is_published(admin_client, misprinted):
    workflow.submit(misprinted)
    assert SENTENCE in page(admin_client, misprinted)
    workflow.publish(misprinted)
    assert SENTENCE not in page(admin_client, misprinted)
    before = [result.message for result in report_of(misprinted).results]
    assert not any("减排专项支出" in message and "2111103" in message for message in before)


def test_nothing_is_said_where_names_agree(admin_client, code_lists):
    assert 'id="codes"' not in page(admin_client, build_disclosure())
