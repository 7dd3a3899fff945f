"""What a page of the admin lets type: its form and its form sets, with their rows as they are stored now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms

from disclosures.entry.conflicts.cells import Cells, stored

Rows = dict[str, Cells]  # the rows of a block by their keys, in their order
ONE = ""  # the key of the only row of a block
INSIDE = "*"  # stands beside the cells of a row for what hangs on it and goes with it


@dataclass(frozen=True)
class Block:
    """A form, or a form set with `prefix`; a form set of at most one row has that one under the key `ONE`."""

    prefix: str
    fields: Mapping[str, forms.Field]
    rows: Rows
    title: str = ""
    blank: Cells = field(default_factory=dict)  # what a new row begins with
    ids: Mapping[str, str] = field(default_factory=dict)  # the primary keys of the rows
    is_single: bool = False


def of_form(form: Any, row: Any) -> Block:
    """The form of the page itself; `form` may be the class of it."""
    fields = form.base_fields
    return Block("", fields, {ONE: stored(row, fields)})


def of_formset(formset: Any, inline: Any) -> Block:
    """The rows as the form set found them, which must not have been typed into yet."""
    fields, model = formset.form.base_fields, formset.model
    found = list(formset.get_queryset())
    is_single = formset.max_num == 1
    inside: Mapping[Any, str] = inline.inside(found) if hasattr(inline, "inside") else {}
    rows = {}
    for row in found:
        cells = stored(row, fields)
        rows[ONE if is_single else str(row.pk)] = cells | ({INSIDE: inside[row.pk]} if inside else {})
    ids = {key: str(row.pk) for key, row in zip(rows, found, strict=True)}
    title = str(inline.verbose_name_plural)
    return Block(formset.prefix, fields, rows, title, stored(model(), fields), ids, is_single)


def rows_of(blocks: Iterable[Block]) -> dict[str, Rows]:
    return {block.prefix: block.rows for block in blocks}
