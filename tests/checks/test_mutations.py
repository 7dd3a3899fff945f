"""All rules on disclosures at random: nothing is found in consistent ones, and any one changed figure is."""

from collections import Counter
from random import Random

import pytest

from disclosures.checks.checking import Report, check
from disclosures.demo.made_up import MadeUp, make_up
from disclosures.statements.loaded import LoadedDisclosure
from tests.checks.mutating import ALONE, Mutation, mutations

FEW, MANY = range(25), range(1_000, 2_000)


def report(made: MadeUp) -> Report:
    return check(LoadedDisclosure(made.disclosure, made.parts()))


def false_alarms(seeds: range) -> list[tuple[int, str, str]]:
    return [(seed, one.rule, one.message) for seed in seeds for one in report(make_up(seed)).broken]


def missed_or_misplaced(seed: int, times: int) -> list[tuple]:
    """What goes wrong when that many figures of the disclosure are changed, one at a time."""
    made, random = make_up(seed), Random(seed)
    chosen = random.sample(candidates := mutations(made, report(made)), min(times, len(candidates)))
    return [wrong for mutation in chosen for wrong in _wrong(seed, made, mutation, random)]


def _wrong(seed: int, made: MadeUp, mutation: Mutation, random: Random) -> list[tuple]:
    with mutation.applied(random) as value:
        found = report(made)
    broken, what = found.broken, (seed, mutation.spot, value)
    if not broken:
        return [] if mutation.is_within_its_bound(found.results) else [(*what, "no rule breaks")]
    return [(*what, one.rule, one.message) for one in broken if not mutation.is_in(one)]


def test_consistent_disclosures_break_no_rule():
    assert false_alarms(FEW) == []


def test_any_changed_figure_breaks_a_rule_and_only_rules_it_takes_part_in():
    assert [wrong for seed in FEW for wrong in missed_or_misplaced(seed, times=3)] == []


def test_the_changed_figures_are_of_every_kind():
    spots = Counter(
        type(one.spot).__name__
        for seed in range(5)
        for made in [make_up(seed)]
        for one in mutations(made, report(made))
    )
    assert all(spots[kind] > 20 for kind in ("CellSpot", "FormSpot", "TextSpot"))


def test_what_no_rule_can_catch_has_its_reason():
    assert all(ALONE.values())


@pytest.mark.soak
def test_a_thousand_consistent_disclosures_break_no_rule():
    assert false_alarms(MANY) == []


@pytest.mark.soak
def test_a_thousand_changed_figures_are_found():
    assert [wrong for seed in MANY for wrong in missed_or_misplaced(seed, times=1)] == []
