"""Pieces of a reading take the place of the same pieces of a draft; everything else in the draft stays as it is."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Case, When

from disclosures.amounts import AmountUnit, Precision, printed
from disclosures.audit.recording import watching
from disclosures.entry.imports.importing import note_digest
from disclosures.entry.imports.preview.comparing import Piece
from disclosures.entry.imports.preview.editions import COVER, Edition, stored_edition
from disclosures.entry.imports.preview.preview import Preview
from disclosures.entry.imports.scanned.taking import keep_unclear
from disclosures.entry.imports.taking.sources import Marks, keep_source, mark_report, mark_rows, mark_stored
from disclosures.entry.models import UploadedFile
from disclosures.intake.models import ReadingReport
from disclosures.intake.report import how_it_was_read
from disclosures.statements.lines import Part, WithAmounts
from disclosures.statements.models import (
    PARTS,
    Disclosure,
    PerformanceForm,
    PerformanceIndicator,
    PerformanceTask,
    StatementHead,
)
from disclosures.statements.saving import save_parts

_AFTER_ALL = 1_000_000  # the positions of new forms, before all are numbered again


def replace_pieces(draft: Disclosure, preview: Preview, pieces: Sequence[Piece], upload: UploadedFile) -> None:
    """Belongs into a transaction in which the draft is locked."""
    names = {piece.name for piece in pieces}
    stored = stored_edition(draft)
    gone = {id(row) for name in names for row in stored.rows_of(name)}
    kept = [row for rows in stored.parts.values() for row in rows if id(row) not in gone]
    new = [row for name in names for row in preview.read.rows_of(name)]
    marks = keep_source(draft, upload, is_whole=not any(row.place for row in kept))
    _delete([row for rows in stored.parts.values() for row in rows if id(row) in gone])
    mark_stored(draft, marks.old)
    mark_rows(new, marks.new)
    _set_own_fields(draft, preview.read.disclosure, kept, has_cover="text" in names)
    _print_as_read(draft, preview.read.disclosure.precision, new)
    _place_forms(preview, stored, names)
    _unbind_forms(new)
    save_parts(draft, new)
    _number_again(draft)
    keep_unclear(draft, preview.reading, names, marks.new, is_whole=not any(row.place for row in kept))
    _keep_report(draft, preview, names, marks)
    if not kept and names == {piece.name for piece in preview.pieces if piece.is_read}:
        note_digest(draft)


def _delete(rows: list[Any]) -> None:
    for model in reversed(PARTS):
        keys = [row.pk for row in rows if type(row) is model]
        if keys:
            model._default_manager.filter(pk__in=keys).delete()


def _set_own_fields(draft: Disclosure, read: Disclosure, kept: list[Part], *, has_cover: bool) -> None:
    """The cover goes with the text; unit and decimals are the file's where the draft keeps no amount of its own."""
    for name in COVER if has_cover else ():
        setattr(draft, name, getattr(read, name) or getattr(draft, name))
    if not any(isinstance(row, WithAmounts) for row in kept):
        draft.amount_unit, draft.decimals = read.amount_unit, read.decimals
    draft.save(update_fields=[*COVER, "amount_unit", "decimals"])


def _print_as_read(draft: Disclosure, read: Precision, rows: list[Part]) -> None:
    """A draft in another unit or with other decimals prints these tables with their own."""
    units: dict[str, AmountUnit] = {}
    for head in (row for row in rows if isinstance(row, StatementHead)):
        units[head.number] = AmountUnit(head.amount_unit or read.unit)
        head.amount_unit = "" if units[head.number] == draft.amount_unit else units[head.number].value
    if read.decimals == draft.decimals:
        return
    for row in rows:
        if isinstance(row, WithAmounts):
            _keep_texts(row, Precision(units.get(getattr(row, "number", ""), read.unit), read.decimals), draft.decimals)


def _keep_texts(row: WithAmounts, precision: Precision, decimals: int) -> None:
    for name, value in row.amounts.items():
        text = row.text(name, precision)
        if text and text != printed(value, precision.unit, decimals):
            row.as_printed[name] = text


def _place_forms(preview: Preview, stored: Edition, names: set[str]) -> None:
    """A form stands where the one of that name stood, a new one after all."""
    for name, form in preview.read.forms.items():
        if name in names:
            before = stored.forms.get(name)
            form.form.position = before.form.position if before else _AFTER_ALL + form.form.position


def _unbind_forms(rows: list[Any]) -> None:
    """Forms that were told apart by numbers of their own get their keys from the database, and their rows know it."""
    forms = {}
    for row in rows:
        if isinstance(row, PerformanceForm):
            forms[row.pk], row.pk = row, None
    for row in rows:
        if isinstance(row, PerformanceTask | PerformanceIndicator):
            row.form = forms[row.form_id]


def _number_again(draft: Disclosure) -> None:
    """Heads in the order of the tables, new forms after those there were, their rows in the order of the forms."""
    orders: dict[Any, tuple[str, ...]] = {StatementHead: ("number",), PerformanceForm: ("position", "pk")}
    orders |= {PerformanceTask: ("form__position", "position", "pk")}
    orders |= {PerformanceIndicator: ("form__position", "position", "pk")}
    for model, order in orders.items():
        rows = enumerate(model._default_manager.filter(disclosure=draft).order_by(*order), start=1)
        moved = {row.pk: position for position, row in rows if row.position != position}
        _move(model._default_manager.filter(pk__in=list(moved)), moved)


def _move(rows: Any, positions: dict[int, int]) -> None:
    if positions:
        with watching(rows, "position"):
            rows.update(position=Case(*(When(pk=key, then=position) for key, position in positions.items())))


def _keep_report(draft: Disclosure, preview: Preview, names: set[str], marks: Marks) -> None:
    """What reading found; beside what was found of the file that other parts came from."""
    content = mark_report(how_it_was_read(preview.reading), marks.new)
    before = ReadingReport.objects.filter(disclosure=draft).first()
    if before and marks != Marks():
        content = _together(mark_report(before.content, marks.old), content, names)
    ReadingReport.objects.filter(disclosure=draft).delete()
    ReadingReport.objects.create(disclosure=draft, content=content)


def _together(before: dict[str, Any], after: dict[str, Any], names: set[str]) -> dict[str, Any]:
    content = {**before}
    for key, entries in after.items():
        if key == "tables":
            old = {table["number"]: table for table in before.get(key, [])}
            number = [table if table["number"] in names else old.get(table["number"], table) for table in entries]
            content[key] = number
        elif isinstance(entries, list):
            there = before.get(key, [])
            content[key] = [*there, *(entry for entry in entries if entry not in there)]
    return content
