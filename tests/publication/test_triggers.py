"""The guards outlive what empties or rebuilds tables, and hold against a writer who is quick."""

import copy
import threading

import pytest
from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.migrations import Migration

from disclosures.publication import workflow
from disclosures.publication.guarding import guards, triggers
from disclosures.statements.models import PARTS, Disclosure, Duty
from tests.building import build_disclosure, published_disclosure
from tests.roles import as_owner

pytestmark = pytest.mark.django_db(transaction=True)


def installed() -> int:
    with connection.cursor() as cursor:
        cursor.execute(triggers.DIALECTS[connection.vendor].existing)
        return len(cursor.fetchall())


def test_every_part_and_what_it_stands_on_is_guarded():
    wording = triggers.DIALECTS[connection.vendor].wording
    guarded = {(guard.model, guard.event) for guard in guards.guards(apps, wording)}
    assert {(model, event) for model in (*PARTS, Disclosure) for event in ("INSERT", "UPDATE", "DELETE")} <= guarded
    assert installed() >= len(guarded)


@pytest.mark.parametrize("time", ["first", "second"])
def test_tests_with_real_transactions_begin_with_empty_and_guarded_tables(time):
    assert not Disclosure.objects.exists()
    disclosure = published_disclosure()
    with pytest.raises(IntegrityError, match=guards.DRAFTS_ONLY):
        Duty.objects.filter(disclosure=disclosure).delete()


def test_a_migration_that_rebuilds_a_guarded_table_leaves_it_guarded():
    disclosure, before = published_disclosure(), installed()
    field = Disclosure._meta.get_field("title")
    longer = copy.copy(field)
    longer.max_length = 300
    with as_owner():
        emit_pre_migrate_signal(0, False, "default", plan=[(Migration("0002_longer_title", "statements"), False)])
        for old, new in ((field, longer), (longer, field)):
            with connection.schema_editor() as editor:
                editor.alter_field(Disclosure, old, new)
        emit_post_migrate_signal(0, False, "default")
    assert installed() == before
    with pytest.raises(IntegrityError, match=guards.DRAFTS_ONLY):
        Disclosure.objects.filter(pk=disclosure.pk).update(title="另一个标题")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_nobody_submits_while_a_line_is_being_written():
    draft = build_disclosure()
    written, finish = threading.Event(), threading.Event()

    def write():
        with transaction.atomic():
            Duty.objects.filter(disclosure=draft).update(text="赶在提交之前")
            written.set()
            finish.wait(10)
        connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    assert written.wait(10)
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '200ms'")
        with pytest.raises(OperationalError, match="lock timeout"):
            workflow.submit(draft)
        cursor.execute("RESET lock_timeout")
    finish.set()
    writer.join()
    workflow.submit(draft)
    assert Duty.objects.filter(disclosure=draft, text="赶在提交之前").count() == 2
