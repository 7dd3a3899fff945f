"""What the rows of a table come to, whatever their order: equal in two databases only where every value is."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.apps import apps
from django.db import models

Row = tuple[Any, ...]

_AT_ONCE = 500
_FILES_AT_ONCE = 1  # a row that holds a file may be as large as what staff may send
_BITS = 1 << 256


@dataclass
class Fingerprint:
    """How many rows, and the sum of their SHA-256."""

    rows: int = 0
    total: int = 0

    def add(self, row: Row) -> None:
        text = json.dumps(row, sort_keys=True, default=_text)  # PostgreSQL orders the keys of JSON in its own way
        self.rows += 1
        self.total = (self.total + int.from_bytes(hashlib.sha256(text.encode()).digest())) % _BITS


def stored_models() -> list[type[models.Model]]:
    """Every model with a table of its own, those between two others included."""
    everything = apps.get_models(include_auto_created=True)
    return [model for model in everything if model._meta.managed and not model._meta.proxy]


def rows_of(model: type[models.Model], using: str) -> Iterator[Row]:
    """All rows as Python has them, column by column in the order of the model."""
    fields = model._meta.concrete_fields
    has_file = any(isinstance(field, models.BinaryField) for field in fields)
    rows = model._base_manager.using(using).order_by("pk").values_list(*(field.attname for field in fields))
    return rows.iterator(chunk_size=_FILES_AT_ONCE if has_file else _AT_ONCE)


def fingerprint(model: type[models.Model], using: str) -> Fingerprint:
    """That of the whole table."""
    found = Fingerprint()
    for row in rows_of(model, using):
        found.add(row)
    return found


def _text(value: Any) -> str:
    if isinstance(value, bytes | memoryview):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return str(value)
