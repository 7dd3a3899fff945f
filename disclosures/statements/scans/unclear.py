"""What a scanned document left in doubt: each place with its picture, and how it was settled.

It is kept with the revision, copied, digested and guarded like the parts that the document itself consists of.
"""

from collections.abc import Iterable
from decimal import Decimal

from django.db import models

from disclosures.statements.lines import Part, StatementLine


class Settled(models.TextChoices):
    """How a doubt was settled; open until then."""

    OPEN = "", "待核对"
    BY_SUM = "sum", "与其他数核对相符"
    CONFIRMED = "confirmed", "已由填报单位对照图片确认"
    CORRECTED = "corrected", "已由填报单位对照图片改正"
    NEEDLESS = "needless", "不必核对"  # that pages were scanned at all


class Unclear(Part):
    """A place that was read from a picture with doubt, and the picture.

    `number`, `row` and `column` are the figure of a table that it became, by table, key of the row and name of the
    column; blank for everything else. `figure` is that figure when the doubt was settled, in 元 with two decimals: one
    that is another by now is in doubt again.
    """

    aside = ("by", "by_name", "at")  # not public, and no part of the digest

    text = models.TextField("认作", blank=True, help_text="程序从图片认出的文字")
    reason = models.CharField("为什么", max_length=500, help_text="为什么不能肯定")
    picture = models.TextField("原样", blank=True, help_text="原件上的这一处，Base64 的 PNG")
    number = models.CharField("表号", max_length=2, blank=True, help_text="成为哪张表里的数")
    row = models.CharField("行", max_length=60, blank=True, help_text="这张表的哪一行")
    column = models.CharField("栏", max_length=60, blank=True, help_text="这一行的哪一栏")
    verdict = models.TextField("核对", blank=True, help_text="其他数说明什么")
    settled = models.CharField(
        "怎样核对", max_length=10, blank=True, choices=Settled.choices, default=Settled.OPEN, help_text="没有核对就留空"
    )
    figure = models.CharField("核对时的数", max_length=30, blank=True, help_text="元，两位小数")
    by = models.PositiveBigIntegerField("核对人编号", null=True, blank=True, help_text="不公开")
    by_name = models.CharField("核对人", max_length=150, blank=True, help_text="当时的姓名或用户名；不公开")
    at = models.DateTimeField("核对时间", null=True, blank=True, help_text="什么时候对照了图片")

    class Meta(Part.Meta):
        verbose_name = verbose_name_plural = "看不清的地方"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["disclosure", "position"], name="%(class)s_position")]

    def __str__(self) -> str:
        return f"{self.place} {self.text}"[:100]

    @property
    def seat(self) -> tuple[str, str, str]:
        """The figure that it became; three blanks for none."""
        return self.number, self.row, self.column


def figure_in(line: StatementLine | None, column: str) -> str:
    """The figure of a line as a settled doubt keeps it: 元 with two decimals, "" where nothing is printed."""
    value: Decimal | None = line.amounts.get(column) if line else None
    return "" if value is None else f"{value:.2f}"


def line_of(doubt: Unclear, lines: Iterable[StatementLine]) -> StatementLine | None:
    """The line of its table that it is about."""
    return next((line for line in lines if line.key == doubt.row), None)


def is_open(doubt: Unclear, lines: Iterable[StatementLine]) -> bool:
    """Whether somebody has still to compare it; `lines` are those of its table."""
    if doubt.settled == Settled.NEEDLESS or not doubt.settled:
        return not doubt.settled
    return bool(doubt.number) and figure_in(line_of(doubt, lines), doubt.column) != doubt.figure
