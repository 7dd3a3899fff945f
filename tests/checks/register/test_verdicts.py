"""Kinds of findings: what cannot both hold is told apart from what does not fit, and words are no errors."""

from dataclasses import replace

import pytest

from disclosures.amounts import Outcome
from disclosures.checks.checking import check
from disclosures.checks.figures import Figure
from disclosures.checks.labels import Named
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.register.verdicts import Tally, Verdict, tally_of, verdict_of
from disclosures.checks.wording.relations import Relation
from tests.checks.samples import FUSHUN, PUTUO, read_sample

ONE = Figure(None, Named("甲"), "空白")


@pytest.mark.parametrize(
    ("rule", "severity", "relation", "verdict"),
    [
        ("C1", Severity.ERROR, Relation.SAME, Verdict.CONTRADICTION),
        ("F5", Severity.WARNING, Relation.SAME, Verdict.INCONSISTENCY),
        ("F8t", Severity.NOTE, Relation.SAME_TARGET, Verdict.INCONSISTENCY),
        ("D4", Severity.WARNING, Relation.OVER_NOTHING, Verdict.MEANINGLESS),
        ("F3r", Severity.WARNING, Relation.LOSS_EXPLAINED, Verdict.UNTOLD),
        ("E4", Severity.WARNING, Relation.IN_TIME, Verdict.UNTOLD),
        ("E1t", Severity.NOTE, Relation.TITLE_AS_LISTED, Verdict.WORDING),
        ("Z9", Severity.ERROR, Relation.SAME, Verdict.CONTRADICTION),  # a rule that was given up later
    ],
)
def test_what_is_broken_is_of_a_kind(rule, severity, relation, verdict):
    assert verdict_of(Result(rule, Outcome.BROKEN, relation, ONE, ONE, severity=severity)) == verdict
    assert verdict_of(Result(rule, Outcome.EQUAL, relation, ONE, ONE, severity=severity)) is None


def test_one_side_alone_is_no_contradiction():
    assert verdict_of(Result("D1", Outcome.BROKEN, Relation.SAME, ONE)) == Verdict.INCONSISTENCY


def test_the_sample_has_one_contradiction_and_what_is_said_twice_counts_once():
    report = check(read_sample(FUSHUN))
    tally = tally_of(report.results)
    assert (
        tally.words.replace("\N{NO-BREAK SPACE}", " ")
        == "1 处矛盾 · 9 处不一致 · 9 处百分比没有意义 · 8 处没有写明 · 7 处措辞"
    )
    assert sum(tally.by_verdict.values()) == len({(one.rule, one.message) for one in report.broken}) == 34
    assert (tally.errors, tally.others) == (27, 26)


def test_the_second_real_disclosure_has_no_contradiction():
    assert (
        tally_of(check(read_sample(PUTUO)).results).words.replace("\N{NO-BREAK SPACE}", " ")
        == "1 处不一致 · 5 处百分比没有意义 · 3 处措辞"
    )


def test_a_suspected_loss_in_reading_is_of_no_kind_that_is_counted():
    found = Result("E1", Outcome.BROKEN, Relation.TABLE_NOTED, None, ONE)
    assert tally_of([found]) == Tally(untold=1)
    assert tally_of([replace(found, is_suspected_loss=True)]) == Tally()
