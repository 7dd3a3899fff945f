"""Figures of current revisions, taken out of their lines so that they can be ranked, added up and listed at once."""

from django.db import models

from disclosures.statements.fields import Amount
from disclosures.statements.models import Disclosure, PerformanceIndicator


class CodeTotal(models.Model):
    """What one current revision prints for one code in one column; a printed 0.00 is a figure, a blank is none.

    `whole` is the table's own total in the same column, so that a share needs no second look; 元, exact, both.
    """

    disclosure = models.ForeignKey(
        Disclosure, models.CASCADE, related_name="+", verbose_name="决算公开", help_text="哪一份现行的决算"
    )
    year = models.PositiveSmallIntegerField("年度", help_text="决算所属的年度")
    table = models.CharField("表号", max_length=2, help_text="公开0N表中的 0N")
    column = models.CharField("栏目", max_length=40, help_text="表中的哪一栏")
    code = models.CharField("科目编码", max_length=16, help_text="功能分类或经济分类的编码")
    amount = Amount("金额")
    whole = Amount("本表合计")

    class Meta:
        verbose_name = verbose_name_plural = "分科目汇总"
        indexes = [
            models.Index(fields=["code", "table", "column", "year", "-amount", "disclosure"], name="code_totals_ranked")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.amount}"


class YearTotal(models.Model):
    """The few figures that a current revision comes down to; None or "" where it prints none. 元, exact.

    `tables` has a sign for each table of the year's form; see `TableStatus`. `told` counts those that are not missing.
    """

    class TableStatus(models.TextChoices):
        """What a disclosure says in a table."""

        FIGURES = "f", "有数"
        EMPTY = "e", "声明为空"
        MISSING = "-", "没有"

    disclosure = models.OneToOneField(
        Disclosure, models.CASCADE, related_name="totals", verbose_name="决算公开", help_text="哪一份现行的决算"
    )
    income = Amount("本年收入")
    expenditure = Amount("本年支出")
    basic_expenditure = Amount("基本支出")
    project_expenditure = Amount("项目支出")
    three_public_budget = Amount("“三公”经费预算")
    three_public = Amount("“三公”经费")
    score = models.CharField("整体绩效自评得分", max_length=100, blank=True, help_text="照原文")
    tables = models.CharField("各表", max_length=99, help_text="每张表一个字符：有数、声明为空或没有")
    told = models.PositiveSmallIntegerField("已公开的表数", help_text="有数或声明为空的表")

    class Meta:
        verbose_name = verbose_name_plural = "分年度汇总"
        indexes = [models.Index(fields=["-expenditure", "disclosure"], name="year_totals_spent")]

    def __str__(self) -> str:
        return f"{self.disclosure_id} {self.expenditure}"


class Shortfall(models.Model):
    """An indicator of a current revision that missed its target or lost points."""

    disclosure = models.ForeignKey(
        Disclosure, models.CASCADE, related_name="+", verbose_name="决算公开", help_text="哪一份现行的决算"
    )
    indicator = models.OneToOneField(
        PerformanceIndicator, models.CASCADE, related_name="+", verbose_name="绩效指标", help_text="哪一个指标"
    )
    year = models.PositiveSmallIntegerField("年度", help_text="决算所属的年度")
    lost = models.DecimalField("扣分", max_digits=9, decimal_places=3, help_text="分值减得分，只用来排序和筛选")
    is_missed = models.BooleanField("没有达到目标", help_text="目标和完成值都是数，而且没有达到")
    is_explained = models.BooleanField("写了原因", help_text="写了偏差原因或改进措施")

    class Meta:
        verbose_name = verbose_name_plural = "没有达到的绩效指标"
        indexes = [
            models.Index(fields=["-lost", "indicator"], name="shortfalls_by_loss"),
            models.Index(fields=["year", "-lost", "indicator"], name="shortfalls_of_year"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.lost}"


class OtherMatter(models.Model):
    """A figure that the text of a current revision gives of a matter that no table has, such as vehicles kept.

    `value` is 元 for amounts, the number itself for counts; `text` is the figure as printed, at that place of the text.
    """

    disclosure = models.ForeignKey(
        Disclosure, models.CASCADE, related_name="+", verbose_name="决算公开", help_text="哪一份现行的决算"
    )
    year = models.PositiveSmallIntegerField("年度", help_text="决算所属的年度")
    matter = models.CharField("事项", max_length=40, help_text="事项的代号，如 vehicles:kept")
    value = models.DecimalField("数", max_digits=24, decimal_places=4, help_text="金额以元计，数量照原文")
    text = models.CharField("写法", max_length=60, help_text="照原文")
    paragraph = models.PositiveIntegerField("段落", help_text="文字说明的第几段")
    start = models.PositiveIntegerField("第几个字", help_text="在这一段里从第几个字开始，从 0 数起")

    class Meta:
        verbose_name = verbose_name_plural = "其他事项的数"
        constraints = [models.UniqueConstraint(fields=["disclosure", "matter"], name="one_figure_of_each_matter")]
        indexes = [models.Index(fields=["matter", "year", "-value", "disclosure"], name="other_matters_ranked")]

    def __str__(self) -> str:
        return f"{self.matter} {self.text}"
