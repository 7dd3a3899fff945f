"""What a disclosure must not hold: figures where the form of its year has no column or no table for them."""

from collections.abc import Iterable, Iterator
from typing import Any

from disclosures.statements.editions import holds_in, lasting
from disclosures.statements.lines import StatementLine
from disclosures.statements.models import STATEMENTS, Disclosure


def not_on_form(number: str, lines: Iterable[StatementLine], year: int) -> Iterator[str]:
    """A sentence for the table, or for each of its columns, that has figures though the form of that year lacks it."""
    model = STATEMENTS[number]
    filled = {name for line in lines for name, value in line.amounts.items() if value is not None}
    if filled and not holds_in(model, year):
        yield f"{year} 年度没有公开{number}表《{model.title}》，但表里有数。"
        return
    for column in model.columns():
        if column.name in filled and not holds_in(column, year):
            yield f"{year} 年度的公开{number}表没有“{column.title}”这一栏，但这一栏有数。"


def outside_of(disclosure: Disclosure) -> list[str]:
    """The same of a saved disclosure, whose year may have been corrected; a query for each table that is dated."""
    forms: dict[str, tuple[Any, ...]] = {number: (model, *model.columns()) for number, model in STATEMENTS.items()}
    dated = [number for number, parts in forms.items() if lasting(parts) != parts]
    return [message for number in dated for message in not_on_form(number, disclosure.lines(number), disclosure.year)]
