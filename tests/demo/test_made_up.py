"""Made-up disclosures keep every rule of the forms: exactly in 元, and up to the rounding tail in 万元."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from disclosures.amounts import AmountUnit, Outcome, outcome_of_sum
from disclosures.classification.codes import parent_of
from disclosures.demo.drawn import THREE_PUBLIC
from disclosures.demo.exact import FISCAL, FUND, GENERAL, STATE_CAPITAL
from disclosures.demo.made_up import MadeUp, make_up
from disclosures.demo.profile import Profile
from disclosures.statements.form_rows import EXPENDITURE
from disclosures.statements.lines import AccountLine, ClassifiedLine, StatementLine
from disclosures.statements.models import STATEMENTS, statements_in

NONE = Decimal(0)

seeds = st.integers(0, 10**9)
units = st.sampled_from(list(AmountUnit)[:2])


def made(seed: int, unit: AmountUnit = AmountUnit.WAN) -> MadeUp:
    return make_up(seed, profile=replace(Profile.drawn(Random(seed)), unit=unit))


def by_key(made_up: MadeUp, number: str) -> dict[str, StatementLine]:
    """The lines by what identities between rows call them."""
    lines = made_up.lines[number]
    return {f"{one.side}:{one.item}" if isinstance(one, AccountLine) else one.key: one for one in lines}


def amount(lines: dict[str, StatementLine], key: str, column: str) -> Decimal:
    return (getattr(lines[key], column) if key in lines else None) or NONE


# ---------------------------------------------------------------------------------------------------------------------
# Sums: (what it is, the total, its parts)
# ---------------------------------------------------------------------------------------------------------------------


def sums(made_up: MadeUp) -> Iterator[tuple[str, Decimal, list[Decimal | None]]]:
    for number, model in statements_in(2023).items():
        lines = by_key(made_up, number)
        yield from _between_columns(number, model, lines)
        yield from _between_rows(number, model, lines)
        if issubclass(model, ClassifiedLine):
            yield from _between_levels(number, model, lines)


def _between_columns(number, model, lines):
    for identity in model.column_identities():
        for key, line in lines.items():
            terms = [(sign, getattr(line, name)) for sign, name in identity.terms]
            parts = [sign * value for sign, value in terms if value is not None]
            total = getattr(line, identity.total)
            if total is not None or parts:
                yield f"{number} {key}: {identity.text}", total or NONE, parts


def _between_rows(number, model, lines):
    for identity in model.sums_of_rows():
        for column in model.columns():
            if identity.total not in lines or len(identity.terms) == 1:
                continue
            if column.side and not identity.total.startswith(column.side):
                continue
            parts = [getattr(lines[key], column.name) for _, key in identity.terms if key in lines]
            yield f"{number} {column.name}: {identity.text}", amount(lines, identity.total, column.name), parts


def _between_levels(number, model, lines):
    for code in lines:
        below = [one for one in lines if parent_of(one) == (code if code.isdigit() else "") and one.isdigit()]
        if not below or (number == "06" and not code.isdigit()):
            continue
        for column in model.columns():
            parts = [getattr(lines[one], column.name) for one in below]
            yield f"{number} {column.name}: {code}", amount(lines, code, column.name), parts


@settings(max_examples=25, deadline=None)
@given(seed=seeds)
def test_every_sum_comes_out_exactly_where_every_fen_is_printed(seed):
    made_up = made(seed, AmountUnit.YUAN)
    wrong = [
        what for what, total, parts in sums(made_up) if outcome_of_sum(total, parts, made_up.precision) != Outcome.EQUAL
    ]
    assert wrong == []


@settings(max_examples=25, deadline=None)
@given(seed=seeds)
def test_no_sum_is_further_off_than_rounding_explains(seed):
    made_up = made(seed)
    wrong = [
        what
        for what, total, parts in sums(made_up)
        if outcome_of_sum(total, parts, made_up.precision) == Outcome.BROKEN
    ]
    assert wrong == []


def test_rounding_each_figure_on_its_own_leaves_tails():
    outcomes = [
        outcome_of_sum(total, parts, made_up.precision)
        for made_up in map(made, range(5))
        for _, total, parts in sums(made_up)
    ]
    assert outcomes.count(Outcome.ROUNDING) > 10


# ---------------------------------------------------------------------------------------------------------------------
# The same fact in two places
# ---------------------------------------------------------------------------------------------------------------------

SAME = (
    ("01 income:income_this_year amount", "02 total total_income"),
    ("01 expenditure:expenditure_this_year amount", "03 total total_expenditure"),
    ("01 income:grand_total amount", "01 expenditure:grand_total amount"),
    ("04 income:grand_total amount", "04 expenditure:grand_total total"),
    ("02 total fiscal_appropriation", "04 income:income_this_year amount"),
    ("04 expenditure:expenditure_this_year general_public_budget", "05 total total"),
    ("04 expenditure:expenditure_this_year government_fund_budget", "08 total expenditure"),
    ("04 expenditure:expenditure_this_year state_capital_budget", "09 total expenditure"),
    *((f"01 income:{purse} amount", f"04 income:{purse} amount") for purse in FISCAL),
    *((f"01 income:{one.name} amount", f"02 total {one.name}") for one in STATEMENTS["02"].columns()[2:]),
)


def figure(made_up: MadeUp, where: str) -> Decimal:
    number, key, column = where.split()
    return amount(by_key(made_up, number), key, column)


@settings(max_examples=25, deadline=None)
@given(seed=seeds, unit=units)
def test_the_same_fact_is_the_same_figure_in_every_table(seed, unit):
    made_up = made(seed, unit)
    differing = [pair for pair in SAME if figure(made_up, pair[0]) != figure(made_up, pair[1])]
    assert differing == []


@settings(max_examples=25, deadline=None)
@given(seed=seeds, unit=units)
def test_the_classes_of_the_accounts_are_those_of_the_tables_by_function(seed, unit):
    made_up = made(seed, unit)
    by_number = {number: by_key(made_up, number) for number in statements_in(2023)}
    for row in STATEMENTS["01"].outline:
        if row.side == EXPENDITURE and row.key.isdigit():
            key = f"{EXPENDITURE}:{row.key}"
            assert amount(by_number["01"], key, "amount") == amount(by_number["03"], row.key, "total_expenditure")
            for number, purse, column in (
                ("05", GENERAL, "total"), ("08", FUND, "expenditure"), ("09", STATE_CAPITAL, "expenditure"),
            ):  # fmt: skip
                assert amount(by_number["04"], key, purse) == amount(by_number[number], row.key, column)


@settings(max_examples=25, deadline=None)
@given(seed=seeds, unit=units)
def test_a_part_is_never_more_than_its_whole(seed, unit):
    made_up = made(seed, unit)
    whole, part = by_key(made_up, "03"), by_key(made_up, "05")
    for code in part:
        assert amount(part, code, "total") <= amount(whole, code, "total_expenditure")
    economic, three_public = by_key(made_up, "06"), by_key(made_up, "07")
    for key, code in THREE_PUBLIC.items():
        assert amount(economic, code, "amount") <= amount(three_public, key, "actual")


@settings(max_examples=25, deadline=None)
@given(seed=seeds)
def test_basic_expenditure_by_function_and_by_economic_code_is_the_same_money(seed):
    made_up = made(seed)
    footers = [amount(by_key(made_up, "06"), row.key, "amount") for row in STATEMENTS["06"].outline]
    total = amount(by_key(made_up, "05"), "total", "basic_expenditure")
    assert outcome_of_sum(total, footers, made_up.precision) != Outcome.BROKEN


@settings(max_examples=25, deadline=None)
@given(seed=seeds)
def test_the_balance_of_each_code_goes_on_from_the_year_before(seed):
    made_up = made(seed)
    for line in (*made_up.lines["08"], *made_up.lines["09"]):
        parts = [line.opening_balance or NONE, line.income or NONE, -(line.expenditure or NONE)]
        closing = outcome_of_sum(line.closing_balance or NONE, parts, made_up.precision)
        assert closing != Outcome.BROKEN
        assert (line.closing_balance or NONE) >= 0
