"""The steps that a revision has taken: who, when, why. Rows are added and never changed, as the database sees to."""

from collections.abc import Collection
from typing import Any

from django.db import models

from disclosures.audit.acting import SYSTEM, name_of
from disclosures.publication.steps import RETURN, REVISE, STEPS, Step
from disclosures.statements.models import Disclosure


class StepTaken(models.Model):
    """One step of one revision. The person is kept by number and name, so that it stays when the account goes."""

    disclosure = models.ForeignKey(
        Disclosure, models.CASCADE, verbose_name="决算公开", help_text="哪一版", related_name="steps_taken"
    )
    step = models.CharField(
        "步骤", max_length=10, choices=[(step.key, step.name) for step in (*STEPS, REVISE)], help_text="走了哪一步"
    )
    at = models.DateTimeField("时间", auto_now_add=True, help_text="什么时候")
    by = models.PositiveBigIntegerField("经办人编号", null=True, help_text="谁；由命令执行的留空")
    by_name = models.CharField("经办人", max_length=150, help_text="当时的姓名或用户名")
    reason = models.TextField("原因", blank=True, help_text="退回和撤回要写明原因")

    class Meta:
        verbose_name = verbose_name_plural = "经过"
        ordering = ["disclosure", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.disclosure} {self.get_step_display()}"


def note(step: Step, disclosure: Disclosure, by: Any = None, reason: str = "") -> None:
    """Add a step; belongs into the transaction in which it is taken."""
    name = name_of(by) if by else SYSTEM
    StepTaken.objects.create(
        disclosure=disclosure, step=step.key, by=by.pk if by else None, by_name=name, reason=reason
    )


def last_of(step: Step, disclosure: Disclosure) -> StepTaken | None:
    """The last time that the revision took that step."""
    return StepTaken.objects.filter(disclosure=disclosure, step=step.key).last()


def history_of(disclosure: Disclosure) -> list[StepTaken]:
    """All steps in their order; fetched once for each disclosure at hand."""
    kept = vars(disclosure)
    if "_history" not in kept:
        kept["_history"] = list(StepTaken.objects.filter(disclosure=disclosure).order_by("pk"))
    return kept["_history"]


def fetch_histories(disclosures: Collection[Disclosure]) -> None:
    """The steps of all of them, in one query, for whoever asks each afterwards."""
    found: dict[int, list[StepTaken]] = {disclosure.pk: [] for disclosure in disclosures}
    for step in StepTaken.objects.filter(disclosure__in=found).order_by("pk"):
        found[step.disclosure_id].append(step)
    for disclosure in disclosures:
        vars(disclosure)["_history"] = found[disclosure.pk]


def returned_because(disclosure: Disclosure) -> StepTaken | None:
    """Why a draft is one again: its last step, where that sent it back; None for anything else."""
    last = next(reversed(history_of(disclosure)), None)
    return last if last and last.step == RETURN.key else None
