"""Each rule within one table: a case that holds, and the same with one figure changed."""

import pytest

from disclosures.checks.spots import CellSpot
from disclosures.statements.loaded import LoadedDisclosure
from tests.checks.loading import BROKEN, EQUAL, ROUNDING, loaded, only, outcomes, results, row, rows

SIDES = {
    "01": {
        "income:general_public_budget": "90.00",
        "income:business_income": "10.00",
        "income:income_this_year": "100.00",
        "income:opening_balance": "5.00",
        "income:grand_total": "105.00",
        "expenditure:201": "60.00",
        "expenditure:208": "40.00",
        "expenditure:expenditure_this_year": "100.00",
        "expenditure:closing_balance": "5.00",
        "expenditure:grand_total": "105.00",
    },
    "04": {
        "income:general_public_budget": "90.00",
        "income:income_this_year": "90.00",
        "income:opening_balance": "5.00",
        "income:opening_general_public_budget": "5.00",
        "income:grand_total": "95.00",
        "expenditure:201": "55.00",
        "expenditure:208": "40.00",
        "expenditure:expenditure_this_year": "95.00",
        "expenditure:grand_total": "95.00",
    },
}
ONE_COLUMN = {
    "A1": ("02", "total_income", {"total": "6.00", "201": "4.00", "20103": "4.00", "2010301": "1.00", "2010308": "3.00",
                                  "208": "2.00"}),
    "B1": ("01", "amount", SIDES["01"]),
    "C8": ("06", "amount", {"301": "4.00", "303": "1.00", "302": "2.00", "310": "0.50", "staff": "5.00",
                            "operating": "2.50"}),
    "C10": ("07", "actual", {"total": "6.00", "overseas_travel": "1.00", "official_reception": "2.00",
                             "official_vehicles": "3.00", "vehicle_operation": "2.00", "vehicle_purchase": "1.00"}),
}  # fmt: skip


def one_column(rule: str, **changed: str) -> LoadedDisclosure:
    number, column, figures = ONE_COLUMN[rule]
    return loaded(rows(number, column, {**figures, **changed}))


def fiscal(**changed: str) -> LoadedDisclosure:
    """Table 04; the expenditure side prints its total and its only budget alike."""
    figures = {**SIDES["04"], **changed}
    income = {key: figure for key, figure in figures.items() if key.startswith("income")}
    spent = [
        row("04", key, total=figure, general_public_budget=figure)
        for key, figure in figures.items()
        if key not in income
    ]
    return loaded([*rows("04", "amount", income), *spent])


@pytest.mark.parametrize("rule", ONE_COLUMN)
def test_sums_that_hold_are_equal(rule):
    found = outcomes(rule, one_column(rule))
    assert EQUAL in found
    assert BROKEN not in found
    assert ROUNDING not in found


@pytest.mark.parametrize(
    ("rule", "key"),
    [(rule, key) for rule, (_, _, figures) in ONE_COLUMN.items() for key in figures],
)
def test_any_changed_figure_of_a_sum_breaks_it_and_is_named(rule, key):
    number, column, _ = ONE_COLUMN[rule]
    broken = [one for one in results(rule, one_column(rule, **{key: "77.00"})) if one.outcome == BROKEN]
    assert broken
    spot = next(part.spot for part in broken[0].figures if part.value == 770_000)
    assert isinstance(spot, CellSpot)
    assert (spot.number, spot.column, spot.place) == (number, column, f"公开{number}表 {key}")


def test_a_tail_of_one_step_is_rounding():
    assert ROUNDING in outcomes("A1", one_column("A1", total="6.01"))


def test_a_class_below_the_total_is_its_items_even_where_the_section_is_not_printed():
    parts = rows("02", "total_income", {"total": "4.00", "201": "4.00", "2010301": "1.00", "2010308": "3.00"})
    assert outcomes("A1", loaded(parts)) == [EQUAL, EQUAL]


def test_a_total_of_exact_classes_carries_the_tails_of_their_items():
    figures = {"total": "6.03", "201": "4.00", "2010301": "1.00", "2010308": "3.00", "208": "2.00", "2080501": "1.00",
               "2080505": "0.50", "2080506": "0.50"}  # fmt: skip
    assert outcomes("A1", loaded(rows("02", "total_income", figures))) == [EQUAL, EQUAL, ROUNDING]


def test_the_columns_of_a_row_add_up():
    good = row("03", "201", total_expenditure="3.00", basic_expenditure="1.00", project_expenditure="2.00")
    wrong = row("03", "201", total_expenditure="3.00", basic_expenditure="1.00", project_expenditure="2.50")
    assert only("A2", loaded([good])).outcome == EQUAL
    assert only("A2", loaded([wrong])).outcome == BROKEN


def test_a_row_that_prints_nothing_promises_nothing():
    assert results("A2", loaded([row("03", "201")])) == []


def test_the_columns_of_one_side_of_an_account_add_up():
    good = row("04", "expenditure:201", total="3.00", general_public_budget="1.00", government_fund_budget="2.00")
    wrong = row("04", "expenditure:201", total="4.00", general_public_budget="1.00", government_fund_budget="2.00")
    income = row("04", "income:grand_total", amount="9.00")
    assert outcomes("A2", loaded([good, income])) == [EQUAL]
    assert outcomes("A2", loaded([wrong, income])) == [BROKEN]


@pytest.mark.parametrize(("closing", "outcome"), [("15.00", EQUAL), ("15.01", ROUNDING), ("15.03", BROKEN)])
def test_opening_and_income_less_expenditure_is_the_closing_balance(closing, outcome):
    line = row("08", "212", opening_balance="10.00", income="50.00", expenditure="45.00", closing_balance=closing)
    assert outcomes("A3", loaded([line])) == [outcome]


def test_the_two_sides_of_fiscal_appropriation_balance():
    found = outcomes("B3", fiscal())
    assert EQUAL in found
    assert BROKEN not in found


@pytest.mark.parametrize("key", SIDES["04"])
def test_any_changed_figure_of_the_fiscal_summary_breaks_a_sum(key):
    broken = [one for one in results("B3", fiscal(**{key: "77.00"})) if one.outcome == BROKEN]
    assert broken
    assert all(any(figure.value == 770_000 for figure in one.figures) for one in broken)


@pytest.mark.parametrize("rule", ["B1", "B3", "C8", "C10"])
def test_a_table_without_figures_is_not_summed(rule):
    assert results(rule, loaded()) == []


@pytest.mark.parametrize("key", ["income:opening_balance", "expenditure:closing_balance"])
def test_both_totals_of_the_summary_count_what_is_carried_over(key):
    assert BROKEN in outcomes("B1", one_column("B1", **{key: ""}))
