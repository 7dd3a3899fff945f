"""The lines of the official tables of a made-up disclosure, unsaved."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from disclosures.demo.codes import economic_names, functional_names
from disclosures.demo.exact import FISCAL, FUND, GENERAL, NOTHING, STATE_CAPITAL, Exact, Item, total
from disclosures.demo.figures import Amounts, Rounding, by_code, numbered
from disclosures.demo.profile import Profile
from disclosures.statements.editions import lasting
from disclosures.statements.form_rows import EXPENDITURE, FUNCTIONAL_CLASSES, INCOME
from disclosures.statements.lines import AccountLine, ClassifiedLine, StatementLine
from disclosures.statements.models import STATEMENTS, BasicExpenditure, ThreePublicExpenses, statements_in


def lines_of(exact: Exact, profile: Profile, year: int) -> dict[str, list[StatementLine]]:
    """All lines by the table's number, in the order of the form."""
    made = {
        number: makers(exact, year, Rounding(profile.precision, number in profile.zeros))
        for number, makers in _MAKERS.items()
    }
    return {number: list(numbered(made.get(number, ()))) for number in statements_in(year)}


# ---------------------------------------------------------------------------------------------------------------------
# Two sides: 01 04
# ---------------------------------------------------------------------------------------------------------------------


def _summary(exact: Exact, year: int, rounding: Rounding) -> Iterator[AccountLine]:
    sources = {purse: exact.received(purse) for purse in FISCAL} | {
        column.name: total(item.income.get(column.name, NOTHING) for item in exact.items)
        for column in lasting(STATEMENTS["02"].columns())[2:]
    }
    income = sources | {
        "income_this_year": exact.received(),
        "surplus_used": exact.surplus_used,
        "opening_balance": exact.opening(),
        "grand_total": exact.grand_total,
    }
    expenditure = _by_class(exact) | {
        "expenditure_this_year": exact.expenditure(),
        "surplus_distributed": exact.surplus_distributed,
        "closing_balance": exact.closing(),
        "grand_total": exact.grand_total,
    }
    values = {INCOME: income, EXPENDITURE: expenditure}
    yield from _account(
        "01",
        year,
        rounding,
        {side: {key: {"amount": amount} for key, amount in values[side].items()} for side in values},
    )


def _fiscal_summary(exact: Exact, year: int, rounding: Rounding) -> Iterator[AccountLine]:
    income = {purse: exact.received(purse) for purse in FISCAL}
    income |= {f"opening_{purse}": exact.opening(purse) for purse in FISCAL}
    income |= {"income_this_year": exact.received(*FISCAL), "opening_balance": exact.opening(*FISCAL)}
    income["grand_total"] = exact.received(*FISCAL) + exact.opening(*FISCAL)
    classes = {purse: _by_class(exact, purse) for purse in FISCAL}
    expenditure: dict[str, dict[str, Decimal]] = {
        code: {purse: classes[purse].get(code, NOTHING) for purse in FISCAL} for code, *_ in FUNCTIONAL_CLASSES
    }
    expenditure["expenditure_this_year"] = {purse: exact.expenditure(purse) for purse in FISCAL}
    expenditure["closing_balance"] = {purse: exact.closing(purse) for purse in FISCAL}
    expenditure["grand_total"] = {purse: exact.expenditure(purse) + exact.closing(purse) for purse in FISCAL}
    for amounts in expenditure.values():
        amounts["total"] = total(amounts.values())
    yield from _account(
        "04",
        year,
        rounding,
        {INCOME: {key: {"amount": amount} for key, amount in income.items()}, EXPENDITURE: expenditure},
    )


def _by_class(exact: Exact, *purses: str) -> dict[str, Decimal]:
    """Expenditure by functional class; 元, exact."""
    items = exact.of(*purses) if purses else exact.items
    sums = by_code((item.code, {"spent": item.expenditure}) for item in items)
    return {code: amounts["spent"] for code, amounts in sums.items() if len(code) == 3}


