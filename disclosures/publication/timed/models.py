"""When a submitted revision is to be published, who said so, and what became of it; a plan is never removed."""

from typing import ClassVar

from django.db import models

from disclosures.statements.models import Disclosure


class PublicationPlan(models.Model):
    """One plan for one revision. It holds for what was submitted then, known by its digest, and for nothing later."""

    class Outcome(models.TextChoices):
        """What became of a plan."""

        WAITING = "waiting", "等待发布"
        DONE = "done", "已按时发布"
        CANCELLED = "cancelled", "已取消"
        FAILED = "failed", "没有发布"

    disclosure = models.ForeignKey(
        Disclosure, models.CASCADE, related_name="plans", verbose_name="决算公开", help_text="哪一版"
    )
    at = models.DateTimeField("发布时间", help_text="北京时间")
    digest = models.CharField("安排时的摘要", max_length=64, help_text="内容变了，安排就不再有效")
    by = models.PositiveBigIntegerField("安排人编号", null=True, help_text="由命令安排的留空")
    made_at = models.DateTimeField("安排的时间", auto_now_add=True, help_text="什么时候安排的")
    outcome = models.CharField(
        "结果", max_length=10, choices=Outcome, default=Outcome.WAITING, help_text="后来怎么样了"
    )
    ended_at = models.DateTimeField("了结的时间", null=True, help_text="什么时候有了结果")
    message = models.TextField("说明", blank=True, help_text="没有发布的原因")

    class Meta:
        verbose_name = verbose_name_plural = "定时发布"
        ordering: ClassVar[list[str]] = ["at", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["disclosure"], condition=models.Q(outcome="waiting"), name="one_waiting_plan_of_a_revision"
            )
        ]

    def __str__(self) -> str:
        return f"{self.disclosure} {self.get_outcome_display()}"
