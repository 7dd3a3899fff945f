"""What was kept before rules were counted is counted by the migration."""

from importlib import import_module

import pytest
from django.apps import apps

from disclosures.checks.models import BrokenRule
from tests.building import published_disclosure

pytestmark = pytest.mark.django_db


def test_the_rules_of_earlier_runs_are_counted_as_those_of_new_ones():
    published_disclosure()
    counted = set(BrokenRule.objects.values_list("run", "rule", "times"))
    BrokenRule.objects.all().delete()
    import_module("disclosures.checks.migrations.0002_broken_rules").count_in_earlier_runs(apps, None)
    assert set(BrokenRule.objects.values_list("run", "rule", "times")) == counted
    assert counted
