"""Who is told by mail, and of what. The address is all that is kept of a person, and no longer than it is written to:
who leaves is deleted, and so is who never confirms.

Publications are told by their number: an alert is owed all up to one number and has been told of all up to another. So
a publication costs one row however many follow, and a thousand of them are one mail.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from disclosures.publication.following.models import Following
from disclosures.statements.models import Disclosure


class MailAlert(Following):
    """One address that follows one feed; nothing but the question whether it wants that is sent before it says so."""

    email = models.EmailField("邮箱", help_text="不公开；退订或没有确认就删除")
    title = models.CharField("订阅的是", max_length=300, help_text="订阅源的名称，写在信里")
    language = models.CharField("语言", max_length=10, help_text="订阅时页面的语言，信用它写")
    key = models.CharField("退订码", max_length=32, unique=True, help_text="只写在发给这个邮箱的信里")
    client = models.CharField("来处", max_length=64, blank=True, help_text="只用来限制次数，一天后删除")
    asked_at = models.DateTimeField("提出时间", default=timezone.now, help_text="收到的时间")
    confirmed_at = models.DateTimeField("确认时间", null=True, help_text="空的是还没有确认")
    owed = models.PositiveBigIntegerField("该告诉到", default=0, help_text="到这个发布序号为止的要告诉")
    told = models.PositiveBigIntegerField("已告诉到", default=0, help_text="到这个发布序号为止的已经告诉")
    attempts = models.PositiveSmallIntegerField("次数", default=0, help_text="这一封发了几次")
    refusals = models.PositiveSmallIntegerField("拒收", default=0, help_text="对方的服务器连续几次说没有这个邮箱")
    next_at = models.DateTimeField("最早", default=timezone.now, null=True, help_text="什么时候可以发；空的是等确认")

    class Meta:
        verbose_name = verbose_name_plural = "邮件订阅"
        default_permissions = ()
        constraints: ClassVar = [models.UniqueConstraint(fields=["email", "topic"], name="one_alert_of_each")]
        indexes: ClassVar = [
            models.Index(fields=["next_at"], name="alerts_due", condition=Q(owed__gt=F("told"))),
            models.Index(fields=["next_at"], name="alerts_to_confirm", condition=Q(confirmed_at=None)),
            models.Index(fields=["client", "asked_at"], name="alerts_of_a_client"),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.topic}"  # the address stands in no log


class MailNews(models.Model):
    """A publication that readers are told of by mail; `number` is that of the publication, and only grows."""

    disclosure = models.OneToOneField(
        Disclosure, models.CASCADE, related_name="+", verbose_name="决算公开", help_text="哪一版"
    )
    number = models.PositiveBigIntegerField("发布序号", unique=True, help_text="发布时的序号")
    made_at = models.DateTimeField("时间", default=timezone.now, help_text="发布的时间")
    is_spread = models.BooleanField("已分派", default=False, help_text="订阅的人都已记上要告诉")

    class Meta:
        verbose_name = verbose_name_plural = "要发信的公开"
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.number)
