"""The database refuses to change what was submitted or published, whichever way it is asked."""

import contextlib

import pytest
from django.db import IntegrityError, connection, transaction

from disclosures.publication import workflow
from disclosures.publication.digest import canonical_json
from disclosures.publication.guarding import guards, triggers
from disclosures.publication.history import StepTaken
from disclosures.statements.models import (
    PARTS,
    Disclosure,
    Duty,
    Expenditure,
    PerformanceForm,
    PerformanceTask,
    SourceDocument,
    Unit,
)
from tests.building import build_disclosure, published_disclosure, submitted_disclosure

pytestmark = pytest.mark.django_db

each_part = pytest.mark.parametrize("model", PARTS, ids=lambda model: model._meta.model_name)
closed = pytest.mark.parametrize("make", [submitted_disclosure, published_disclosure])
on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite has INSERT OR REPLACE")
on_postgres = pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL has TRUNCATE")


@contextlib.contextmanager
def refused(message: str):
    """The database refuses with that sentence, and the transaction goes on as if nothing had been asked."""
    with pytest.raises(IntegrityError, match=message), transaction.atomic():
        yield


def execute(sql: str, *parameters, **names: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql.format(**names), parameters)


@closed
@each_part
def test_a_part_of_what_was_submitted_or_published_cannot_change(model, make):
    disclosure = make()
    row = model.objects.filter(disclosure=disclosure).first()
    table = model._meta.db_table
    row.place = "别处"
    ways = [
        lambda: model.objects.filter(pk=row.pk).update(place="别处"),
        lambda: model.objects.bulk_update([row], ["place"]),
        lambda: row.save(),
        lambda: model.objects.filter(pk=row.pk)._raw_delete("default"),
        lambda: execute("UPDATE {table} SET place = 'x' WHERE id = %s", row.pk, table=table),
        lambda: execute("DELETE FROM {table} WHERE id = %s", row.pk, table=table),
        lambda: model.objects.bulk_create([copy_at(row, 99)]),
    ]
    before = canonical_json(disclosure)
    for change in ways:
        with refused(guards.DRAFTS_ONLY):
            change()
    assert canonical_json(disclosure) == before


def copy_at(row, position: int):
    """The row once more, unsaved, further down."""
    fields = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    number = {"number": "10"} if "number" in fields else {}
    return type(row)(**{**fields, **number, "id": None, "position": position})


def test_delete_of_a_published_line_is_refused():
    line = published_disclosure().lines("03").first()
    with refused(guards.DRAFTS_ONLY):
        line.delete()
    assert Expenditure.objects.filter(pk=line.pk).exists()


@each_part
def test_a_row_does_not_move_from_a_draft_into_another_revision(model):
    published, draft = published_disclosure(), build_disclosure(year=2022)
    row = model.objects.filter(disclosure=draft).first()
    with refused(guards.OTHER_REVISION):
        model.objects.filter(pk=row.pk).update(disclosure=published, position=99)
    with refused(guards.OTHER_REVISION):
        move = "UPDATE {table} SET disclosure_id = %s, position = 99 WHERE id = %s"
        execute(move, published.pk, row.pk, table=model._meta.db_table)


def test_a_task_of_a_draft_does_not_hang_below_a_published_form():
    form = PerformanceForm.objects.get(disclosure=published_disclosure(), kind="unit")
    draft = build_disclosure(year=2022)
    with refused(guards.OTHER_REVISION):
        PerformanceTask.objects.create(disclosure=draft, form=form, position=2, name="混入")
    with refused(guards.OTHER_REVISION):
        PerformanceTask.objects.filter(disclosure=draft).update(form=form)


@each_part
def test_the_parts_of_a_draft_change_as_ever(model):
    draft = build_disclosure()
    assert model.objects.filter(disclosure=draft).update(place="别处")
    assert model.objects.filter(disclosure=draft).last().delete()


@closed
@pytest.mark.parametrize(
    "change",
    [
        {"title": "另一个标题"},
        {"year": 2024},
        {"amount_unit": "元"},
        {"digest": "0" * 64},
        {"withdrawal_reason": "悄悄改"},
        {"state": "superseded", "title": "另一个标题"},
        {"state": "withdrawn", "digest": "0" * 64},
        {"title": "抚顺市信访局2023年度部门决算公开"},
    ],
    ids=str,
)
def test_the_disclosure_itself_changes_by_a_step_alone(make, change):
    disclosure = make()
    with refused(guards.DRAFTS_ONLY):
        Disclosure.objects.filter(pk=disclosure.pk).update(**change)


