"""What the fields of a row say, as JSON: exact, short where it would be long, and never a secret."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import Any

from django.db import models

from disclosures.audit.watched import WATCHED, Watched

State = Mapping[str, Any]  # the values of a row by the names of its fields
Differences = dict[str, list]  # by field: before, after

HIDDEN = "（不记录）"
LONGEST, KEPT = 2000, 500  # characters of a text that is kept whole, and of what is kept of a longer one


@cache
def fields_of(model: type[models.Model]) -> tuple[models.Field, ...]:
    """The fields that the log tells of."""
    without = _watched(model).without
    return tuple(field for field in model._meta.concrete_fields if not field.primary_key and field.name not in without)


def state_of(row: models.Model, names: Iterable[str] | None = None) -> State:
    """The values that a row has at hand, of the fields of those names, or of all."""
    model: type[models.Model] = type(row)
    there, wanted = row.__dict__, None if names is None else set(names)
    return {
        field.name: there[field.attname]
        for field in fields_of(model)
        if field.attname in there and (wanted is None or wanted & {field.name, field.attname})
    }


def states_in(rows: models.QuerySet, names: Iterable[str] | None = None) -> dict[Any, State]:
    """The values that the database has, by the key of the row; one query."""
    model: type[models.Model] = rows.model
    wanted = None if names is None else set(names)
    fields = [one for one in fields_of(model) if wanted is None or wanted & {one.name, one.attname}]
    found = rows.order_by().values_list("pk", *(field.attname for field in fields))
    return {key: {field.name: value for field, value in zip(fields, said, strict=True)} for key, *said in found}


def differences(model: type[models.Model], before: State, after: State) -> Differences:
    """The fields of `after` that differ from `before`; of a row that is new or gone, those that say something."""
    found: Differences = {}
    for field in fields_of(model):
        if field.name not in after and field.name not in before:
            continue
        old, new = (_clean(field, state.get(field.name)) for state in (before, after))
        if old != new and not (_says_nothing(old) and _says_nothing(new)):
            found[field.name] = [_told(field, old), _told(field, new)]
    return found


def _says_nothing(value: Any) -> bool:
    return value is None or value is False or value in ("", {}, [])


def _watched(model: type[models.Model]) -> Watched:
    return WATCHED[model._meta.label]


def _clean(field: models.Field, value: Any) -> Any:
    """The value as the database would give it back, whatever was assigned."""
    if value is None or hasattr(value, "resolve_expression"):
        return value
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, memoryview | bytearray):
        return bytes(value)
    return field.to_python(value)


def _told(field: models.Field, value: Any) -> Any:
    watched = _watched(field.model)
    if value is None or _says_nothing(value):
        return value
    if field.name in watched.secret:
        return HIDDEN
    if field.name in watched.named:
        there = field.related_model._base_manager.filter(pk=value).first()  # type: ignore[union-attr]
        return f"{value} {there or ''}".strip()
    return _plain(value)


def _plain(value: Any) -> Any:
    """Of an amount all decimals, two of them at least."""
    if isinstance(value, bool | int):
        return value
    if isinstance(value, bytes):
        return f"（{len(value)} 字节，SHA-256 {sha256(value).hexdigest()}）"
    if isinstance(value, Decimal):
        return f"{value:.2f}" if value == value.quantize(Decimal("0.01")) else f"{value:f}"
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, dict | list):
        text = json.dumps(value, ensure_ascii=False, default=str)
        return value if len(text) <= LONGEST else _shortened(text)
    return _shortened(str(value))


def _shortened(text: str) -> str:
    """A long text by its beginning, and by what tells it from every other."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:KEPT]}……（共 {len(text)} 字，SHA-256 {sha256(text.encode()).hexdigest()}）"
