"""The one figure that a table comes down to: its column and lines, by what the form declares about its own sums."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q

from disclosures.statements.lines import AccountLine, AnyLine, Part, StatementLine
from disclosures.statements.loaded import LoadedDisclosure, LoadedTable
from disclosures.statements.models import STATEMENTS, Disclosure, StatementHead


@dataclass(frozen=True)
class Headline:
    """元, exact, with its text as published in `unit`; `title` is the column or row that prints it."""

    title: str
    value: Decimal
    text: str
    unit: str


def main_lines(model: type[StatementLine], lines: Iterable[AnyLine]) -> list[AnyLine]:
    """The lines that make up the total: the last total of an account, the 合计 row, or the totals below the panels."""
    totals = [line for line in lines if line.is_total]
    if issubclass(model, AccountLine):
        last = model.outline[-1]
        return [line for line in totals if (line.side, line.item) == (last.side, last.key)]
    return totals if hasattr(model, "panels") else totals[:1]


def headline(table: LoadedTable) -> Headline | None:
    """The figure of the table, None where it prints none. What one line prints is as published; several are added
    exactly.
    """
    column = table.model.main_column()
    printed = [line for line in main_lines(table.model, table.lines) if getattr(line, column.name) is not None]
    if not printed:
        return None
    value = sum((getattr(line, column.name) for line in printed), Decimal(0))
    total = printed[0] if len(printed) == 1 else table.model(**{column.name: value})
    return Headline(column.title, value, total.text(column.name, table.precision), table.precision.unit)


def headlines(disclosures: list[Disclosure], number: str) -> dict[int, Headline]:
    """The figures of one table for many disclosures by their ids; two queries, and only total lines are fetched."""
    model = STATEMENTS[number]
    parts: dict[int, dict[type, Part]] = defaultdict(dict)
    for head in StatementHead.objects.filter(disclosure__in=disclosures, number=number):
        parts[head.disclosure_id][StatementHead] = head
    for line in model._default_manager.filter(Q(code=""), disclosure__in=disclosures).order_by("-position"):
        parts[line.disclosure_id][model] = line
    figures = {
        disclosure.pk: headline(LoadedDisclosure(disclosure, parts[disclosure.pk].values()).table(number))
        for disclosure in disclosures
    }
    return {pk: figure for pk, figure in figures.items() if figure}