@pytest.mark.parametrize("state", ["draft", "submitted"])
def test_nothing_leads_back_from_the_public(state, published_2023):
    with refused(guards.DRAFTS_ONLY):
        execute("UPDATE statements_disclosure SET state = %s WHERE id = %s", state, published_2023.pk)


def test_a_draft_is_not_published_past_its_submission():
    draft = build_disclosure()
    with refused(guards.DRAFTS_ONLY):
        Disclosure.objects.filter(pk=draft.pk).update(state="published")


def test_a_revision_begins_as_a_draft():
    unit = build_disclosure().unit
    with refused(guards.BEGINS_AS_DRAFT):
        Disclosure.objects.create(unit=unit, year=2022, unit_name="x", state="published")


@closed
def test_what_was_submitted_or_published_is_not_deleted(make):
    disclosure = make()
    with refused(f"{guards.DRAFTS_ONLY}|{guards.STEP_IS_FIXED}"):  # whichever table Django empties first
        disclosure.delete()
    for model in PARTS:
        assert model.objects.filter(disclosure=disclosure).exists()


def test_a_draft_is_deleted_with_all_its_parts():
    published, draft = published_disclosure(), build_disclosure(year=2022)
    draft.delete()
    for model in PARTS:
        assert model.objects.filter(disclosure=published).exists()
        assert model.objects.exclude(disclosure=published).count() == 0


def test_a_returned_disclosure_can_be_edited_again():
    disclosure = submitted_disclosure()
    workflow.return_to_draft(disclosure)
    assert Duty.objects.filter(disclosure=disclosure).update(text="改过的职责") == 2


def source_document() -> SourceDocument:
    return SourceDocument.objects.create(name="a.txt", media_type="text/plain", sha256="a" * 64, content=b"a")


@pytest.mark.parametrize("change", [{"content": b"b"}, {"sha256": "b" * 64}, {"name": "b.txt"}], ids=str)
def test_a_source_document_never_changes(change):
    source = source_document()
    with refused(guards.SOURCE_IS_FIXED):
        SourceDocument.objects.filter(pk=source.pk).update(**change)


def test_a_unit_keeps_its_address_once_something_was_submitted_but_may_be_renamed():
    unit = build_disclosure().unit
    assert Unit.objects.filter(pk=unit.pk).update(code="011009")
    assert Unit.objects.filter(pk=unit.pk).update(code="011001")
    submitted_disclosure(year=2022)
    with refused(guards.ADDRESS_IS_FIXED):
        Unit.objects.filter(pk=unit.pk).update(code="011009")
    assert Unit.objects.filter(pk=unit.pk).update(name="抚顺市信访局（本级）")


@on_sqlite
def test_replacing_does_not_get_round_the_guards():
    published, draft = published_disclosure(), build_disclosure(year=2022)
    duty, old_duty = Duty.objects.filter(disclosure=draft).first(), Duty.objects.filter(disclosure=published).first()
    source, unit = source_document(), published.unit
    for row, victim in ((duty, old_duty), (draft, published), (source, source), (unit, unit)):
        columns = [field.column for field in row._meta.concrete_fields if field.column != "id"]
        with refused(triggers.REPLACED):
            execute(
                "INSERT OR REPLACE INTO {table} (id, {columns}) SELECT %s, {columns} FROM {table} WHERE id = %s",
                victim.pk,
                row.pk,
                table=row._meta.db_table,
                columns=", ".join(columns),
            )
    with refused(triggers.REPLACED):
        execute("UPDATE OR REPLACE statements_disclosure SET year = 2023 WHERE id = %s", draft.pk)


@on_postgres
@pytest.mark.usefixtures("owner")  # nobody else may try
@pytest.mark.parametrize("model", [*PARTS, Disclosure, SourceDocument, Unit], ids=lambda model: model._meta.model_name)
def test_tables_are_not_emptied_at_once(model):
    with refused(triggers.EMPTIED):
        execute("TRUNCATE {table} CASCADE", table=model._meta.db_table)


def test_a_step_that_was_taken_is_neither_changed_nor_deleted():
    disclosure = submitted_disclosure()
    with refused(guards.STEP_IS_FIXED):
        StepTaken.objects.filter(disclosure=disclosure).update(by_name="别人")
    with refused(guards.STEP_IS_FIXED):
        StepTaken.objects.filter(disclosure=disclosure).delete()
    assert StepTaken.objects.get(disclosure=disclosure).step == "submit"
