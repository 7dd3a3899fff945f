"""Official codes with their names by year, a tree of them in one query; regions stand in a file of their own."""

from django.db import models

from disclosures.classification.codes import LISTED_SCHEMES, level_of, parents_of
from disclosures.classification.official import CONFIRMED, HISTORICAL, STATUSES, surely_since
from disclosures.classification.regions import Region, RegionChange

__all__ = ["Code", "Region", "RegionChange"]


class CodeQuerySet(models.QuerySet):
    """Trees by prefix, each in one query."""

    def of_year(self, year: int) -> "CodeQuerySet":
        """The names that hold in that year; an open end excludes nothing."""
        started = models.Q(first_year=None) | models.Q(first_year__lte=year)
        not_ended = models.Q(last_year=None) | models.Q(last_year__gte=year)
        return self.filter(started & not_ended)

    def modern(self) -> "CodeQuerySet":
        """Without the names that only an earlier list has."""
        return self.exclude(status=HISTORICAL)

    def in_time(self) -> "CodeQuerySet":
        """In the order of the codes, the oldest name of each first; one without a beginning is older than one with."""
        return self.order_by("code", models.F("first_year").asc(nulls_first=True))

    def path_to(self, scheme: str, code: str) -> "CodeQuerySet":
        """The code with all above it, outermost first."""
        return self.filter(scheme=scheme, code__in=[*parents_of(code), code])

    def tree_below(self, scheme: str, code: str = "") -> "CodeQuerySet":
        """The code with all below it, in the order of the tree; the whole scheme without a code."""
        return self.filter(scheme=scheme, code__startswith=code)


class Code(models.Model):
    """A code of an official classification with the name it bears in some years."""

    scheme = models.CharField("分类", max_length=10, choices=LISTED_SCHEMES, help_text="功能分类或经济分类")
    code = models.CharField("编码", max_length=7, help_text="类 3 位，款 5 位，项 7 位")
    name = models.CharField("名称", max_length=200, help_text="科目名称")
    first_year = models.PositiveSmallIntegerField("起始年度", null=True, blank=True, help_text="不清楚就留空")
    last_year = models.PositiveSmallIntegerField("截止年度", null=True, blank=True, help_text="仍在使用就留空")
    status = models.CharField("核实情况", max_length=20, choices=STATUSES, default=CONFIRMED, help_text="是否可信")
    years_seen = models.CharField("见于年度", max_length=100, blank=True, help_text="哪些年度的公开文件用过")

    listed_in = models.PositiveSmallIntegerField(
        "清单年度", null=True, blank=True, help_text="财政部门的哪一年科目表定的；没有就留空"
    )

    objects = CodeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "科目"
        ordering = ["scheme", "code", "first_year"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "code", "first_year"], name="one_name_per_code_and_year"),
            models.UniqueConstraint(
                fields=["scheme", "code"], condition=models.Q(first_year=None), name="one_name_of_unknown_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def level(self) -> str:
        """类, 款 or 项."""
        return level_of(self.code)

    @property
    def is_historical(self) -> bool:
        """Whether only an earlier list has it."""
        return self.status == HISTORICAL

    @property
    def surely_since(self) -> int | None:
        """The first year of which it is known that the name held; None where no year is."""
        return surely_since(self.first_year, self.years_seen)

    @property
    def is_confirmed(self) -> bool:
        """Whether both the code and its name were read together in a published document."""
        return self.status == CONFIRMED
