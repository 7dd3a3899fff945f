"""Made-up self-evaluation forms: one of the whole unit, one for each of some projects; their points add up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from disclosures.amounts import rounded
from disclosures.demo.drawing import split
from disclosures.demo.exact import NOTHING, Exact, Project, total
from disclosures.demo.indicators import OF_PROJECT, OF_UNIT, indicators, points
from disclosures.demo.profile import Profile
from disclosures.statements.lines import Part
from disclosures.statements.models import PerformanceForm, PerformanceIndicator, PerformanceTask

_TASKS = ("基本支出人员经费", "基本支出公用经费", "重点项目经费", "其他工作经费")
_TASK_WEIGHT = Decimal(10)


@dataclass(frozen=True)
class MadeForm:
    """A form with its tasks and indicators, unsaved."""

    form: PerformanceForm
    tasks: list[PerformanceTask] = field(default_factory=list)
    indicators: list[PerformanceIndicator] = field(default_factory=list)

    def parts(self) -> Iterator[Part]:
        """The form before what belongs to it."""
        yield from (self.form, *self.tasks, *self.indicators)


def forms_of(random: Random, exact: Exact, profile: Profile, unit_name: str) -> list[MadeForm]:
    """The unit's form and those of its projects; none where no project is evaluated."""
    projects = exact.projects[: profile.projects]
    if not projects:
        return []
    forms = [
        _of_unit(random, exact, profile, unit_name),
        *(_of_project(random, project, profile, unit_name) for project in projects),
    ]
    for made in forms:
        for task in made.tasks:
            task.form = made.form
        for indicator in made.indicators:
            indicator.form = made.form
    _number(form.form for form in forms)
    _number(task for form in forms for task in form.tasks)
    _number(indicator for form in forms for indicator in form.indicators)
    return forms


def _number(parts: Iterable[Part]) -> None:
    for position, part in enumerate(parts, start=1):
        part.position = position


def _of_unit(random: Random, exact: Exact, profile: Profile, unit_name: str) -> MadeForm:
    budget = rounded(
        total(project.budget for project in exact.projects) + total(exact.economic.values()), profile.precision
    )
    form = PerformanceForm(
        kind=PerformanceForm.UNIT, name=unit_name, income_budget=budget, budget=budget,
        goal="保障单位正常运转，完成年度各项重点工作任务。", outcome="年度各项重点工作任务已按计划完成。",
    )  # fmt: skip
    tasks = [_task(task, name) for task, name in zip(_tasks(random, exact, profile), _TASKS, strict=True)]
    made = MadeForm(form, tasks, indicators(random, OF_UNIT, 100 - _TASK_WEIGHT * len(tasks)))
    form.total_score = _plain(
        points([*(task.score for task in made.tasks), *(indicator.score for indicator in made.indicators)])
    )
    return made


def _tasks(random: Random, exact: Exact, profile: Profile) -> list[Decimal]:
    return [rounded(share, profile.precision) for share in split(random, total(exact.economic.values()), len(_TASKS))]


def _task(amount: Decimal, name: str) -> PerformanceTask:
    weight = _plain(_TASK_WEIGHT)
    return PerformanceTask(
        name=name, allocated=amount, executed=amount, rate="100.00%" if amount else "", weight=weight, score=weight
    )


def _of_project(random: Random, project: Project, profile: Profile, unit_name: str) -> MadeForm:
    rate = project.executed / project.budget if project.budget else NOTHING
    budget = rounded(project.budget, profile.precision)
    form = PerformanceForm(
        kind=PerformanceForm.PROJECT, name=project.name, department=unit_name, implementing_unit=unit_name,
        budget=budget, executed=rounded(project.executed, profile.precision),
        execution_rate=f"{rate * 100:.2f}%" if budget else "",
        goal=f"通过{project.name}保障相关工作开展。", outcome="已按计划完成。",
    )  # fmt: skip
    made = MadeForm(form, indicators=indicators(random, OF_PROJECT, Decimal(90)))
    subtotal, execution = points(indicator.score for indicator in made.indicators), (10 * rate).quantize(NOTHING)
    form.subtotal, form.execution_score, form.deduction = _plain(subtotal), _plain(execution), "0"
    form.total_score = _plain(subtotal + execution)
    return made


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
