"""What can be found: one row for each text of a current revision, with the tokens that the database indexes."""

from django.db import models

from disclosures.statements.models import Disclosure


class EntryKind(models.TextChoices):
    """What a find is; the titles head the groups of finds."""

    UNIT = "unit", "单位"
    TERM = "term", "名词"
    ROW = "row", "表中的行"
    MATTER = "matter", "其他事项"
    NOTE = "note", "表注"
    PERFORMANCE = "performance", "绩效"
    TEXT = "text", "文字说明"


class SearchEntry(models.Model):
    """A text that can be found, as it is shown. `tokens` is the only part that is searched.

    The index over the tokens (FTS5 on SQLite, a tsvector on PostgreSQL) is kept in step by the database itself.
    """

    kind = models.CharField(
        "种类", max_length=12, choices=EntryKind, help_text="单位、名词、表中的行、其他事项、表注、绩效或文字说明"
    )
    disclosure = models.ForeignKey(
        Disclosure,
        models.CASCADE,
        null=True,
        verbose_name="决算公开",
        help_text="单位和名词不属于某一份",
        related_name="+",
    )
    year = models.PositiveSmallIntegerField("年度", default=0, help_text="排列先后用；新的在前")
    number = models.CharField("表号", max_length=4, blank=True, help_text="公开0N表中的 0N，或第几张自评表")
    key = models.CharField("地址", max_length=120, blank=True, help_text="在单位、表、自评表或文字中的哪一处")
    title = models.CharField("标题", max_length=200, blank=True, help_text="名称，或文字所在的小标题")
    text = models.TextField("文字", blank=True, help_text="显示的文字")
    figures = models.JSONField("金额", default=list, blank=True, help_text="每个数：栏目、写法、元、地址")
    tokens = models.TextField("词", help_text="供检索的词，以空格分开")

    class Meta:
        verbose_name = verbose_name_plural = "检索条目"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key"], condition=models.Q(disclosure=None), name="one_entry_of_all_disclosures"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.title}"
