"""What earlier versions kept is counted and completed by the migrations."""

import json
import zlib
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.utils.translation import override

from disclosures.addresses import links
from disclosures.checks.keeping import report_of
from disclosures.checks.models import BrokenRule, CheckRun
from disclosures.checks.register.verdicts import tally_in, tally_of
from disclosures.pages.checks.findings import findings_of
from disclosures.pages.checks.places import Places
from tests.building import published_disclosure

pytestmark = pytest.mark.django_db


def test_the_rules_of_earlier_runs_are_counted_as_those_of_new_ones(published_2023):
    counted = set(BrokenRule.objects.values_list("run", "rule", "times"))
    BrokenRule.objects.all().delete()
    import_module("disclosures.checks.migrations.0002_broken_rules").count_in_earlier_runs(
        apps, connection.schema_editor()
    )
    assert set(BrokenRule.objects.values_list("run", "rule", "times")) == counted
    assert counted


def as_kept_before(run: CheckRun) -> None:
    """The run with its sentences alone."""
    data = json.loads(zlib.decompress(bytes(run.content)))
    for result in data["results"]:
        for name in ("relation", "reason", "labels", "named"):
            del result[name]
    run.content = zlib.compress(json.dumps(data).encode())
    run.save()


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_earlier_findings_are_told_and_linked_as_those_of_today(language):
    disclosure = published_disclosure()

    def told():
        report = report_of(disclosure)
        with override(language):
            found = findings_of(report.results, Places(disclosure, links.of(disclosure), report), {})
        return [(one.key, one.sign, one.sentence, one.places) for one in found]

    before = told()
    as_kept_before(disclosure.check_run)
    import_module("disclosures.checks.migrations.0003_findings_with_facts").add_facts_to_earlier_findings(
        apps, connection.schema_editor()
    )
    assert told() == before
    assert len(before) > 100


def test_the_kinds_of_earlier_findings_are_counted_as_those_of_new_ones(published_2023):
    run = CheckRun.objects.get()
    before = tally_in(run)
    CheckRun.objects.update(contradictions=9, inconsistencies=9, meaningless=9, untold=9, wording=9)
    import_module("disclosures.checks.migrations.0004_kinds_of_findings").count_kinds_in_earlier_runs(
        apps, connection.schema_editor()
    )
    assert tally_in(CheckRun.objects.get()) == before == tally_of(report_of(published_2023).results)
    assert before.untold + before.wording
