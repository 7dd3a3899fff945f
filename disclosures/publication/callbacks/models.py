"""Who is told, and what each is still owed; nothing here is about a person."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from disclosures.publication.following.models import Following
from disclosures.statements.models import Disclosure


class Subscription(Following):
    """A program's address that is told what is new in one feed, once it has confirmed that it wants that."""

    class Progress(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting", "等对方确认"
        ACTIVE = "active", "已确认"
        LEAVING = "leaving", "等对方确认退订"
        STOPPED = "stopped", "送不到，已停"

    callback = models.CharField("接收地址", max_length=1000, help_text="对方的网址")
    secret = models.CharField("密钥", max_length=200, help_text="对方给的，用来签名")
    state = models.CharField("状态", max_length=10, choices=Progress, default=Progress.WAITING, help_text="办到哪一步")
    client = models.CharField("来处", max_length=64, blank=True, help_text="只用来限制次数，一天后删除")
    asked_at = models.DateTimeField("提出时间", auto_now_add=True, help_text="收到的时间")
    attempts = models.PositiveSmallIntegerField("确认次数", default=0, help_text="请对方确认了几次")
    next_at = models.DateTimeField("下次", default=timezone.now, null=True, help_text="什么时候再请对方确认")
    trouble = models.CharField("问题", max_length=200, blank=True, help_text="最近一次没有成的原因")

    class Meta:
        verbose_name = verbose_name_plural = "订阅推送"
        ordering: ClassVar[list[str]] = ["-pk"]
        default_permissions = ("view",)
        constraints: ClassVar = [models.UniqueConstraint(fields=["callback", "topic"], name="one_subscription_of_each")]

    def __str__(self) -> str:
        return f"{self.callback} {self.topic}"


class Delivery(models.Model):
    """One publication that one subscriber is owed; `key` lets who gets it twice know that it is one."""

    subscription = models.ForeignKey(Subscription, models.CASCADE, verbose_name="订阅", help_text="送给谁")
    disclosure = models.ForeignKey(
        Disclosure, models.CASCADE, related_name="+", verbose_name="决算公开", help_text="哪一版"
    )
    key = models.CharField("消息编号", max_length=32, unique=True, help_text="重复送达时编号不变")
    made_at = models.DateTimeField("时间", auto_now_add=True, help_text="发布的时间")
    attempts = models.PositiveSmallIntegerField("次数", default=0, help_text="送了几次")
    next_at = models.DateTimeField("下次", default=timezone.now, null=True, help_text="空的是已经送到或放弃")
    delivered_at = models.DateTimeField("送达时间", null=True, help_text="对方收下的时间")
    trouble = models.CharField("问题", max_length=200, blank=True, help_text="最近一次没有送到的原因")

    class Meta:
        verbose_name = verbose_name_plural = "推送的消息"
        default_permissions = ("view",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["subscription", "disclosure"], name="one_delivery_of_each")
        ]
        indexes: ClassVar = [models.Index(fields=["next_at"], name="deliveries_due")]

    def __str__(self) -> str:
        return self.key
