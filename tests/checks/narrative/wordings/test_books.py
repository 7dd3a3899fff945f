"""The year before and the budget are whole books: their sums come out, and the years meet."""

import pytest

from tests.checks.narrative.wordings.books import FEATURES, books
from tests.checks.narrative.wordings.facts import CELLS, Facts

SUMS = (
    ("total", "income", "surplus_used", "opening"),
    ("total", "expenditure", "surplus_distributed", "closing"),
    ("expenditure", "basic", "project", "superior", "business", "affiliates"),
    ("fiscal.total", "fiscal.income", "fiscal.opening"),
    ("fiscal.total", "fiscal.expenditure", "fiscal.closing"),
    ("general", "general.basic", "general.project"),
    ("general.basic", "staff", "office"),
    ("three", "abroad", "reception", "vehicles"),
    ("vehicles", "operation", "purchase"),
)
SEEDS = range(15)


@pytest.mark.parametrize("sums", SUMS, ids=lambda sums: sums[0])
def test_sums_come_out_in_each_book(sums):
    for seed in SEEDS:
        facts = Facts(books(seed, needs=FEATURES), seed)
        whole, *parts = map(facts.known, sums)
        bound = facts.made.precision.bound(len(parts))
        assert abs(whole.now - sum(part.now for part in parts)) <= bound
        assert abs(whole.was - sum(part.was for part in parts)) <= bound
        if whole.budget:
            assert abs(whole.budget - sum(part.budget for part in parts)) <= bound


def test_what_was_left_of_last_year_is_what_this_year_began_with():
    for seed in SEEDS:
        facts = Facts(books(seed, needs=FEATURES), seed)
        for closing, opening in (("closing", "opening"), ("fiscal.closing", "fiscal.opening")):
            assert facts.known(closing).was == facts.known(opening).now


def test_sums_of_what_no_table_prints_come_out():
    for seed in SEEDS:
        facts = Facts(books(seed), seed)
        known = {name: facts.known(name).now for name in facts._others}
        assert known["procurement"] == known["goods"] + known["works"] + known["services"]
        assert known["micro"] <= known["sme"] <= known["procurement"]
        assert known["cars"] == sum(number for name, number in known.items() if name.startswith("cars."))
        assert bool(known["groups"]) == bool(facts.known("abroad").now)


def test_every_name_of_a_cell_is_a_cell_of_the_tables():
    facts = Facts(books(0, needs=FEATURES), 0)
    for number, row, column in CELLS.values():
        assert column in {one.name for one in facts.now.lines[number][0].columns()}
        assert facts.now.row(number, row), (number, row)
