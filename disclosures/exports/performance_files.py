"""Performance self-evaluation as csv and json: every form with its amounts, tasks and indicators, as published."""

import csv
import io
import json
from collections.abc import Iterator

from django.db.models import Field, Model

from disclosures.publication.parts import content_fields, links
from disclosures.statements.fields import Amount
from disclosures.statements.models import Disclosure, PerformanceForm, PerformanceIndicator, PerformanceTask
from disclosures.tables.harmless import harmless

ROWS = {"tasks": PerformanceTask, "indicators": PerformanceIndicator}
_UNSAID = ("position", "as_printed")


def performance_json(disclosure: Disclosure, source: str) -> bytes:
    """All forms under the names of the models' fields; amounts in 元 with two decimals. Three queries."""
    forms = [_values(form) | {name: [] for name in ROWS} for form in _rows(PerformanceForm, disclosure)]
    numbers = {form.pk: number for number, form in enumerate(_rows(PerformanceForm, disclosure))}
    for name, model in ROWS.items():
        for row in _rows(model, disclosure):
            forms[numbers[row.form_id]][name].append(_values(row))
    content = {"source": source, "digest": disclosure.digest, "forms": forms}
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def indicators_csv(disclosure: Disclosure) -> bytes:
    """One indicator a line with the form that it belongs to. Two queries."""
    fields = _fields(PerformanceIndicator)
    names = {form.pk: form.name for form in _rows(PerformanceForm, disclosure)}
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["自评表", *(str(field.verbose_name) for field in fields)])
    for row in _rows(PerformanceIndicator, disclosure):
        writer.writerow(harmless(cell) for cell in (names[row.form_id], *_texts(row, fields)))
    return text.getvalue().encode("utf-8-sig")


def _rows(model: type[Model], disclosure: Disclosure):
    return model._default_manager.filter(disclosure=disclosure).order_by("position")


def _fields(model: type[Model]) -> list[Field]:
    linked = {link.name for link in links(model)}
    return [field for field in content_fields(model) if field.name not in linked and field.name not in _UNSAID]


def _values(row: Model) -> dict:
    return {field.name: _value(row, field) for field in _fields(type(row))}


def _value(row: Model, field: Field):
    value = field.value_from_object(row)
    return f"{value:.2f}" if isinstance(field, Amount) and value is not None else value


def _texts(row: Model, fields: list[Field]) -> Iterator[str]:
    """The fields as words; what is kept under several headings in one cell."""
    for field in fields:
        value = field.value_from_object(row)
        yield "；".join(f"{key}：{text}" for key, text in value.items()) if isinstance(value, dict) else str(value)
