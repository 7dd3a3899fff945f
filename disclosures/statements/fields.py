"""The field that is a column of an official form: an exact amount with its printed title and number."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from disclosures.amounts import AmountError, AmountUnit, from_fen, parse_amount, to_fen
from disclosures.statements.editions import Former, former_in


def full_title(group: str, title: str) -> str:
    """A title with the head printed above it, as one line: “支出：基本支出”."""
    return f"{group}：{title}" if group else title


class Amount(models.BigIntegerField):
    """One amount column: `Decimal` 元 in Python, whole 分 in the database, NULL where nothing is printed.

    `title` and `number` (栏次) stand on the official form; `group` is the head printed above several columns;
    `also` lists other titles seen for the column; `side` says which half of a two-sided account prints it.
    Where both halves print the column, `number` is a mapping from side to 栏次. `since` and `until` are the first
    and the last year whose form has the column; `former` says how earlier forms printed it.
    """

    description = "金额（分）"

    # What the type checker takes an attribute of a row for.
    _pyi_private_set_type: Decimal | int | str | None  # type: ignore[assignment]  # the database alone holds an int
    _pyi_private_get_type: Decimal | None  # type: ignore[assignment]

    def __init__(
        self,
        title: str = "",
        number: int | dict[str, int] | None = None,
        *,
        also: Iterable[str] = (),
        group: str = "",
        side: str = "",
        since: int | None = None,
        until: int | None = None,
        former: Iterable[Former] = (),
        **kwargs,
    ):
        self.title = title
        self.number = number
        self.also = tuple(also)
        self.group = group
        self.side = side
        self.since, self.until, self.former = since, until, tuple(former)
        kwargs.setdefault("verbose_name", title or None)
        kwargs.setdefault("help_text", "按公开文件的金额单位填写；原文是空白就留空，不要填 0")
        kwargs["null"] = kwargs["blank"] = True
        super().__init__(**kwargs)

    def deconstruct(self):
        """Leave out what only the form prints: a title seen elsewhere must not cause a migration."""
        name, path, args, kwargs = super().deconstruct()
        for printed in ("verbose_name", "help_text", "null", "blank"):
            kwargs.pop(printed, None)
        return name, path, args, kwargs

    def number_on(self, side: str = "", year: int | None = None) -> int | None:
        """The printed 栏次, on that half of the account where the halves differ, on the form of that year."""
        former = former_in(self.former, year)
        number = former.number if former and former.number else self.number
        return number.get(side) if isinstance(number, dict) else number

    def title_in(self, year: int | None) -> str:
        """The title on the form of that year."""
        former = former_in(self.former, year)
        return (former and former.title) or self.title

    def full_title_in(self, year: int | None) -> str:
        """The title on the form of that year, with the head above it."""
        return full_title(self.group, self.title_in(year))

    @property
    def titles(self) -> tuple[str, ...]:
        """The official title first, then those of earlier forms and the others seen."""
        return (self.title, *(one.title for one in self.former if one.title), *self.also)

    def from_db_value(self, value, expression, connection) -> Decimal | None:
        return None if value is None else from_fen(value)

    def to_python(self, value) -> Decimal | None:
        """Take 元: a `Decimal`, a whole number or a printed figure."""
        if value is None or isinstance(value, Decimal):
            return value
        try:
            return parse_amount(str(value), AmountUnit.YUAN)
        except AmountError as error:
            raise ValidationError(str(error), code="amount") from error

    def validate(self, value, model_instance) -> None:
        """Say at the field, not only when saving, that an amount has no place in the database."""
        super().validate(value, model_instance)
        try:
            self.get_prep_value(value)
        except AmountError as error:
            raise ValidationError(str(error), code="amount") from error

    def get_prep_value(self, value) -> int | None:
        value = self.to_python(value)
        return None if value is None else to_fen(value)

    def value_to_string(self, obj) -> Any:
        """元 with two decimals, for fixtures."""
        value = self.value_from_object(obj)
        return None if value is None else f"{value:.2f}"

    def formfield(self, **kwargs):
        from disclosures.statements.forms import AmountInput  # forms import this module

        return AmountInput(label=self.verbose_name, help_text=self.help_text, required=False)


def field_of(model: type[models.Model], name: str) -> models.Field:
    """The model's own field of that name; no relation from elsewhere bears one."""
    return next(field for field in model._meta.concrete_fields if name in (field.name, field.attname))


def field_title(model: type[models.Model], name: str) -> str:
    """What forms call the field."""
    return str(field_of(model, name).verbose_name)
