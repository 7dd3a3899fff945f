"""The one figure that a table comes down to, with its text as published."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q

from disclosures.amounts import Precision
from disclosures.statements.lines import Part, StatementLine
from disclosures.statements.loaded import Loaded
from disclosures.statements.models import STATEMENTS, Disclosure, StatementHead
from disclosures.tables.headline_column import main_column, main_lines


@dataclass(frozen=True)
class Headline:
    """元, exact, with its text as published in `unit`; `title` is the column or row that prints it."""

    title: str
    value: Decimal
    text: str
    unit: str


def headline(loaded: Loaded, number: str) -> Headline | None:
    """The figure of 公开`number`表 from its lines, printed with its own precision; None where it prints none."""
    model, precision = STATEMENTS[number], loaded.precision(number)
    column = main_column(model)
    lines = [line for line in main_lines(model, loaded.lines[number]) if getattr(line, column.name) is not None]
    if not lines:
        return None
    return Headline(column.title, *_total(lines, column.name, precision), precision.unit)


def _total(lines: list[StatementLine], column: str, precision: Precision) -> tuple[Decimal, str]:
    """The printed figure of one line; of several, their exact sum printed the same way."""
    value = sum((getattr(line, column) for line in lines), Decimal(0))
    total = type(lines[0])(**{column: value})
    return value, (lines[0] if len(lines) == 1 else total).text(column, precision)


def headlines(disclosures: list[Disclosure], number: str) -> dict[int, Headline]:
    """The figures of one table for many disclosures by their ids; two queries, and only total lines are fetched."""
    model = STATEMENTS[number]
    parts: dict[int, dict[type, Part]] = defaultdict(dict)
    for head in StatementHead.objects.filter(disclosure__in=disclosures, number=number):
        parts[head.disclosure_id][StatementHead] = head
    for line in model._default_manager.filter(Q(code=""), disclosure__in=disclosures).order_by("-position"):
        parts[line.disclosure_id][model] = line
    figures = {
        disclosure.pk: headline(Loaded(disclosure, parts[disclosure.pk].values()), number) for disclosure in disclosures
    }
    return {pk: figure for pk, figure in figures.items() if figure}
