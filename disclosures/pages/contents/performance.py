"""Performance self-evaluation as its reader meets it: each form's money, words, tasks, indicators and total."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from disclosures.amounts import Precision
from disclosures.pages.contents.indicators import Group, Score, grouped
from disclosures.statements.fields import Amount
from disclosures.statements.models import Disclosure, PerformanceForm, PerformanceTask

FULL = "100"  # points that a form can reach
POINTS = ("subtotal", "execution_score", "deduction", "total_score")


@dataclass(frozen=True)
class FormHead:
    """A form with its number in addresses, its amounts as printed under their titles, and its score out of 100."""

    number: int
    kind: str
    name: str
    amounts: tuple[tuple[str, str], ...]
    execution_rate: str
    score: Score
    indicators: int


@dataclass(frozen=True)
class Task:
    """A row of 年度主要任务, amounts as printed."""

    name: str
    amounts: tuple[str, ...]
    rate: str
    score: Score


@dataclass(frozen=True)
class FormPage:
    """One form from head to total, among the others."""

    head: FormHead
    form: PerformanceForm
    task_titles: tuple[str, ...]
    tasks: tuple[Task, ...]
    groups: tuple[Group, ...]
    totals: tuple[tuple[str, str], ...]
    forms: tuple[FormHead, ...]


def form_heads(disclosure: Disclosure) -> tuple[FormHead, ...]:
    """All forms, numbered by their order from 1; one query."""
    return tuple(_head(number, form, disclosure.precision) for number, form in enumerate(_forms(disclosure), start=1))


def form_page(disclosure: Disclosure, number: int) -> FormPage | None:
    """The form with that number, in three queries; None where there is none."""
    forms = list(_forms(disclosure))
    if not 1 <= number <= len(forms):
        return None
    form, precision = forms[number - 1], disclosure.precision
    heads = tuple(_head(position, one, precision) for position, one in enumerate(forms, start=1))
    return FormPage(
        head=heads[number - 1],
        form=form,
        task_titles=tuple(column.title for column in PerformanceTask.columns()),
        tasks=tuple(_task(task, precision) for task in form.tasks.order_by("position")),
        groups=grouped(form.indicators.order_by("position")),
        totals=tuple(_totals(form)),
        forms=heads,
    )


def _forms(disclosure: Disclosure):
    forms = PerformanceForm.objects.filter(disclosure=disclosure)
    return forms.annotate(indicator_count=Count("indicators")).order_by("position")


def _head(number: int, form: PerformanceForm, precision: Precision) -> FormHead:
    return FormHead(
        number=number,
        kind=form.get_kind_display(),
        name=form.name,
        amounts=tuple(
            (_title(column, form), text) for column in form.columns() if (text := form.text(column.name, precision))
        ),
        execution_rate=form.execution_rate,
        score=Score(form.total_score, FULL),
        indicators=form.indicator_count,
    )


def _title(column: Amount, form: PerformanceForm) -> str:
    """The title that a form of this kind prints: that of a whole unit says 部门 where that of a project says 项目."""
    titles = column.titles if form.kind == PerformanceForm.UNIT else ()
    return next((title for title in titles if title.startswith("部门")), column.title)


def _task(task: PerformanceTask, precision: Precision) -> Task:
    amounts = tuple(task.text(column.name, precision) for column in task.columns())
    return Task(task.name, amounts, task.rate, Score(task.score, task.weight))


def _totals(form: PerformanceForm) -> Iterable[tuple[str, str]]:
    """The points printed at the foot of the form, under their titles."""
    for name in POINTS:
        if text := getattr(form, name):
            yield form._meta.get_field(name).verbose_name, text
