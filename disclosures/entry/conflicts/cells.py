"""A cell as a text: as it is stored, as it was typed, as a person reads it. Texts are what pages show and send."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from disclosures.amounts import decimals_of, printed
from disclosures.statements.forms import AmountInput

Cells = dict[str, str]  # the texts of a row by the names of its fields
ORDER = "order"  # the field of a form by which its row is moved


def text_of(field: forms.Field, value: Any) -> str:
    """The value as the input has it; amounts in the unit of the document, never rounded."""
    shown = field.prepare_value(value)
    return "" if shown is None else str(shown)


def stored(row: models.Model, fields: Mapping[str, forms.Field]) -> Cells:
    """What of those fields the row holds. Source: the row, not a form of it."""
    own = {field.name: field for field in row._meta.concrete_fields}
    cells = {name: text_of(field, own[name].value_from_object(row)) for name, field in fields.items() if name in own}
    return cells | ({ORDER: text_of(fields[ORDER], row.position)} if ORDER in fields and row.pk else {})  # type: ignore[attr-defined]


def typed(field: forms.Field, sent: Mapping[str, str], name: str, known: tuple[str, ...]) -> str | None:
    """What was sent for the cell, in the way it would be stored; None where nothing was.

    A text that is known, because the page showed it, is that text, whatever the field would make of its blanks. What
    cannot be stored stays as it was sent.
    """
    if field.widget.value_omitted_from_data(sent, {}, name):
        return None
    raw = field.widget.value_from_datadict(sent, {}, name)
    text = "" if raw is None else str(raw).replace("\r\n", "\n")
    if text in known:
        return text
    try:
        return text_of(field, field.clean(raw))
    except ValidationError:
        return text


def read(field: forms.Field | None, text: str) -> str:
    """The text for a person: figures with commas, choices by their names, blank said to be blank."""
    if not text.strip():
        return "（空白）"
    if isinstance(field, AmountInput):
        return _figure(field, text)
    if isinstance(field, forms.BooleanField):
        return "是" if text == "True" else "否"
    if isinstance(field, forms.ModelChoiceField):
        return _chosen(field, text)
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(text, text))  # type: ignore[arg-type]
    return text


def _figure(field: AmountInput, text: str) -> str:
    try:
        value = field.to_python(text)
    except ValidationError:
        return text
    return printed(value, field.unit, decimals_of(value, field.unit, field.decimals))


def _chosen(field: forms.ModelChoiceField, text: str) -> str:
    try:
        return str(field.clean(text))
    except ValidationError:
        return text
