"""The register as a whole: every rule has its words, every result a name of its own, and no rule needs a database."""

import pytest

from disclosures.checks.checking import check
from disclosures.checks.register.rules import BY_CODE, RULES
from tests.checks.loading import loaded
from tests.checks.samples import FUSHUN, PUTUO, read_sample


def test_every_rule_has_a_code_of_its_own():
    assert len(BY_CODE) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_says_what_should_hold_what_to_do_and_how_it_looks(rule):
    assert rule.title
    assert not rule.title.endswith("。")
    assert rule.advice.endswith("。")
    assert rule.example


@pytest.mark.parametrize("path", [FUSHUN, PUTUO], ids=lambda path: path.stem)
def test_every_result_belongs_to_its_rule_and_is_called_by_nothing_else(path):
    results = check(read_sample(path)).results
    assert {one.rule for one in results} <= BY_CODE.keys()
    assert len({one.key for one in results}) == len(results)
    assert all(one.message.endswith("。") for one in results)


def test_an_empty_disclosure_passes_nothing_and_breaks_only_what_must_be_there():
    report = check(loaded())
    assert {one.rule for one in report.broken} == {"E1"}
    assert [one for one in report.results if one.outcome in ("equal", "rounding")] == []
