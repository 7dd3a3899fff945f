"""What a disclosure holds that can be found: rows and notes of its tables, its self-evaluations, its text.

Also the figures that the text gives of matters that no table has, such as vehicles kept.
"""

from collections.abc import Iterator
from functools import cache

from disclosures.addresses.spots import text_anchor
from disclosures.checks.narrative.matters import GROUPS, MATTERS
from disclosures.publication.search.entries import entry_of, figures_of
from disclosures.publication.search.models import EntryKind, SearchEntry
from disclosures.publication.search.texts import notes_of, text_of
from disclosures.publication.search.words.lists import MATTER, figures
from disclosures.publication.totals.models import OtherMatter
from disclosures.statements.lines import WithAmounts
from disclosures.statements.loaded import load_all_tables
from disclosures.statements.models import (
    Disclosure,
    PerformanceForm,
    PerformanceIndicator,
    PerformanceTask,
    statements_in,
)
from disclosures.tables.heads import Column
from disclosures.tables.rows import Cell, Row
from disclosures.tables.showing import tabulate
from disclosures.tables.table import Table

_GROUP_OF = {subject.key: group.title for group in GROUPS for subject in group.subjects}
_SIGNS = {">=": "≥", "<=": "≤"}


def entries_of(disclosure: Disclosure) -> Iterator[SearchEntry]:
    """Every entry of the disclosure, unsaved, in the order of the document."""
    yield from _tables(disclosure)
    yield from _matters(disclosure)
    yield from _performance(disclosure)
    yield from text_of(disclosure)


def _tables(disclosure: Disclosure) -> Iterator[SearchEntry]:
    loaded = load_all_tables(disclosure)
    for number in statements_in(disclosure.year):
        table = tabulate(loaded.table(number))
        yield from (_row(disclosure, table, row) for row in table.rows if not row.is_blank)
        yield from notes_of(disclosure, table)


def _row(disclosure: Disclosure, table: Table, row: Row) -> SearchEntry:
    return entry_of(
        disclosure,
        EntryKind.ROW,
        number=table.number,
        key=row.key,
        title=row.name,
        text=row.code if row.code.isdigit() else "",
        figures=figures_of(row.cells, table.unit),
        also=row.printed_name if row.printed_name != row.name else "",
        context=f"公开{table.number}表 {table.official_title}",
    )


def _matters(disclosure: Disclosure) -> Iterator[SearchEntry]:
    """Each figure as printed, under the name of what it counts."""
    for matter in OtherMatter.objects.filter(disclosure=disclosure).order_by("paragraph", "start"):
        yield entry_of(
            disclosure,
            EntryKind.MATTER,
            key=text_anchor(matter.paragraph, matter.start),
            title=MATTERS[matter.matter].title,
            text=" ".join(matter.text.split()),
            also=_called().get(matter.matter, ""),
            context=f"{_GROUP_OF[matter.matter]} {EntryKind.MATTER.label}",
        )


@cache
def _called() -> dict[str, str]:
    """What readers call each matter, by its key."""
    first = ((figure.places[0], figure.also) for figure in figures())
    return {place.key: "、".join(also) for place, also in first if place.kind == MATTER}


def _performance(disclosure: Disclosure) -> Iterator[SearchEntry]:
    forms = PerformanceForm.objects.filter(disclosure=disclosure).order_by("position")
    for number, form in enumerate(forms.prefetch_related("tasks", "indicators"), start=1):
        yield _part(disclosure, form, number, f"{form.goal} {form.outcome}", form.get_kind_display())
        for task in form.tasks.all():
            yield _part(disclosure, task, number, "", form.name)
        for indicator in form.indicators.all():
            yield _indicator(disclosure, indicator, number, form.name)


def _part(
    disclosure: Disclosure, part: PerformanceForm | PerformanceTask, number: int, text: str, context: str
) -> SearchEntry:
    return entry_of(
        disclosure,
        EntryKind.PERFORMANCE,
        number=str(number),
        title=part.name,
        text=text.strip(),
        figures=figures_of(_cells(part, disclosure), disclosure.precision.unit),
        context=f"{context} 绩效自评",
    )


def _cells(part: WithAmounts, disclosure: Disclosure) -> Iterator[Cell]:
    """Its amounts; they have no addresses of their own."""
    for field in part.columns():
        column = Column(field.name, field.title, is_amount=True)
        yield Cell(column, getattr(part, field.name), part.text(field.name, disclosure.precision), "")


def _indicator(disclosure: Disclosure, indicator: PerformanceIndicator, number: int, form: str) -> SearchEntry:
    said = (
        f"{indicator.level2 or indicator.level1}",
        f"目标 {_SIGNS.get(indicator.operator, indicator.operator)} {indicator.target}{indicator.unit}",
        f"完成 {indicator.actual}",
        *indicator.deviation.values(),
        indicator.improvement,
    )
    return entry_of(
        disclosure,
        EntryKind.PERFORMANCE,
        number=str(number),
        key=str(indicator.position),
        title=indicator.name,
        text="；".join(" ".join(text.split()) for text in said if text),
        context=f"{form} 绩效自评 指标",
    )
