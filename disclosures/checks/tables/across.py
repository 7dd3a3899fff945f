"""Between tables: one fact printed in two of them, a table that details a figure of another, a part and its whole."""

from collections.abc import Iterator
from typing import Any

from disclosures.amounts import Outcome
from disclosures.checks.cell_figures import figure_at, figure_of
from disclosures.checks.cells import Cell, cell
from disclosures.checks.labels import Named
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.sums import check_at_most, check_same, check_sum, not_checkable, undecided
from disclosures.checks.tables.within import CodeSums
from disclosures.checks.wording.reasons import Reason
from disclosures.statements.form_rows import FUNCTIONAL_CLASSES
from disclosures.statements.lines import TOTAL
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import (
    BasicExpenditure,
    Expenditure,
    FiscalSummary,
    GeneralBudgetExpenditure,
    GovernmentFund,
    Income,
    StateCapital,
    Summary,
    ThreePublicExpenses,
)

Pair = tuple[Cell, Cell]

_INCOME, _SPENT = "income:income_this_year", "expenditure:expenditure_this_year"

# ---------------------------------------------------------------------------------------------------------------------
# One fact in two tables
# ---------------------------------------------------------------------------------------------------------------------

SAME_TOTALS: tuple[Pair, ...] = (
    (cell(_INCOME, Summary.amount), cell(TOTAL, Income.total_income)),
    (cell(_SPENT, Summary.amount), cell(TOTAL, Expenditure.total_expenditure)),
)

SAME_APPROPRIATION: tuple[Pair, ...] = (
    *(
        (cell(f"income:{budget}", Summary.amount), cell(f"income:{budget}", FiscalSummary.amount))
        for budget in ("general_public_budget", "government_fund_budget", "state_capital_budget")
    ),
    (cell(TOTAL, Income.fiscal_appropriation), cell(_INCOME, FiscalSummary.amount)),
)

SAME_SOURCES: tuple[Pair, ...] = tuple(
    (cell(f"income:{source.field.name}", Summary.amount), cell(TOTAL, source))
    for source in (
        Income.superior_subsidy,
        Income.institutional_income,
        Income.business_income,
        Income.affiliate_remittance,
        Income.other_income,
    )
)

SAME_BUDGETS: tuple[Pair, ...] = (
    (cell(_SPENT, FiscalSummary.general_public_budget), cell(TOTAL, GeneralBudgetExpenditure.total)),
    (cell(_SPENT, FiscalSummary.government_fund_budget), cell(TOTAL, GovernmentFund.expenditure)),
    (cell(_SPENT, FiscalSummary.state_capital_budget), cell(TOTAL, StateCapital.expenditure)),
)


