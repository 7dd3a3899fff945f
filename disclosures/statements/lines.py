"""The shapes that lines of the official tables come in; every table of `models` takes one of them."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any, Self

from django.db import models
from django.db.models.base import ModelState

from disclosures.amounts import AmountError, AmountUnit, Precision, parse_amount, printed
from disclosures.statements.editions import Former, Promise, former_in, in_year, lasting
from disclosures.statements.fields import Amount
from disclosures.statements.form_rows import SIDES, FormRow
from disclosures.statements.identities import Identity

TOTAL = "total"  # the address of a row that has no code of its own


@cache
def _defaults(model: type[models.Model]) -> tuple[dict, tuple[tuple[str, Callable], ...]]:
    """Defaults that are the same for every object, and those that are made for each."""
    fields = model._meta.concrete_fields
    made = [field for field in fields if field.has_default() and callable(field.default)]
    same = {field.attname: field.get_default() for field in fields if field not in made}
    return same, tuple((field.attname, field.get_default) for field in made)


class Part(models.Model):
    """Anything that belongs to one revision of a disclosure, in the order of the document."""

    disclosure = models.ForeignKey(
        "statements.Disclosure",
        models.CASCADE,
        verbose_name="决算公开",
        help_text="属于哪一份决算公开",
        related_name="+",
    )
    position = models.PositiveIntegerField("序号", help_text="在原文件中的先后次序，从 1 开始")
    place = models.CharField("出处", max_length=200, blank=True, help_text="在原文件中的位置，如“第 12 页表 2 第 5 行”")

    class Meta:
        abstract = True
        ordering = ["disclosure", "position"]

    @classmethod
    def new(cls, **given) -> Self:
        """An unsaved part, as the constructor makes it of keywords, in a tenth of the time: reading makes hundreds."""
        same, made = _defaults(cls)
        part = cls.__new__(cls)
        part._state = ModelState()
        part.__dict__.update(same, **{name: default() for name, default in made}, **given)
        return part


@cache
def _amount_columns(model: type[models.Model], year: int | None) -> tuple[Amount, ...]:
    return in_year((field for field in model._meta.local_fields if isinstance(field, Amount)), year)


class WithAmounts(Part):
    """A part that has amount columns; its figures are printed as they were published."""

    as_printed = models.JSONField(
        "原文写法",
        default=dict,
        blank=True,
        help_text="按栏目记录与本表统一写法不同的原文，如“-”或“131”；没有就留空",
    )

    class Meta(Part.Meta):
        abstract = True

    @classmethod
    def columns(cls, year: int | None = None) -> tuple[Amount, ...]:
        """The amount columns in the order of the form of that year; of all its editions without one."""
        return _amount_columns(cls, year)

    @classmethod
    def column(cls, name: str) -> Amount:
        """The amount column of that name."""
        return next(column for column in cls.columns() if column.name == name)

    @property
    def amounts(self) -> dict[str, Decimal | None]:
        """元 by column name, exact; None where the document prints nothing. Source: this line."""
        return {column.name: getattr(self, column.name) for column in self.columns()}

    def set_printed(self, column: str, text: str, precision: Precision, *, is_shown: bool = True) -> None:
        """Take a figure as the document prints it; keep its text where the usual way to print it would differ.

        Not `is_shown` is a bare number of a file, whose decimals mean nothing.
        """
        value = parse_amount(text, precision.unit)
        setattr(self, column, value)
        self.as_printed.pop(column, None)
        if is_shown and text.strip() and text.strip() != printed(value, precision.unit, precision.decimals):
            self.as_printed[column] = text.strip()

    def text(
        self, column: str, precision: Precision, *, unit: AmountUnit | None = None, decimals: int | None = None
    ) -> str:
        """The figure as published; in another unit rounded to `decimals`, or to as many as the document prints.

        "" where nothing is printed.
        """
        value, kept = getattr(self, column), self.as_printed.get(column)
        if unit not in (None, precision.unit):
            return printed(value, unit, precision.decimals if decimals is None else decimals)
        if kept and _still_says(kept, value, precision.unit):
            return kept
        return printed(value, precision.unit, precision.decimals)


def _still_says(kept: str, value: Decimal | None, unit: AmountUnit) -> bool:
    """Whether the kept text is that amount; it no longer is where figure or unit were corrected after reading."""
    try:
        return parse_amount(kept, unit) == value
    except AmountError:
        return False


class StatementLine(WithAmounts):
    """A row of one of the official tables; the class says what the form prints around it, and in which years."""

    name = models.CharField("项目", max_length=200, blank=True, help_text="完整的项目或科目名称")
    printed_name = models.CharField("原文名称", max_length=200, blank=True, help_text="原文件中印的名称，可能不完整")

    number: str  # 公开0N表
    title: str
    former_titles: tuple[Former, ...] = ()
    other_titles: tuple[str, ...] = ()
    since: int | None = None  # the first year that has the table, and the last
    until: int | None = None
    note: str = ""
    identities: tuple[str, ...] = ()  # between columns, by 栏次: "1 = 2 + 3"; a `Promise` where not of all years
    row_identities: tuple[str, ...] = ()  # between rows, by row key: "62 = 58 + 59 + 60"; or a `Promise`
    outline: tuple[FormRow, ...] = ()  # rows that the form itself prints, of all its editions
    none_said_of: str = ""  # what the text says there was none of where the table is empty

    class Meta(WithAmounts.Meta):
        abstract = True
        constraints = [models.UniqueConstraint(fields=["disclosure", "position"], name="%(class)s_position")]

    def __str__(self) -> str:
        return f"公开{self.number}表 {self.key} {self.name}"

    @classmethod
    def title_in(cls, year: int | None) -> str:
        """The title on the form of that year."""
        former = former_in(cls.former_titles, year)
        return former.title if former else cls.title

    @classmethod
    def titles(cls) -> tuple[str, ...]:
        """The official title first, then those of earlier forms and the others seen."""
        return (cls.title, *(one.title for one in cls.former_titles), *cls.other_titles)

    @classmethod
    def form_rows(cls, year: int | None = None) -> tuple[FormRow, ...]:
        """The rows that the form of that year itself prints; of all its editions without one."""
        return in_year(cls.outline, year)

    @classmethod
    def promised_sums(cls, year: int | None = None) -> tuple[Promise, ...]:
        """The sums between columns as the form of that year writes them."""
        return _promised(cls.identities, year)

    @classmethod
    def promised_row_sums(cls, year: int | None = None) -> tuple[Promise, ...]:
        """The sums between rows as the form of that year writes them."""
        return _promised(cls.row_identities, year)

    @classmethod
    def column_identities(cls, year: int | None = None) -> tuple[Identity, ...]:
        """The identities between columns, with field names for the printed numbers."""
        return tuple(Identity.read(text, cls._numbered(_year_of(text, year))) for text in cls.promised_sums(year))

    @classmethod
    def _numbered(cls, year: int | None) -> dict[str, str]:
        return {str(column.number_on("", year)): column.name for column in cls.columns(year)}

    @classmethod
    def sums_of_rows(cls, year: int | None = None) -> tuple[Identity, ...]:
        """The identities between rows, by row key; printed line numbers become `side:key`."""
        return tuple(Identity.read(text, cls._lined(_year_of(text, year))) for text in cls.promised_row_sums(year))

    @classmethod
    def _lined(cls, year: int | None) -> dict[str, str] | None:
        return {str(row.line): f"{row.side}:{row.key}" for row in cls.form_rows(year) if row.line} or None

    @classmethod
    def main_column(cls) -> Amount:
        """The column that the form adds its others up to; the last one where it adds up none."""
        sums = cls.column_identities()
        return cls.column(sums[0].total) if sums else lasting(cls.columns())[-1]

    @property
    def key(self) -> str:
        """What the row is called in addresses and identities."""
        raise NotImplementedError

    @property
    def is_total(self) -> bool:
        """Whether the row sums up others and belongs to no code."""
        raise NotImplementedError


def _promised(texts: tuple[str, ...], year: int | None) -> tuple[Promise, ...]:
    return in_year((text if isinstance(text, Promise) else Promise(text) for text in texts), year)


def _year_of(text: Promise, year: int | None) -> int | None:
    """The year whose numbers the sum is written in: the one asked for, else one in which it holds."""
    return year or text.since or text.until


class ClassifiedLine(StatementLine):
    """A row that stands for a code of an official classification; the total has none."""

    scheme = "functional"
    code_title = "功能分类科目编码"

    code = models.CharField("科目编码", max_length=16, blank=True, help_text="原文件中的科目编码；合计行留空")

    class Meta(StatementLine.Meta):
        abstract = True
        indexes = [models.Index(fields=["code", "disclosure"], name="%(class)s_code")]

    @property
    def key(self) -> str:
        return self.code or TOTAL

    @property
    def is_total(self) -> bool:
        return not self.code or any(row.is_total and row.key == self.code for row in self.outline)


class AccountLine(StatementLine):
    """A line of a two-sided account: income on the left, expenditure on the right."""

    side = models.CharField("收支", max_length=11, choices=SIDES, help_text="左边是收入，右边是支出")
    line = models.PositiveSmallIntegerField("行次", null=True, blank=True, help_text="原文件中印的行次")
    item = models.CharField("项目代号", max_length=40, blank=True, help_text="表样中的这一行；认不出的留空")

    class Meta(StatementLine.Meta):
        abstract = True

    @property
    def key(self) -> str:
        return str(self.line) if self.line else f"{self.side}-{self.item or self.position}"

    @property
    def form_row(self) -> FormRow | None:
        """The row of the official form that this line is, if it was recognised."""
        return next((row for row in self.outline if (row.side, row.key) == (self.side, self.item)), None)

    @property
    def is_total(self) -> bool:
        return bool(self.form_row and self.form_row.is_total)

    @classmethod
    def columns_of(cls, side: str, year: int | None = None) -> tuple[Amount, ...]:
        """The amount columns that the given half of the account prints in that year."""
        return tuple(column for column in cls.columns(year) if column.side in ("", side))

    @classmethod
    def main_column(cls) -> Amount:
        """The first column of the side that has the last total."""
        return cls.columns_of(cls.outline[-1].side)[0]


# A row of a table that is known by its number alone: what it has besides a `StatementLine` depends on its shape.
AnyLine = Any