def _account(
    number: str, year: int, rounding: Rounding, values: Mapping[str, Mapping[str, Amounts]]
) -> Iterator[AccountLine]:
    """Every line number of the form, also those that have no row."""
    model: Any = STATEMENTS[number]
    for side, amounts in values.items():
        rows = {row.line: row for row in model.form_rows(year) if row.side == side}
        columns = [column.name for column in model.columns_of(side, year)]
        for line in range(min(rows), max(rows) + 1):
            if row := rows.get(line):
                made = model(side=side, line=line, item=row.key, name=row.name)
                yield rounding.fill(made, amounts.get(row.key, {}), columns)
            else:
                yield model(side=side, line=line)


# ---------------------------------------------------------------------------------------------------------------------
# By function: 02 03 05 08 09
# ---------------------------------------------------------------------------------------------------------------------


def _income(item: Item) -> Amounts:
    return {**item.income, "total_income": item.received}


def _expenditure(item: Item) -> Amounts:
    return {**item.spent, "total_expenditure": item.expenditure}


def _general(item: Item) -> Amounts:
    return {**item.spent, "total": item.expenditure}


def _with_balances(item: Item) -> Amounts:
    return {
        **item.spent,
        "expenditure": item.expenditure,
        "opening_balance": item.opening,
        "income": item.received,
        "closing_balance": item.closing,
    }


def _classified(number: str, amounts_of: Callable[[Item], Amounts], *purses: str):
    """A maker of the lines of a table by function, of the items of these purses or of all."""
    model: Any = STATEMENTS[number]

    def make(exact: Exact, year: int, rounding: Rounding) -> Iterator[ClassifiedLine]:
        columns = [column.name for column in model.columns(year)]
        items = exact.of(*purses) if purses else exact.items
        names = {"": "合计"} | functional_names(year)
        for code, amounts in by_code((item.code, amounts_of(item)) for item in items).items():
            yield rounding.fill(model(code=code, name=names[code]), amounts, columns)

    return make


# ---------------------------------------------------------------------------------------------------------------------
# By economic code, and the three public expenses: 06 07
# ---------------------------------------------------------------------------------------------------------------------


def _basic(exact: Exact, year: int, rounding: Rounding) -> Iterator[BasicExpenditure]:
    sums = by_code((code, {"amount": value}) for code, value in exact.economic.items())
    for code, name in economic_names(year).items():
        yield rounding.fill(BasicExpenditure(code=code, name=name), sums.get(code, {}), ["amount"])
    for row, identity in zip(BasicExpenditure.outline, BasicExpenditure.sums_of_rows(), strict=True):
        amounts = {"amount": total(sums.get(code, {}).get("amount", NOTHING) for _, code in identity.terms)}
        yield rounding.fill(BasicExpenditure(code=row.key, name=row.name), amounts, ["amount"])


def _three_public(exact: Exact, year: int, rounding: Rounding) -> Iterator[ThreePublicExpenses]:
    columns = [column.name for column in lasting(ThreePublicExpenses.columns())]
    for row in ThreePublicExpenses.outline:
        line = ThreePublicExpenses(code=row.key, name=row.name)
        yield rounding.fill(line, three_public_amounts(exact, row.key), columns)


def three_public_amounts(exact: Exact, key: str) -> Amounts:
    """Budget and outturn of a row of table 07 by its columns; 元, exact."""
    leaves = [key]
    while not all(leaf in exact.three_public for leaf in leaves):
        sums = {identity.total: [name for _, name in identity.terms] for identity in ThreePublicExpenses.sums_of_rows()}
        leaves = [part for leaf in leaves for part in sums.get(leaf, [leaf])]
    pairs = [exact.three_public[leaf] for leaf in leaves]
    columns = [column.name for column in lasting(ThreePublicExpenses.columns())]
    return {column: total(pair[n] for pair in pairs) for n, column in enumerate(columns)}


_MAKERS = {
    "01": _summary,
    "02": _classified("02", _income),
    "03": _classified("03", _expenditure),
    "04": _fiscal_summary,
    "05": _classified("05", _general, GENERAL),
    "06": _basic,
    "07": _three_public,
    "08": _classified("08", _with_balances, FUND),
    "09": _classified("09", _with_balances, STATE_CAPITAL),
}
