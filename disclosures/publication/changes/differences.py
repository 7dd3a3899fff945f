"""What differs between two revisions: each part of one beside its counterpart in the other. Nothing is fetched here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from django.db.models import Field

from disclosures.publication.parts import content_fields, links, own_fields
from disclosures.statements.fields import Amount
from disclosures.statements.lines import Part, StatementLine
from disclosures.statements.models import PARTS, Disclosure, PerformanceForm, StatementHead, Term
from disclosures.tables.table import unique_keys

Parts = Mapping[type[Part], Sequence[Part]]  # all rows of a revision, by their model, in the order of the document

# Where a row stands says nothing; how a figure was written is compared with the figure itself.
_UNSAID = {"position", "place", "as_printed"}


@dataclass(frozen=True)
class RowChange:
    """A row that differs; one side is None where the row is new or gone. `key` is its address in both revisions.

    `fields` are the names of those that differ, in the order of the model.
    """

    key: str
    old: Part | None
    new: Part | None
    fields: tuple[str, ...] = ()


def differences(old: Parts, new: Parts) -> dict[type[Part], tuple[RowChange, ...]]:
    """The rows that differ in each part that has any; rows of forms are matched within their form."""
    changes = {model: tuple(_compared(model, old, new)) for model in PARTS}
    return {model: rows for model, rows in changes.items() if rows}


def own_differences(old: Disclosure, new: Disclosure) -> tuple[str, ...]:
    """The fields of the revisions themselves that differ; the note on the correction is no part of what it corrects."""
    names = (field.name for field in own_fields() if field.name != "change_note")
    return tuple(name for name in names if getattr(old, name) != getattr(new, name))


def changed_lines(old: Sequence[StatementLine], new: Sequence[StatementLine]) -> tuple[RowChange, ...]:
    """The same for the lines of one table alone."""
    return tuple(_by_key(_line_keys(old), _line_keys(new)))


def _compared(model: type[Part], old: Parts, new: Parts) -> Iterator[RowChange]:
    if issubclass(model, StatementLine):
        return _by_key(_line_keys(old[model]), _line_keys(new[model]))
    if model is StatementHead:
        return _by_key(*(_heads(parts[model]) for parts in (old, new)))
    if model in (Term, PerformanceForm):
        return _by_key(_named(old[model]), _named(new[model]))
    if links(model):
        return _by_key(_within_forms(model, old), _within_forms(model, new))
    return _in_order(old[model], new[model])


def _line_keys(lines: Sequence[Any]) -> dict[str, StatementLine]:
    """The lines by the keys that they have on pages."""
    return dict(zip(unique_keys([line.key for line in lines]), lines, strict=True))


def _heads(rows: Sequence[Any]) -> dict[str, Part]:
    return {row.number: row for row in rows}


def _named(rows: Sequence[Any]) -> dict[str, Part]:
    return dict(zip(unique_keys([row.name for row in rows]), rows, strict=True))


def _within_forms(model: type[Part], parts: Parts) -> dict[str, Part]:
    """The rows of performance forms, by the form's name and their own."""
    forms = {form.pk: key for key, form in _named(parts[PerformanceForm]).items()}
    rows: Sequence[Any] = parts[model]
    keys = unique_keys([f"{forms[row.form_id]}\0{row.name}" for row in rows])
    return dict(zip(keys, rows, strict=True))


def _by_key(old: Mapping[str, Part], new: Mapping[str, Part]) -> Iterator[RowChange]:
    """Rows in the order of the new revision, then those that are gone."""
    for key, row in new.items():
        if key not in old:
            yield RowChange(key, None, row)
        elif fields := tuple(_changed_fields(old[key], row)):
            yield RowChange(key, old[key], row, fields)
    yield from (RowChange(key, row, None) for key, row in old.items() if key not in new)


def _in_order(old: Sequence[Part], new: Sequence[Part]) -> Iterator[RowChange]:
    """Words that have no name: those between the same neighbours are taken for each other."""
    before_texts, after_texts = ([_said(row) for row in rows] for rows in (old, new))
    for kind, *(start, end, first, last) in SequenceMatcher(
        None, before_texts, after_texts, autojunk=False
    ).get_opcodes():
        if kind == "equal":
            continue
        for before, after in zip_longest(old[start:end], new[first:last]):
            fields = tuple(_changed_fields(before, after)) if before and after else ()
            yield RowChange("", before, after, fields)


def _said(row: Part) -> tuple[str, ...]:
    """All that the row says, as texts: what was just read holds choices where the database holds their values."""
    return tuple(str(field.value_from_object(row)) for field in _fields(type(row)))


def _fields(model: type[Part]) -> list[Field]:
    linked = {link.name for link in links(model)}
    return [field for field in content_fields(model) if field.name not in _UNSAID | linked]


def _changed_fields(old: Part, new: Part) -> Iterator[str]:
    for field in _fields(type(new)):
        differs = field.value_from_object(old) != field.value_from_object(new)
        if differs or (isinstance(field, Amount) and _written(old, field.name) != _written(new, field.name)):
            yield field.name


def _written(row: Any, column: str) -> str | None:
    """The document's own way to write the figure, where it is not the usual one."""
    return row.as_printed.get(column)
