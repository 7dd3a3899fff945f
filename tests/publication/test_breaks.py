"""How many current disclosures break a rule: each once, those that are no longer current not at all."""

import pytest

from disclosures.publication import workflow
from disclosures.publication.breaks import disclosures_breaking
from disclosures.statements.models import Expenditure
from tests.building import build_disclosure

pytestmark = pytest.mark.django_db


def publish_with_a_wrong_total(**kwargs):
    disclosure = build_disclosure(**kwargs)
    Expenditure.objects.filter(disclosure=disclosure, code="").update(total_expenditure="13000000")
    workflow.submit(disclosure)
    workflow.publish(disclosure)
    return disclosure


def test_a_disclosure_counts_once_however_often_it_breaks_a_rule():
    before = disclosures_breaking()
    disclosure = publish_with_a_wrong_total()
    found = disclosures_breaking()
    assert found["C1"] == 1
    assert {rule: disclosure.check_run.broken_rules.get(rule=rule).times for rule in found}["A1"] >= 1
    assert before == {}


def test_only_current_disclosures_count(django_assert_num_queries):
    for year in (2021, 2022):
        publish_with_a_wrong_total(year=year)
    with django_assert_num_queries(1):
        assert disclosures_breaking()["C1"] == 2
    withdrawn = publish_with_a_wrong_total(year=2023)
    assert disclosures_breaking()["C1"] == 3
    workflow.withdraw(withdrawn, "有误")
    assert disclosures_breaking()["C1"] == 2


def test_what_is_right_is_not_counted(published_2023):
    assert "C1" not in disclosures_breaking()
