"""Administrative divisions: where each lies, the years its code is in use, what became of it."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models

from disclosures.classification.codes import region_parents

PROVINCE, CITY, COUNTY = 1, 2, 3
REGION_LEVELS = ((PROVINCE, "省级"), (CITY, "地级"), (COUNTY, "县级"))
WITH_PATH = "parent__parent"  # a county lies in a city, and that in a province: no path is longer


class Region(models.Model):
    """An administrative division (行政区划); its code stays its own when it is merged into another."""

    code = models.CharField(
        "行政区划代码",
        max_length=6,
        primary_key=True,
        validators=[RegexValidator(r"^[0-9]{6}\Z", "行政区划代码是六位数字。")],
        help_text="六位数字，如 210400",
    )
    name = models.CharField("名称", max_length=100, help_text="如“抚顺市”")
    level = models.PositiveSmallIntegerField(
        "级别", choices=REGION_LEVELS, null=True, blank=True, help_text="省级、地级或县级"
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name="上级",
        help_text="所在的市；由省直接管理的，是省。留空则按代码的前几位去找",
    )
    first_year = models.PositiveSmallIntegerField("启用年度", null=True, blank=True, help_text="不清楚就留空")
    last_year = models.PositiveSmallIntegerField(
        "停用年度", null=True, blank=True, help_text="最后使用的年度；在用就留空"
    )
    earlier_name = models.CharField(
        "曾用名", max_length=100, blank=True, help_text="代码未变、名称改过的，填原来的名称"
    )
    renamed_in = models.PositiveSmallIntegerField("改名年度", null=True, blank=True, help_text="从哪一年起用现在的名称")
    lists_units = models.BooleanField(
        "单位名单齐全",
        default=False,
        help_text="这里的预算单位都录进了后台才勾选；勾选后，“谁在什么时候公开”会列出名单里还没有公开的单位",
    )
    listed_name = models.CharField(
        "清单名称", max_length=100, blank=True, editable=False, help_text="上次载入时清单里的名称；空着的不在清单里"
    )

    class Meta:
        verbose_name = verbose_name_plural = "行政区划"
        ordering = ["code"]

    def __str__(self) -> str:
        until = f"（至 {self.last_year} 年）" if self.last_year else ""
        return f"{self.code} {self.full_name}{until}"

    def clean(self) -> None:
        """A parent stands on a wider level, so that no way up can come back to where it began."""
        if self.parent is None:
            self.parent = Region.objects.filter(code__in=region_parents(self.code)).last()
        if self.level is None and self.parent and self.parent.level:
            self.level = self.parent.level + 1
        if self.parent and not (self.level and self.parent.level and self.parent.level < self.level <= COUNTY):
            raise ValidationError({"parent": f"{self.parent.name}不能是上级；上级应当比它高一级或两级，最低到县级。"})

    def path(self) -> list["Region"]:
        """The wider regions and this one, outermost first; no query where `WITH_PATH` was selected with it."""
        city = self.parent
        province = city and city.parent
        return [region for region in (province, city, self) if region]

    @property
    def full_name(self) -> str:
        """As an address says it: 辽宁省抚顺市."""
        return "".join(region.name for region in self.path())

    def holds_in(self, year: int) -> bool:
        """Whether the code is in use in that year; an open end excludes nothing."""
        return (self.first_year or year) <= year <= (self.last_year or year)

    def name_in(self, year: int) -> str:
        """What it was called in that year."""
        return self.earlier_name if self.renamed_in and year < self.renamed_in else self.name


class RegionChange(models.Model):
    """What became of a region whose code is no longer in use; a region that was divided has several."""

    year = models.PositiveSmallIntegerField("年度", help_text="从哪一年起")
    old = models.ForeignKey(
        Region, models.CASCADE, related_name="became", verbose_name="原区划", help_text="代码停用的区划"
    )
    new = models.ForeignKey(
        Region, models.CASCADE, related_name="came_from", verbose_name="现区划", help_text="接替它的区划"
    )
    kind = models.CharField("变更", max_length=20, help_text="如“撤县设区”")
    document = models.CharField("批准文号", max_length=50, blank=True, help_text="不清楚就留空")

    class Meta:
        verbose_name = verbose_name_plural = "区划变更"
        ordering = ["year", "old", "new"]
        constraints = [models.UniqueConstraint(fields=["old", "new"], name="a_region_becomes_another_once")]

    def __str__(self) -> str:
        return f"{self.year} 年 {self.old_id} → {self.new_id}"


def regions_in_year(code: str, year: int) -> list[Region]:
    """What stands for the code in that year: the region itself, or what it became, or what it was made of before.

    Several where it was divided or merged; none where the lists do not know. Two or three queries for each change.
    """
    in_use: dict[str, Region] = {}
    seen: set[str] = set()
    waiting = {code}
    while waiting:
        seen |= waiting
        steps = Region.objects.filter(code__in=waiting).select_related(WITH_PATH)
        regions = list(steps.prefetch_related("became", "came_from"))
        in_use.update((region.code, region) for region in regions if region.holds_in(year))
        waiting = {other for region in regions for other in _toward(region, year)} - seen
    return [in_use[code] for code in sorted(in_use)]


def _toward(region: Region, year: int) -> Iterator[str]:
    """The codes one step nearer to the year; none where the region's own code is in use then."""
    if region.last_year and year > region.last_year:
        yield from (change.new_id for change in region.became.all())
    elif region.first_year and year < region.first_year:
        yield from (change.old_id for change in region.came_from.all())
