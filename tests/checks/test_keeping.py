"""What is kept at publication is what was found then: results, figures of the text, counts."""

import pytest

from disclosures.checks.checking import check
from disclosures.checks.keeping import report_of
from disclosures.checks.models import CheckRun
from disclosures.checks.plain import link_as_data, link_from, result_as_kept, result_from
from disclosures.statements.loaded import load
from disclosures.statements.models import Expenditure
from tests.building import build_disclosure, published_disclosure

pytestmark = pytest.mark.django_db


def test_a_draft_is_checked_anew_each_time():
    disclosure = build_disclosure()
    before = report_of(disclosure).counts
    Expenditure.objects.filter(disclosure=disclosure, code="").update(total_expenditure="13000000")
    assert report_of(disclosure).counts["broken"] > before["broken"]
    assert not CheckRun.objects.exists()


def test_a_published_revision_reads_what_was_kept(django_assert_num_queries, published_2023):
    fresh = check(load(published_2023))
    with django_assert_num_queries(1):
        kept = report_of(published_2023)
    assert [(one.key, one.outcome, one.message) for one in kept.results] == [
        (one.key, one.outcome, one.message) for one in fresh.results
    ]
    assert tuple(kept.links) == fresh.links
    assert kept.links
    assert (kept.counts, kept.version) == (fresh.counts, fresh.version)


def test_what_was_kept_stays_though_the_rules_change(published_2023):
    CheckRun.objects.update(version="0")
    assert report_of(published_2023).version == "0"


def test_the_run_counts_what_it_keeps():
    run = published_disclosure().check_run
    report = report_of(run.disclosure)
    assert {name: getattr(run, name) for name in report.counts} == report.counts
    assert run.unlinked == len(report.unlinked)
    times = dict(run.broken_rules.values_list("rule", "times"))
    assert sum(times.values()) == run.broken


def test_results_and_links_come_back_from_plain_data_as_they_were():
    report = check(load(build_disclosure()))
    for one in report.results:
        assert result_as_kept(result_from(result_as_kept(one))) == result_as_kept(one)
    for link in report.links:
        assert link_from(link_as_data(link)) == link


def test_two_results_of_a_disclosure_never_share_a_key():
    keys = [result.key for result in check(load(build_disclosure())).results]
    assert len(keys) == len(set(keys))