def same_in_two_tables(pairs: tuple[Pair, ...], rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """Each of the pairs; a table that is empty prints nothing, and nothing is what the other must have."""
    for left, right in pairs:
        if missing := [one.number for one in (left, right) if not loaded.lines[one.number]]:
            yield not_checkable(rule, Reason.NO_TABLE, Severity.ERROR, number=missing[0])
            continue
        one, other = figure_at(loaded, left), figure_at(loaded, right)
        if (one and one.value is not None) or (other and other.value is not None):
            yield check_same(rule, loaded, one, other)


# ---------------------------------------------------------------------------------------------------------------------
# A class in a summary and in the table that details it
# ---------------------------------------------------------------------------------------------------------------------

DETAILS: tuple[tuple[Any, Any], ...] = (  # the column of a summary, the column of the table that details it
    (Summary.amount, Expenditure.total_expenditure),
    (FiscalSummary.general_public_budget, GeneralBudgetExpenditure.total),
    (FiscalSummary.government_fund_budget, GovernmentFund.expenditure),
    (FiscalSummary.state_capital_budget, StateCapital.expenditure),
)


def classes_in_detail(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """Each functional class of a summary is that class in the detailed table, up to the tails of its items."""
    for summary, detail in DETAILS:
        if not (loaded.lines[summary.field.model.number] and loaded.lines[detail.field.model.number]):
            continue
        tree = CodeSums(loaded, detail.field.model.number)
        for code, *_ in FUNCTIONAL_CLASSES:
            left, right = figure_at(loaded, cell(f"expenditure:{code}", summary)), figure_at(loaded, cell(code, detail))
            if not any(figure and figure.value for figure in (left, right)):
                continue
            leaves = len(tree.printed_leaves(code, detail.field.name)) if right else 0
            yield check_same(rule, loaded, left, right, leaves=leaves)


def appropriation_within_all(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """What comes from fiscal appropriation is at most the whole, class by class and code by code."""
    for code, *_ in FUNCTIONAL_CLASSES:
        part = figure_at(loaded, cell(f"expenditure:{code}", FiscalSummary.total))
        if part and part.value is not None:
            yield check_at_most(rule, loaded, part, figure_at(loaded, cell(f"expenditure:{code}", Summary.amount)))
    for line in loaded.lines[GeneralBudgetExpenditure.number]:
        if line.total is not None and not line.is_total:
            whole = figure_at(loaded, (Expenditure.number, line.code, Expenditure.total_expenditure.field.name))
            yield check_at_most(rule, loaded, figure_of(loaded, line, "total"), whole)


# ---------------------------------------------------------------------------------------------------------------------
# Budgets, basic expenditure, three public expenses
# ---------------------------------------------------------------------------------------------------------------------

BUDGETS = (
    FiscalSummary.general_public_budget,
    FiscalSummary.government_fund_budget,
    FiscalSummary.state_capital_budget,
)


def budgets_balance(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """For each budget: income and opening balance together are what the expenditure side adds up to."""
    if not loaded.has(FiscalSummary.number):
        return
    for budget in BUDGETS:
        total = figure_at(loaded, cell("expenditure:grand_total", budget))
        income = figure_at(loaded, cell(f"income:{budget.field.name}", FiscalSummary.amount))
        opening = figure_at(loaded, cell(f"income:opening_{budget.field.name}", FiscalSummary.amount))
        if any(figure and figure.value is not None for figure in (total, income, opening)):
            yield check_sum(rule, loaded, total, [(1, income), (1, opening)], Named("这个预算的收入与年初结转之和"))


def basic_by_economic_code(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """Basic expenditure by function is staff and operating expenditure by economic code."""
    if not (loaded.has(GeneralBudgetExpenditure.number) and loaded.has(BasicExpenditure.number)):
        yield not_checkable(rule, Reason.NO_BASIC_TABLES, Severity.ERROR)
        return
    total = figure_at(loaded, cell(TOTAL, GeneralBudgetExpenditure.basic_expenditure))
    parts = [(1, figure_at(loaded, cell(row, BasicExpenditure.amount))) for row in ("staff", "operating")]
    yield check_sum(rule, loaded, total, parts, Named("公开06表人员经费与公用经费之和"))


BASIC_PART_OF: tuple[Pair, ...] = tuple(
    (cell(code, BasicExpenditure.amount), cell(row, ThreePublicExpenses.actual))
    for code, row in (
        ("30212", "overseas_travel"),
        ("30217", "official_reception"),
        ("30231", "vehicle_operation"),
        ("31013", "vehicle_purchase"),
    )
)


def basic_part_of_public_expenses(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """What basic expenditure holds of a public expense is at most the whole of it; never equal by necessity."""
    if not loaded.has(BasicExpenditure.number) or not loaded.lines[ThreePublicExpenses.number]:
        return
    for basic, public in BASIC_PART_OF:
        part = figure_at(loaded, basic)
        if part and part.value:
            whole = figure_at(loaded, public)
            if whole and whole.value is None:
                yield check_same(rule, loaded, part, whole)
            else:
                yield check_at_most(rule, loaded, part, whole)


ECONOMIC_AND_FUNCTIONAL: tuple[Pair, ...] = tuple(
    (cell(economic, BasicExpenditure.amount), cell(functional, GeneralBudgetExpenditure.basic_expenditure))
    for economic, functional in (("30108", "2080505"), ("30109", "2080506"), ("30113", "2210201"))
)


def economic_and_functional(rule: str, loaded: LoadedDisclosure) -> Iterator[Result]:
    """Contributions usually agree between the two classifications; where they do not, projects may hold the rest."""
    for economic, functional in ECONOMIC_AND_FUNCTIONAL:
        left, right = figure_at(loaded, economic), figure_at(loaded, functional)
        if not (left and right and left.value and right.value):
            continue
        result = check_same(rule, loaded, left, right, severity=Severity.NOTE)
        if result.outcome == Outcome.BROKEN:
            result = undecided(result, Reason.OTHER_CLASSIFICATION)
        yield result
