"""What each unit calls a code: one row, however many of its years and tables print it."""

from django.db import models

from disclosures.classification.codes import SCHEMES
from disclosures.statements.models import Unit


class PrintedName(models.Model):
    """A name that current disclosures of a real unit print for a code, with the first and the last year of them."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="+", verbose_name="单位", help_text="哪一个单位")
    scheme = models.CharField("分类", max_length=10, choices=SCHEMES, help_text="功能分类或经济分类")
    code = models.CharField("编码", max_length=7, help_text="功能分类或经济分类的编码")
    name = models.CharField("名称", max_length=200, help_text="表里印的名称，去掉空格")
    first_year = models.PositiveSmallIntegerField("最早年度", help_text="现行的决算里最早的一年")
    last_year = models.PositiveSmallIntegerField("最近年度", help_text="现行的决算里最近的一年")

    class Meta:
        verbose_name = verbose_name_plural = "印过的科目名称"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["scheme", "code", "name", "unit"], name="a_unit_prints_a_name_once")
        ]
        indexes = [models.Index(fields=["scheme", "name", "code"], name="printed_names_by_name")]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
