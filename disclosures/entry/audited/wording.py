"""An entry in the words of the forms: official titles, amounts in 元 with all decimals, a blank as a blank."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils import timezone

from disclosures.amounts import AmountUnit, printed
from disclosures.audit.models import Change, Kind
from disclosures.audit.watched import WATCHED
from disclosures.statements.fields import Amount

BLANK = "（空白）"


@dataclass(frozen=True)
class Value:
    """A field that changed, with both values as texts; "" where the row was not there."""

    title: str
    before: str
    after: str
    is_amount: bool = False


@dataclass(frozen=True)
class RowTold:
    """A row of an entry."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Grid:
    """Rows that are new or gone, in columns: nothing stands on the other side."""

    titles: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Value | None, ...]], ...]


def title_of(change: Change) -> str:
    """What the changed rows are; "" for signing in."""
    model = _model(change.model)
    if model is None:
        return change.model
    watched = WATCHED.get(model._meta.label)
    return watched.title if watched and watched.title else str(model._meta.verbose_name)


def count_of(change: Change) -> int:
    """How many rows there are, where the text does not say it by itself; else 0."""
    count = len(change.rows)
    return count if count > 1 and change.text != f"{count} 行" else 0


def rows_of(change: Change, *, grouping: bool = True) -> Iterator[RowTold]:
    """The rows with their values; amounts with separators between thousands unless a program reads them."""
    for row in change.rows:
        values = (_value(change, name, *both, grouping=grouping) for name, both in row["values"].items())
        yield RowTold(row["name"], tuple(values))


def grid_of(change: Change) -> Grid | None:
    """Several rows that are new or gone as one table; None for what is better read as before and after."""
    if change.kind not in (Kind.ADDED, Kind.DELETED) or len(change.rows) < 2:
        return None
    rows = list(rows_of(change))
    values = [value for row in rows for value in row.values]
    titles = tuple(dict.fromkeys(value.title for value in sorted(values, key=lambda value: value.is_amount)))
    by_title = ({value.title: value for value in row.values} for row in rows)
    cells = (tuple(row.get(title) for title in titles) for row in by_title)
    return Grid(titles, tuple(zip((row.name for row in rows), cells, strict=True)))


@cache
def _model(label: str) -> type[models.Model] | None:
    """The model, or None where there is none of that name any more."""
    try:
        return apps.get_model(label) if label else None
    except LookupError:
        return None


@cache
def _field(label: str, name: str) -> Any:
    model = _model(label)
    try:
        return model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        return None


def _value(change: Change, name: str, before: Any, after: Any, *, grouping: bool) -> Value:
    field = _field(change.model, name)
    texts = (_text(field, value, grouping) for value in (before, after))
    old, new = (text if is_there else "" for text, is_there in zip(texts, _sides(change), strict=True))
    return Value(_title(field, name), old, new, isinstance(field, Amount))


def _sides(change: Change) -> tuple[bool, bool]:
    """Whether the row was there before, and is there after."""
    return change.kind != Kind.ADDED, change.kind != Kind.DELETED


def _title(field: Any, name: str) -> str:
    if isinstance(field, Amount):
        title = f"{field.group}：{field.verbose_name}" if field.group else field.verbose_name
        return f"{title}（元）"
    return str(field.verbose_name) if field else name


def _text(field: Any, value: Any, grouping: bool) -> str:
    if value is None or value in ("", [], {}):
        return BLANK
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, dict):
        return "；".join(f"{key}：{said}" for key, said in value.items())
    if isinstance(value, list):
        return "、".join(map(str, value))
    if isinstance(field, Amount):
        return printed(Decimal(value), AmountUnit.YUAN, 2, grouping=grouping)
    if isinstance(field, models.DateTimeField):
        return timezone.localtime(datetime.fromisoformat(value)).strftime("%Y-%m-%d %H:%M:%S")
    return str(dict(field.flatchoices).get(value, value)) if getattr(field, "choices", None) else str(value)
