"""Each rule between tables: a case that holds, and the same with one figure changed."""

from collections.abc import Iterator

import pytest

from disclosures.statements.lines import StatementLine
from disclosures.statements.loaded import LoadedDisclosure
from tests.checks.loading import BROKEN, EQUAL, ROUNDING, UNKNOWN, loaded, only, outcomes, results, row

Cell = tuple[str, str, str]  # table, row, column

# For each rule, cells that hold together, and one of them with a figure that does not.
CASES: dict[str, tuple[dict[Cell, str], Cell, str]] = {
    "B4": (
        {
            ("04", "income:general_public_budget", "amount"): "90.00",
            ("04", "income:opening_general_public_budget", "amount"): "5.00",
            ("04", "expenditure:grand_total", "general_public_budget"): "95.00",
        },
        ("04", "income:opening_general_public_budget", "amount"),
        "6.00",
    ),
    "C1": (
        {
            ("01", "income:income_this_year", "amount"): "90.00",
            ("02", "total", "total_income"): "90.00",
            ("01", "expenditure:expenditure_this_year", "amount"): "80.00",
            ("03", "total", "total_expenditure"): "80.00",
        },
        ("03", "total", "total_expenditure"),
        "80.01",
    ),
    "C2": (
        {
            ("01", "income:general_public_budget", "amount"): "90.00",
            ("04", "income:general_public_budget", "amount"): "90.00",
            ("04", "income:income_this_year", "amount"): "90.00",
            ("02", "total", "fiscal_appropriation"): "90.00",
        },
        ("04", "income:general_public_budget", "amount"),
        "90.01",
    ),
    "C3": (
        {("01", "income:business_income", "amount"): "9.00", ("02", "total", "business_income"): "9.00"},
        ("01", "income:business_income", "amount"),
        "",
    ),
    "C4": (
        {
            ("01", "expenditure:201", "amount"): "8.00",
            ("03", "201", "total_expenditure"): "8.00",
            ("03", "2010301", "total_expenditure"): "5.00",
            ("03", "2010308", "total_expenditure"): "3.00",
        },
        ("01", "expenditure:201", "amount"),
        "8.02",
    ),
    "C5": (
        {
            ("04", "expenditure:expenditure_this_year", "general_public_budget"): "8.00",
            ("05", "total", "total"): "8.00",
            ("04", "expenditure:expenditure_this_year", "government_fund_budget"): "2.00",
            ("08", "total", "expenditure"): "2.00",
        },
        ("08", "total", "expenditure"),
        "2.01",
    ),
    "C6": (
        {
            ("01", "expenditure:201", "amount"): "8.00",
            ("04", "expenditure:201", "total"): "7.00",
            ("03", "201", "total_expenditure"): "8.00",
            ("05", "201", "total"): "7.00",
        },
        ("05", "201", "total"),
        "8.02",
    ),
    "C7": (
        {
            ("05", "total", "basic_expenditure"): "7.00",
            ("06", "staff", "amount"): "5.00",
            ("06", "operating", "amount"): "2.00",
        },
        ("06", "operating", "amount"),
        "2.02",
    ),
    "C9": (
        {("06", "30231", "amount"): "3.00", ("07", "vehicle_operation", "actual"): "4.00"},
        ("06", "30231", "amount"),
        "4.02",
    ),
}


def lines(cells: dict[Cell, str]) -> Iterator[StatementLine]:
    by_row: dict[tuple[str, str], dict[str, str]] = {}
    for (number, key, column), figure in cells.items():
        by_row.setdefault((number, key), {})[column] = figure
    return (row(number, key, **figures) for (number, key), figures in by_row.items())


def good(rule: str) -> LoadedDisclosure:
    return loaded(lines(CASES[rule][0]))


def wrong(rule: str) -> LoadedDisclosure:
    cells, cell, figure = CASES[rule]
    return loaded(lines({**cells, cell: figure}))


@pytest.mark.parametrize("rule", CASES)
def test_what_holds_is_equal(rule):
    found = set(outcomes(rule, good(rule)))
    assert EQUAL in found
    assert found <= {EQUAL, UNKNOWN}


@pytest.mark.parametrize("rule", CASES)
def test_a_changed_figure_breaks_its_relation_and_is_named(rule):
    number, key, column = CASES[rule][1]
    broken = [one for one in results(rule, wrong(rule)) if one.outcome == BROKEN]
    assert broken
    for one in broken:
        spots = [(figure.spot.number, figure.spot.place, figure.spot.column) for figure in one.figures]
        assert (number, f"公开{number}表 {key}", column) in spots


def test_a_class_of_several_items_may_carry_their_tails_but_one_of_a_single_item_is_the_same_figure():
    cells, cell, _ = CASES["C4"]
    several = loaded(lines({**cells, cell: "8.01"}))
    single = loaded(lines({cell: "8.01", ("03", "201", "total_expenditure"): "8.00"}))
    assert outcomes("C4", several) == [ROUNDING]
    assert outcomes("C4", single) == [BROKEN]


def test_a_class_that_only_the_summary_prints_is_not_a_pass():
    cells = {("01", "expenditure:201", "amount"): "8.00", ("03", "208", "total_expenditure"): "8.00"}
    assert set(outcomes("C4", loaded(lines(cells)))) == {UNKNOWN}


@pytest.mark.parametrize("rule", ["C1", "C2", "C3", "C5", "C7"])
def test_a_missing_table_is_not_a_pass(rule):
    assert set(outcomes(rule, loaded())) == {UNKNOWN}


def test_a_public_expense_that_is_blank_in_its_own_table_contradicts_its_part():
    cells = {("06", "30217", "amount"): "3.00", ("07", "official_reception", "actual"): ""}
    assert only("C9", loaded(lines(cells))).outcome == BROKEN


def test_a_part_in_basic_expenditure_need_not_be_the_whole():
    assert only("C9", good("C9")).outcome == EQUAL


def test_contributions_that_differ_between_the_classifications_prove_nothing():
    same = {("06", "30113", "amount"): "4.00", ("05", "2210201", "basic_expenditure"): "4.00"}
    other = {**same, ("06", "30113", "amount"): "3.00"}
    assert only("C11", loaded(lines(same))).outcome == EQUAL
    assert only("C11", loaded(lines(other))).outcome == UNKNOWN
