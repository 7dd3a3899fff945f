"""The page of all rules."""

import pytest

from disclosures.addresses import links
from disclosures.checks.register.rules import RULES
from disclosures.publication import workflow
from disclosures.statements.models import Expenditure
from tests.answers import public_page
from tests.building import build_disclosure, published_disclosure

pytestmark = pytest.mark.django_db


def test_every_rule_is_explained_at_an_address_of_its_own(client):
    page = public_page(client, "/checks/")
    for rule in RULES:
        assert f'id="{rule.code}"' in page
        assert links.rules(rule.code) == f"/checks/#{rule.code}"
    assert f"这 {len(RULES)} 条规则" in page


def test_a_rule_says_how_many_disclosures_break_it(client):
    published_disclosure(year=2022)
    disclosure = build_disclosure()
    Expenditure.objects.filter(disclosure=disclosure, code="").update(total_expenditure="13000000")
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    page = public_page(client, "/checks/")
    rule = page[page.index('id="C1"') : page.index('id="C2"')]
    assert "2 份公开里有 1 份对不上" in rule


def test_the_header_of_every_page_leads_there(client):
    assert '<a href="/checks/">核对</a>' in public_page(client, "/")
