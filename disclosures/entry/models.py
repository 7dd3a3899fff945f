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

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="上传人", help_text="谁上传的；只有本人看得到"
    )
    uploaded_at = models.DateTimeField("上传时间", auto_now_add=True, help_text="什么时候上传的")
    name = models.CharField("文件名", max_length=255, help_text="上传时的文件名")
    sha256 = models.CharField("SHA-256", max_length=64, help_text="文件内容的校验值")
    content = models.BinaryField("内容", help_text="上传的文件，一个字节也不改；没有取用的，过一段时间清空")
    scan = models.BinaryField("辨认结果", default=b"", help_text="从扫描页辨认出的内容；再看一次不必重新辨认")
    state = models.CharField(
        "状态", max_length=10, choices=Progress.choices, default=Progress.WAITING, help_text="读到哪一步、怎样处理了"
    )
    attempts = models.PositiveSmallIntegerField("读取次数", default=0, help_text="程序读过几次；中断了会再读")
    held_until = models.DateTimeField("保留到", help_text="到这时还没有消息，就由另一个程序接着读")
    task = models.UUIDField("任务", null=True, help_text="后台任务的编号")
    unit_name = models.CharField("文件里的单位", max_length=200, blank=True, help_text="文件上印的单位名称")
    unit = models.ForeignKey(
        Unit, models.PROTECT, verbose_name="单位", help_text="存为哪个单位的决算", null=True, related_name="+"
    )
    year = models.PositiveSmallIntegerField("年度", null=True, help_text="存为哪一年度的决算")
    report = models.JSONField("读入报告", default=dict, help_text="读到的表、问题、修补和未读的文字，各有出处")
    message = models.TextField("说明", blank=True, help_text="为什么没有读入，或者取用了哪些部分")
    disclosure = models.ForeignKey(
        Disclosure, models.SET_NULL, verbose_name="草稿", help_text="存进了哪一份决算", null=True, related_name="+"
    )

    class Meta:
        ordering = ["-pk"]
        verbose_name = verbose_name_plural = "上传的文件"

    def __str__(self):
        return self.name
