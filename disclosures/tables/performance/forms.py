"""A form of self-evaluation as it is shown: its money, words, tasks, indicators and total; nothing is fetched here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Field, Model

from disclosures.amounts import Precision
from disclosures.statements.fields import Amount, field_title
from disclosures.statements.models import PerformanceForm, PerformanceIndicator, PerformanceTask
from disclosures.tables.performance.indicators import IndicatorGroup, Score, grouped

FULL = "100"  # points that a form can reach
POINTS = ("subtotal", "execution_score", "deduction", "total_score")


@dataclass(frozen=True)
class FormHead:
    """A form with its number in addresses, its amounts as printed under their titles, and its score out of 100.

    An amount comes after its title and before what its field is called in addresses.
    """

    number: int
    href: str
    kind: str
    name: str
    amounts: tuple[tuple[str, str, str], ...]
    execution_rate: str
    score: Score
    indicators: int
    is_of_unit: bool

    @property
    def title(self) -> str:
        """What to call the form: a project by its name; that of the whole unit by its kind, for the unit is known."""
        return self.kind if self.is_of_unit else self.name


@dataclass(frozen=True)
class Task:
    """A row of 年度主要任务 with its own address, amounts as printed."""

    anchor: str
    name: str
    amounts: tuple[str, ...]
    rate: str
    score: Score


@dataclass(frozen=True)
class FormPage:
    """One form from head to total, among the others."""

    head: FormHead
    form: PerformanceForm
    titles: dict[str, str]
    task_titles: tuple[str, ...]
    tasks: tuple[Task, ...]
    groups: tuple[IndicatorGroup, ...]
    totals: tuple[tuple[str, str, str], ...]
    forms: tuple[FormHead, ...] = ()


def page_of(
    head: FormHead,
    form: PerformanceForm,
    tasks: Iterable[PerformanceTask],
    indicators: Iterable[PerformanceIndicator],
    precision: Precision,
    address_of: Callable[[str], str],
    forms: tuple[FormHead, ...] = (),
) -> FormPage:
    """The form with its rows in their order; `address_of` tells where a place of the source can be seen."""
    return FormPage(
        head=head,
        form=form,
        titles=form_titles(),
        task_titles=tuple(column.title for column in PerformanceTask.columns()),
        tasks=tuple(_task(task, precision) for task in tasks),
        groups=grouped(indicators, address_of),
        totals=tuple(_totals(form)),
        forms=forms,
    )


def head_of(number: int, href: str, form: Any, precision: Precision, indicators: int) -> FormHead:
    """The head of the form with that number and address, which has so many indicators."""
    return FormHead(
        number=number,
        href=href,
        kind=form.get_kind_display(),
        name=form.name,
        amounts=tuple(
            (_title(column, form), text, column.name)
            for column in form.columns()
            if (text := form.text(column.name, precision))
        ),
        execution_rate=form.execution_rate,
        score=Score(form.total_score, FULL),
        indicators=indicators,
        is_of_unit=form.kind == PerformanceForm.UNIT,
    )


def _title(column: Amount, form: PerformanceForm) -> str:
    """The title that a form of this kind prints: that of a whole unit says 部门 where that of a project says 项目."""
    titles = column.titles if form.kind == PerformanceForm.UNIT else ()
    return next((title for title in titles if title.startswith("部门")), column.title)


def form_titles() -> dict[str, str]:
    """The words of the form for what is no amount, by field; `task` and `indicator` head the names of these rows."""
    fields = [field for model in (PerformanceForm, PerformanceTask, PerformanceIndicator) for field in _words(model)]
    names = {"task": PerformanceTask, "indicator": PerformanceIndicator}
    return {field.name: str(field.verbose_name) for field in fields} | {
        key: field_title(model, "name") for key, model in names.items()
    }


def _words(model: type[Model]) -> Iterable[Field]:
    return (field for field in model._meta.concrete_fields if not isinstance(field, Amount))


def _task(task: PerformanceTask, precision: Precision) -> Task:
    amounts = tuple(task.text(column.name, precision) for column in task.columns())
    return Task(f"t{task.position}", task.name, amounts, task.rate, Score(task.score, task.weight))


def _totals(form: PerformanceForm) -> Iterable[tuple[str, str, str]]:
    """The points printed at the foot of the form, under their titles, with the names of their fields."""
    for name in POINTS:
        if text := getattr(form, name):
            yield field_title(PerformanceForm, name), text, name
