"""The log itself. It names persons, units and rows by number and by what they were called, and refers to no table.

A reference would be emptied or would take the entry with it when what it refers to goes; both are changes of the log.
"""

import json
from typing import ClassVar

from django.db import models

LONGEST_TEXT = 500


class Kind(models.TextChoices):
    """What was done."""

    ADDED = "added", "新增"
    CHANGED = "changed", "修改"
    DELETED = "deleted", "删除"
    STEP = "step", "流程"
    SIGNED_IN = "signed_in", "登录"
    SIGNED_OUT = "signed_out", "退出"
    REFUSED = "refused", "登录失败"
    LOCKED_OUT = "locked_out", "登录锁定"


class Readable(json.JSONEncoder):
    """Chinese as it is, so that the database finds it, in half the space."""

    def __init__(self, **options):
        super().__init__(**(options | {"ensure_ascii": False}))


class Change(models.Model):
    """What one person did at one time to rows of one model, of one disclosure where they belong to one."""

    at = models.DateTimeField("时间", auto_now_add=True, db_index=True, help_text="什么时候")
    by = models.PositiveBigIntegerField("经办人编号", null=True, db_index=True, help_text="没有登录的、由命令做的留空")
    by_name = models.CharField("经办人", max_length=150, help_text="当时的姓名或用户名")
    address = models.CharField("来自", max_length=45, blank=True, help_text="客户端的网络地址；由命令做的留空")
    request = models.CharField("请求", max_length=32, blank=True, help_text="同一次请求做的，编号相同")
    kind = models.CharField("做了什么", max_length=10, choices=Kind, help_text="增、改、删、流程，或登录")
    model = models.CharField("内容", max_length=60, blank=True, help_text="哪一种内容；登录的留空")
    unit_number = models.PositiveBigIntegerField("单位编号", null=True, db_index=True, help_text="不属于哪个单位的留空")
    unit = models.CharField("单位", max_length=30, blank=True, help_text="行政区划和单位编码，如 210400-011001")
    disclosure = models.PositiveBigIntegerField("决算编号", null=True, db_index=True, help_text="不属于哪份决算的留空")
    year = models.PositiveSmallIntegerField("年度", null=True, help_text="决算的年度")
    revision = models.PositiveSmallIntegerField("版次", null=True, help_text="决算的版次")
    text = models.CharField("说明", max_length=LONGEST_TEXT, blank=True, help_text="哪一行，或一共几行")
    rows = models.JSONField(
        "改动", default=list, encoder=Readable, help_text="每一行的编号、名称，和改了的栏目的原值、新值"
    )

    class Meta:
        verbose_name = verbose_name_plural = "修改记录"
        ordering: ClassVar[list[str]] = ["-pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.by_name} {self.get_kind_display()} {self.text}"
