"""Saving a page or a document costs the log a bounded number of statements, however many rows change."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from disclosures.audit.models import Change, Kind
from disclosures.entry.writing.pasted import PastedText
from disclosures.intake.store import import_file
from disclosures.publication import workflow
from disclosures.publication.removing import remove_made_up
from disclosures.statements.models import Disclosure, Expenditure, Paragraph, Unit
from tests.building import build_disclosure, build_unit, published_disclosure
from tests.entry.typing_in import page_of, saved
from tests.test_documentation import SAMPLE

pytestmark = pytest.mark.django_db


def inserts(context: CaptureQueriesContext) -> int:
    return sum('INSERT INTO "audit_change"' in query["sql"] for query in context.captured_queries)


def of_tables(*kinds: Kind) -> list[tuple[str, str, int]]:
    entries = Change.objects.filter(kind__in=kinds, model__startswith="statements.").order_by("pk")
    return [(entry.kind, entry.model, len(entry.rows)) for entry in entries]


def test_a_table_is_saved_with_one_statement_for_the_log(admin_client, admin_user):
    draft = build_disclosure()
    more = [Expenditure(disclosure=draft, position=n, code="2010399", name=f"其他 {n}") for n in range(9, 39)]
    Expenditure.objects.bulk_create(more)
    before = Change.objects.count()
    changes = {f"expenditure-{n}-basic_expenditure": str(n + 1) for n in range(8, 38)}
    with CaptureQueriesContext(connection) as context:
        saved(admin_client, page_of(draft, Expenditure), changes)
    assert inserts(context) == 1
    assert Change.objects.count() == before + 1
    entry = Change.objects.first()
    assert (entry.kind, entry.model, entry.by) == (Kind.CHANGED, "statements.expenditure", admin_user.pk)
    assert len(entry.rows) == 30
    assert entry.rows[0]["values"] == {"basic_expenditure": [None, "90000.00"]}
    assert Expenditure.objects.get(pk=entry.rows[0]["key"]).basic_expenditure == Decimal(90000)
    reads = [q["sql"] for q in context.captured_queries if q["sql"].startswith('SELECT "statements_expenditure"')]
    own = [sql for sql in reads if not sql.endswith("LIMIT 21")]  # those are the form asking for its rows
    assert len(own) < 12  # the states before are asked for all rows together


def test_a_moved_row_is_told_as_moved(admin_client):
    draft = build_disclosure()
    saved(admin_client, page_of(draft, Expenditure), {"expenditure-7-order": "1"})
    entry = Change.objects.first()
    assert (entry.text, len(entry.rows)) == ("调整次序", 8)
    assert entry.rows[0]["values"] == {"position": [8, 1]}


def test_a_document_is_imported_with_one_statement_for_the_log_and_replaced_with_another():
    build_unit()
    for replace in (False, True):
        with CaptureQueriesContext(connection) as context:
            import_file(SAMPLE, "210400-011001", 2023, replace=replace)
        assert inserts(context) == 1
    added = dict(entry[1:] for entry in of_tables(Kind.ADDED))
    gone = dict(entry[1:] for entry in of_tables(Kind.DELETED))
    assert added["statements.paragraph"] == gone["statements.paragraph"] == Paragraph.objects.count()
    assert {*added} - {*gone} == {"statements.sourcedocument", "statements.unit"}


def test_a_text_that_is_put_in_the_place_of_another_leaves_both():
    draft = build_disclosure()
    with CaptureQueriesContext(connection) as context:
        PastedText(draft, "第二部分 决算情况说明\n\n一、收入支出决算总体情况说明\n\n新的一段文字。").save()
    assert inserts(context) == 1
    assert (Kind.DELETED, "statements.paragraph", 6) in of_tables(Kind.DELETED)
    assert (Kind.ADDED, "statements.paragraph", 3) in of_tables(Kind.ADDED)


def test_a_step_is_told_with_its_reason_and_both_states():
    draft = build_disclosure()
    workflow.submit(draft)
    workflow.return_to_draft(draft, "第 3 行不对")
    entry = Change.objects.first()
    assert (entry.kind, entry.text, entry.disclosure) == (Kind.STEP, "退回修改：第 3 行不对", draft.pk)
    assert entry.rows[0]["values"] == {"state": ["submitted", "draft"]}


def test_a_copy_is_told_by_what_it_was_copied_from():
    new = workflow.revise(published_disclosure())
    entry = Change.objects.get(disclosure=new.pk)
    assert (entry.kind, entry.text, entry.revision) == (Kind.ADDED, "据第 1 版另建，各部分照抄", 2)


def test_a_draft_deleted_in_the_admin_is_told_with_one_statement(admin_client):
    draft = build_disclosure()
    with CaptureQueriesContext(connection) as context:
        admin_client.post(reverse("admin:statements_disclosure_delete", args=[draft.pk]), {"post": "yes"})
    assert inserts(context) == 1
    assert not Disclosure.objects.exists()
    assert (Kind.DELETED, "statements.expenditure", 8) in of_tables(Kind.DELETED)


def test_what_was_made_up_goes_with_one_sentence():
    unit = build_unit("900001", "虚构的单位")
    Unit.objects.filter(pk=unit.pk).update(is_made_up=True)
    published_disclosure(unit_code="900001", unit_name="虚构的单位")
    before = Change.objects.count()
    remove_made_up()
    assert Change.objects.count() == before + 1
    assert Change.objects.first().text == "删除演示用的虚构单位 1 个、决算 1 份"
