"""Between tables: one fact printed in two of them, a table that details a figure of another, a part and its whole."""

from collections.abc import Iterator

from disclosures.checks.book import Book
from disclosures.checks.labels import Named
from disclosures.checks.outcomes import Outcome, Result, Severity
from disclosures.checks.reasons import Reason
from disclosures.checks.sums import check_at_most, check_same, check_sum, not_checkable, undecided
from disclosures.checks.tables.within import CodeTree
from disclosures.statements.lines import TOTAL
from disclosures.statements.outlines import FUNCTIONAL_CLASSES

Cell = tuple[str, str, str]  # table, row, column

# ---------------------------------------------------------------------------------------------------------------------
# One fact in two tables
# ---------------------------------------------------------------------------------------------------------------------

SAME_TOTALS: tuple[tuple[Cell, Cell], ...] = (
    (("01", "income:income_this_year", "amount"), ("02", TOTAL, "total_income")),
    (("01", "expenditure:expenditure_this_year", "amount"), ("03", TOTAL, "total_expenditure")),
)

SAME_APPROPRIATION: tuple[tuple[Cell, Cell], ...] = (
    *(
        (("01", f"income:{budget}", "amount"), ("04", f"income:{budget}", "amount"))
        for budget in ("general_public_budget", "government_fund_budget", "state_capital_budget")
    ),
    (("02", TOTAL, "fiscal_appropriation"), ("04", "income:income_this_year", "amount")),
)

SAME_SOURCES: tuple[tuple[Cell, Cell], ...] = tuple(
    (("01", f"income:{source}", "amount"), ("02", TOTAL, source))
    for source in (
        "superior_subsidy", "institutional_income", "business_income", "affiliate_remittance", "other_income",
    )
)  # fmt: skip

SAME_BUDGETS: tuple[tuple[Cell, Cell], ...] = (
    (("04", "expenditure:expenditure_this_year", "general_public_budget"), ("05", TOTAL, "total")),
    (("04", "expenditure:expenditure_this_year", "government_fund_budget"), ("08", TOTAL, "expenditure")),
    (("04", "expenditure:expenditure_this_year", "state_capital_budget"), ("09", TOTAL, "expenditure")),
)

_FAMILIES = {"C1": SAME_TOTALS, "C2": SAME_APPROPRIATION, "C3": SAME_SOURCES, "C5": SAME_BUDGETS}


def same_in_two_tables(rule: str, book: Book) -> Iterator[Result]:
    """The pairs of the rule's family; a table that is empty prints nothing, and nothing is what the other must have."""
    for left, right in _FAMILIES[rule]:
        if missing := [cell[0] for cell in (left, right) if not book.lines[cell[0]]]:
            yield not_checkable(rule, Reason.NO_TABLE, Severity.ERROR, number=missing[0])
            continue
        one, other = book.cell(*left), book.cell(*right)
        if (one and one.value is not None) or (other and other.value is not None):
            yield check_same(rule, book, one, other)


# ---------------------------------------------------------------------------------------------------------------------
# A class in a summary and in the table that details it
# ---------------------------------------------------------------------------------------------------------------------

DETAILS: tuple[tuple[str, str, str, str], ...] = (  # summary, its column, detail, its column
    ("01", "amount", "03", "total_expenditure"),
    ("04", "general_public_budget", "05", "total"),
    ("04", "government_fund_budget", "08", "expenditure"),
    ("04", "state_capital_budget", "09", "expenditure"),
)


def classes_in_detail(rule: str, book: Book) -> Iterator[Result]:
    """Each functional class of a summary is that class in the detailed table, up to the tails of its items."""
    for summary, column, detail, detail_column in DETAILS:
        if not (book.lines[summary] and book.lines[detail]):
            continue
        tree = CodeTree(book, detail)
        for code, *_ in FUNCTIONAL_CLASSES:
            left = book.cell(summary, f"expenditure:{code}", column)
            right = book.cell(detail, code, detail_column)
            if not any(figure and figure.value for figure in (left, right)):
                continue
            leaves = len(tree.printed_leaves(code, detail_column)) if right else 0
            yield check_same(rule, book, left, right, leaves=leaves)


