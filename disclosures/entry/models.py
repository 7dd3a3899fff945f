"""What entry keeps of its own: files that somebody uploaded, until they are accepted or put aside."""

from django.conf import settings
from django.db import models

from disclosures.statements.models import Disclosure, Unit


class Progress(models.TextChoices):
    """Where an uploaded file stands."""

    WAITING = "waiting", "等待读取"
    READING = "reading", "正在读取"
    READ = "read", "已读，待确认"
    REFUSED = "refused", "没有读入"
    ACCEPTED = "accepted", "已存为草稿"
    DISCARDED = "discarded", "已放弃"


class UploadedFile(models.Model):
    """A file as it came, with what reading it found; nothing of it is in a disclosure before it is accepted.

    Whoever reads it holds it until `held_until` and says again and again that it is still alive; `attempts` tells one
    reader from the next, so that one that was thought dead saves nothing.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="上传人")
    uploaded_at = models.DateTimeField("上传时间", auto_now_add=True)
    name = models.CharField("文件名", max_length=255)
    sha256 = models.CharField("SHA-256", max_length=64)
    content = models.BinaryField("内容")
    state = models.CharField("状态", max_length=10, choices=Progress.choices, default=Progress.WAITING)
    attempts = models.PositiveSmallIntegerField("读取次数", default=0)
    held_until = models.DateTimeField("保留到")
    task = models.UUIDField("任务", null=True)
    unit_name = models.CharField("文件里的单位", max_length=200, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="单位", null=True, related_name="+")
    year = models.PositiveSmallIntegerField("年度", null=True)
    report = models.JSONField("读入报告", default=dict)
    message = models.TextField("说明", blank=True)
    disclosure = models.ForeignKey(Disclosure, models.SET_NULL, verbose_name="草稿", null=True, related_name="+")

    class Meta:
        ordering = ["-pk"]
        verbose_name = verbose_name_plural = "上传的文件"

    def __str__(self):
        return self.name
