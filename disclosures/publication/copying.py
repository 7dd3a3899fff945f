"""A new draft from an old revision: every part is copied, and what refers to a part refers to its copy."""

import copy
from typing import TypeVar

from django.db import models

from disclosures.audit.recording import told_as
from disclosures.publication.parts import links
from disclosures.publication.steps import STATUS
from disclosures.statements.fields import field_of
from disclosures.statements.lines import Part
from disclosures.statements.models import KEPT, Disclosure

Copies = dict[type[models.Model], dict[int, int]]  # for each part, the id of the copy by the id of the original

Row = TypeVar("Row", bound=models.Model)


def copy_of(original: Disclosure, *, revision: int) -> Disclosure:
    """The draft with that revision number; it begins without a note on what it changes."""
    draft = _unsaved(original)
    for name in (*STATUS, "change_note"):
        setattr(draft, name, field_of(Disclosure, name).get_default())
    draft.revision = revision
    copies: Copies = {}
    with told_as(f"据第 {original.revision} 版另建，各部分照抄"):  # row by row they stand in that one, which stays
        draft.save(force_insert=True)
    for model in KEPT:
        copies[model] = _copy_rows(model, original, draft, copies)
    return draft


def _copy_rows(model: type[Part], original: Disclosure, draft: Disclosure, copies: Copies) -> dict[int, int]:
    originals = list(model._default_manager.filter(disclosure=original).order_by("position", "pk"))
    rows = [_unsaved(row) for row in originals]
    for row in rows:
        row.disclosure = draft
        for link in links(model):
            setattr(row, link.attname, copies[link.related_model][getattr(row, link.attname)])
    model._default_manager.bulk_create(rows, batch_size=500)
    return {old.pk: new.pk for old, new in zip(originals, rows, strict=True)}


def _unsaved(row: Row) -> Row:
    row = copy.copy(row)
    row._state = copy.copy(row._state)
    row._state.adding, row._state.fields_cache = True, {}
    row.pk = None
    return row
