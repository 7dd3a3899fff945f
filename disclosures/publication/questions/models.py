"""What a reader asks about a place of a revision, and what becomes of it; what was asked stays as it is."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from disclosures.statements.models import Disclosure


class ReaderQuestion(models.Model):
    """One question. Who asks is nobody here: an e-mail address, if any, goes once the answer is told."""

    class Progress(models.TextChoices):
        """What became of a question."""

        OPEN = "open", "待答复"
        ANSWERED = "answered", "已答复"
        PUBLISHED = "published", "已公开"
        WITHDRAWN = "withdrawn", "已撤下"
        REFUSED = "refused", "不予答复"

    disclosure = models.ForeignKey(
        Disclosure, models.CASCADE, related_name="questions", verbose_name="决算公开", help_text="问的是哪一版"
    )
    place = models.CharField("位置", max_length=200, blank=True, help_text="问的地方在这一版里的网址；空的是整份决算")
    subject = models.CharField("问的是", max_length=500, help_text="位置的说法，如哪张表、哪一行、哪一栏、什么数")
    text = models.TextField("问题", max_length=1000, help_text="读者写的原话")
    email = models.EmailField("邮箱", blank=True, help_text="不公开；答复告诉读者以后删除，最多保存 180 天")
    client = models.CharField("来处", max_length=64, blank=True, help_text="只用来限制次数，一天后删除")
    key = models.CharField("查询码", max_length=32, unique=True, help_text="读者用它查看答复")
    asked_at = models.DateTimeField("提问时间", auto_now_add=True, help_text="收到的时间")
    state = models.CharField("状态", max_length=10, choices=Progress, default=Progress.OPEN, help_text="办到哪一步")
    answer = models.TextField("答复", max_length=2000, blank=True, help_text="告诉读者；公开以后显示在这个数旁边")
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="答复人", help_text="不公开"
    )
    answered_at = models.DateTimeField("答复时间", null=True, help_text="最后一次答复的时间")
    shown_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="公开人",
        help_text="决定公开的人，不能是答复人；不公开",
    )  # fmt: skip
    shown_at = models.DateTimeField("公开或撤下的时间", null=True, help_text="公开页面上最后一次改变的时间")
    digest = models.CharField("校验码", max_length=64, blank=True, help_text="公开时问和答的 SHA-256")

    class Meta:
        verbose_name = verbose_name_plural = "读者提问"
        ordering: ClassVar[list[str]] = ["-pk"]
        default_permissions = ("view",)
        permissions = [
            ("answer_readerquestion", "可以答复读者"),
            ("publish_readerquestion", "可以公开和撤下问答"),
        ]
        indexes = [models.Index(fields=["client", "asked_at"], name="questions_of_a_client")]

    def __str__(self) -> str:
        return f"第 {self.pk} 号：{self.text[:40]}"
