"""No text of ours holds a character that nobody sees: files, feeds and figures would break at it, or break apart."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from disclosures.characters import has_unseen

MESSAGE = "这里有看不见的控制字符（常见于从别的程序粘贴）；请删去后重新输入。"


def validate_seen(value: Any) -> None:
    """Refuse a text, or a mapping with texts, in which something cannot be seen."""
    if any(map(has_unseen, _texts(value))):
        raise ValidationError(MESSAGE, code="unseen")


def watch(watched: Iterable[type[models.Model]]) -> None:
    """Have every text of these models validated so, wherever it is typed."""
    for model in watched:
        for field in model._meta.concrete_fields:
            if isinstance(field, (models.CharField, models.TextField, models.JSONField)):
                field.validators.append(validate_seen)


def unseen_in(row: models.Model) -> Iterator[str]:
    """The titles of a row's fields that hold such characters."""
    for field in row._meta.concrete_fields:
        if any(map(has_unseen, _texts(field.value_from_object(row)))):
            yield str(field.verbose_name)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for pair in value.items():
            for each in pair:
                yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
