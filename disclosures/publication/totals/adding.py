"""From the parts of one disclosure to the rows that are kept of it, unsaved; amounts are 元, exact, as in its lines."""

from collections.abc import Iterator
from decimal import Decimal

from disclosures.checks.narrative.links import links_of
from disclosures.checks.narrative.matters import matters_in
from disclosures.checks.performance.targets import target_of
from disclosures.publication.totals.models import CodeTotal, OtherMatter, Shortfall, YearTotal
from disclosures.statements.lines import AnyLine, ClassifiedLine, StatementLine
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import STATEMENTS, PerformanceForm, PerformanceIndicator, statements_in
from disclosures.statements.numbers import number_in
from disclosures.tables.headline import main_lines

LARGEST_LOSS = Decimal(999_999)  # points; a form that prints more has other faults

_STEP = Decimal("0.0001")  # of other matters, as they are kept; none is printed more finely

# Where the figures of a year are printed: a table's own total, and the column.
FIGURES = {
    "income": ("02", "total_income"),
    "expenditure": ("03", "total_expenditure"),
    "basic_expenditure": ("03", "basic_expenditure"),
    "project_expenditure": ("03", "project_expenditure"),
    "three_public_budget": ("07", "initial_budget"),
    "three_public": ("07", "actual"),
}


def code_totals(loaded: LoadedDisclosure) -> Iterator[CodeTotal]:
    """Every figure that stands under a code, 0.00 too; a code that is printed twice counts once, as first."""
    for number, model in STATEMENTS.items():
        if issubclass(model, ClassifiedLine):
            lines = loaded.lines[number]
            wholes = {column.name: _whole(model, lines, column.name) for column in model.columns()}
            first = {line.code: line for line in reversed(lines) if not line.is_total}
            for code, line in first.items():
                yield from _of_line(loaded, number, code, line.amounts, wholes)


def _of_line(loaded: LoadedDisclosure, number: str, code: str, amounts: dict, wholes: dict) -> Iterator[CodeTotal]:
    for column, amount in amounts.items():
        if amount is not None:
            yield CodeTotal(
                disclosure=loaded.disclosure, year=loaded.disclosure.year, table=number, column=column, code=code,
                amount=amount, whole=wholes[column],
            )  # fmt: skip


def _whole(model: type[StatementLine], lines: list[AnyLine], column: str) -> Decimal | None:
    """元, exact: what the table's own total says in that column; None where it says nothing."""
    amounts = [amount for line in main_lines(model, lines) if (amount := getattr(line, column)) is not None]
    return sum(amounts, Decimal(0)) if amounts else None


def year_total(loaded: LoadedDisclosure) -> YearTotal:
    """The figures of the year, the score of the whole unit, and what each table says."""
    figures = {
        name: _whole(STATEMENTS[table], loaded.lines[table], column) for name, (table, column) in FIGURES.items()
    }
    scores = (form.form.total_score for form in loaded.forms if form.form.kind == PerformanceForm.UNIT)
    tables = [_status_of(loaded, number) for number in statements_in(loaded.disclosure.year)]
    told = sum(status != YearTotal.TableStatus.MISSING for status in tables)
    return YearTotal(
        disclosure=loaded.disclosure, **figures, score=next(scores, ""), tables="".join(tables), told=told
    )  # fmt: skip


def _status_of(loaded: LoadedDisclosure, number: str) -> YearTotal.TableStatus:
    if any(amount is not None for line in loaded.lines[number] for amount in line.amounts.values()):
        return YearTotal.TableStatus.FIGURES
    head = loaded.heads.get(number)
    return YearTotal.TableStatus.EMPTY if head and head.is_declared_empty else YearTotal.TableStatus.MISSING


def other_matters(loaded: LoadedDisclosure) -> Iterator[OtherMatter]:
    """What the text says of matters that no table has; amounts in 元, exact as printed."""
    for subject, link in matters_in(links_of(loaded, ())):
        yield OtherMatter(
            disclosure=loaded.disclosure,
            year=loaded.disclosure.year,
            matter=subject.key,
            value=link.value.quantize(_STEP),
            text=link.text,
            paragraph=link.paragraph,
            start=link.start,
        )


def shortfalls(loaded: LoadedDisclosure) -> Iterator[Shortfall]:
    """The indicators that missed their targets or lost points, in the order of the document."""
    for form in loaded.forms:
        for indicator in form.indicators:
            target, lost = target_of(indicator), _lost(indicator)
            is_missed = bool(target and not target.is_met)
            if lost or is_missed:
                is_explained = any(indicator.deviation.values()) or bool(indicator.improvement.strip())
                yield Shortfall(
                    disclosure=loaded.disclosure, indicator=indicator, year=loaded.disclosure.year,
                    lost=lost, is_missed=is_missed, is_explained=is_explained,
                )  # fmt: skip


def _lost(indicator: PerformanceIndicator) -> Decimal:
    """Points: weight minus score, nothing where one of them is no number or none were lost."""
    weight, score = number_in(indicator.weight), number_in(indicator.score)
    if weight is None or score is None or score >= weight:
        return Decimal(0)
    return min(weight - score, LARGEST_LOSS).quantize(Decimal("0.001"))
