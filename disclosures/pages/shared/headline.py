"""The one figure that a table comes down to, with its text as published."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from disclosures.amounts import Precision
from disclosures.statements.lines import StatementLine
from disclosures.statements.models import STATEMENTS, Disclosure, StatementHead
from disclosures.tables.headline_column import main_column, main_lines


@dataclass(frozen=True)
class Headline:
    """元, exact, with its text as published in `unit`; `title` is the column or row that prints it."""

    title: str
    value: Decimal
    text: str
    unit: str


def headline(precision: Precision, number: str, lines: Iterable[StatementLine]) -> Headline | None:
    """The figure of 公开`number`表 from its lines, printed with its own precision; None where it prints none."""
    model = STATEMENTS[number]
    column = main_column(model)
    found = [line for line in main_lines(model, lines) if getattr(line, column.name) is not None]
    if not found:
        return None
    return Headline(column.title, *_total(found, column.name, precision), precision.unit)


def _total(lines: list[StatementLine], column: str, precision: Precision) -> tuple[Decimal, str]:
    """The printed figure of one line; of several, their exact sum printed the same way."""
    value = sum((getattr(line, column) for line in lines), Decimal(0))
    total = type(lines[0])(**{column: value})
    return value, (lines[0] if len(lines) == 1 else total).text(column, precision)


def headlines(disclosures: list[Disclosure], number: str) -> dict[int, Headline]:
    """The figures of one table for many disclosures by their ids; two queries, and only total lines are fetched."""
    model = STATEMENTS[number]
    heads = {
        head.disclosure_id: head for head in StatementHead.objects.filter(disclosure__in=disclosures, number=number)
    }
    printed = {one.pk: heads.get(one.pk, StatementHead()).precision_in(one) for one in disclosures}
    totals = model.objects.filter(disclosure__in=disclosures, code="").order_by("-position")
    found = {line.disclosure_id: headline(printed[line.disclosure_id], number, [line]) for line in totals}
    return {pk: figure for pk, figure in found.items() if figure}