def appropriation_within_all(rule: str, book: Book) -> Iterator[Result]:
    """What comes from fiscal appropriation is at most the whole, class by class and code by code."""
    for code, *_ in FUNCTIONAL_CLASSES:
        part = book.cell("04", f"expenditure:{code}", "total")
        if part and part.value is not None:
            yield check_at_most(rule, book, part, book.cell("01", f"expenditure:{code}", "amount"))
    for line in book.lines["05"]:
        if line.total is not None and not line.is_total:
            yield check_at_most(rule, book, book.figure(line, "total"), book.cell("03", line.code, "total_expenditure"))


# ---------------------------------------------------------------------------------------------------------------------
# Budgets, basic expenditure, three public expenses
# ---------------------------------------------------------------------------------------------------------------------

BUDGETS = ("general_public_budget", "government_fund_budget", "state_capital_budget")


def budgets_balance(rule: str, book: Book) -> Iterator[Result]:
    """For each budget: income and opening balance together are what the expenditure side adds up to."""
    if not book.has("04"):
        return
    for budget in BUDGETS:
        total = book.cell("04", "expenditure:grand_total", budget)
        income = book.cell("04", f"income:{budget}", "amount")
        opening = book.cell("04", f"income:opening_{budget}", "amount")
        if any(figure and figure.value is not None for figure in (total, income, opening)):
            yield check_sum(rule, book, total, [(1, income), (1, opening)], Named("这个预算的收入与年初结转之和"))


def basic_by_economic_code(rule: str, book: Book) -> Iterator[Result]:
    """Basic expenditure by function is staff and operating expenditure by economic code."""
    if not (book.has("05") and book.has("06")):
        yield not_checkable(rule, Reason.NO_BASIC_TABLES, Severity.ERROR)
        return
    total = book.cell("05", TOTAL, "basic_expenditure")
    parts = [(1, book.cell("06", key, "amount")) for key in ("staff", "operating")]
    yield check_sum(rule, book, total, parts, Named("公开06表人员经费与公用经费之和"))


BASIC_PART_OF: tuple[tuple[str, str], ...] = (  # economic code, row of table 07
    ("30212", "overseas_travel"),
    ("30217", "official_reception"),
    ("30231", "vehicle_operation"),
    ("31013", "vehicle_purchase"),
)


def basic_part_of_public_expenses(rule: str, book: Book) -> Iterator[Result]:
    """What basic expenditure holds of a public expense is at most the whole of it; never equal by necessity."""
    if not book.has("06") or not book.lines["07"]:
        return
    for code, item in BASIC_PART_OF:
        part = book.cell("06", code, "amount")
        if part and part.value:
            whole = book.cell("07", item, "actual")
            if whole and whole.value is None:
                yield check_same(rule, book, part, whole)
            else:
                yield check_at_most(rule, book, part, whole)


ECONOMIC_AND_FUNCTIONAL: tuple[tuple[str, str], ...] = (
    ("30108", "2080505"),
    ("30109", "2080506"),
    ("30113", "2210201"),
)


def economic_and_functional(rule: str, book: Book) -> Iterator[Result]:
    """Contributions usually agree between the two classifications; where they do not, projects may hold the rest."""
    for economic, functional in ECONOMIC_AND_FUNCTIONAL:
        left, right = book.cell("06", economic, "amount"), book.cell("05", functional, "basic_expenditure")
        if not (left and right and left.value and right.value):
            continue
        result = check_same(rule, book, left, right, severity=Severity.NOTE)
        if result.outcome == Outcome.BROKEN:
            result = undecided(result, Reason.OTHER_CLASSIFICATION)
        yield result
