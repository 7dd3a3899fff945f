"""How a document was read: kept beside the disclosure that came of it, for the clerk who answers for the figures."""

from django.db import models

from disclosures.statements.models import Disclosure


class ReadingReport(models.Model):
    """Problems, repairs and unread text of one reading, as `report.how_it_was_read` gives them."""

    disclosure = models.OneToOneField(
        Disclosure,
        models.CASCADE,
        verbose_name="决算公开",
        help_text="读入后成为哪一份决算公开",
        related_name="reading_report",
    )
    content = models.JSONField("内容", help_text="问题、修补和未读的文字，各有出处")
    digest = models.CharField(
        "读入时的校验码", max_length=64, blank=True, help_text="刚读入时全部内容的 SHA-256；与现在不同，就是手工改过"
    )
    made_at = models.DateTimeField("读入时间", auto_now_add=True, help_text="读入文件的时间")

    class Meta:
        verbose_name = verbose_name_plural = "读入报告"

    def __str__(self) -> str:
        return f"{self.disclosure}的读入报告"
