"""No role and no statement changes the log: not by the ORM, not by SQL, and not by what lifts the other guards."""

import contextlib

import pytest
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, connection, transaction

from disclosures.audit import guarding
from disclosures.audit.models import Change
from disclosures.publication.guarding import triggers
from tests.building import build_unit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("owner")]  # the role of the site is refused before


@pytest.fixture
def entry() -> Change:
    build_unit()
    return Change.objects.first()


@contextlib.contextmanager
def refused():
    with pytest.raises(IntegrityError, match=guarding.KEPT), transaction.atomic():
        yield


def run(statement: str, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_an_entry_is_neither_changed_nor_deleted_by_the_orm(entry):
    entry.by_name = "别人"
    for attempt in (
        entry.save,
        entry.delete,
        Change.objects.all().delete,
        lambda: Change.objects.update(by_name="别人"),
    ):
        with refused():
            attempt()


@pytest.mark.parametrize("statement", ["UPDATE audit_change SET by_name = 'x'", "DELETE FROM audit_change"])
def test_nor_by_sql(entry, statement):
    with refused():
        run(statement)
    assert Change.objects.get(pk=entry.pk).by_name == "系统"


def test_nor_replaced_or_emptied(entry):
    columns = "id, at, by_name, address, request, kind, model, unit, text, rows"
    row = f"SELECT {columns} FROM audit_change WHERE id = %s"  # noqa: S608
    if connection.vendor == "sqlite":
        with refused():
            run(f"INSERT OR REPLACE INTO audit_change ({columns}) {row}", entry.pk)
    else:
        with refused():
            run("TRUNCATE audit_change")
        with refused():
            run(f"INSERT INTO audit_change ({columns}) {row} ON CONFLICT (id) DO UPDATE SET text = 'x'", entry.pk)
    assert Change.objects.filter(pk=entry.pk, by_name="系统").exists()


def test_what_lifts_the_guards_of_revisions_leaves_those_of_the_log(entry):
    with contextlib.suppress(DatabaseError), transaction.atomic():
        triggers.lift(connection)
        with refused():
            run("DELETE FROM audit_change")
        raise DatabaseError  # the other guards are back


def test_the_guards_are_there_again_after_every_migrate(entry):
    for statement in guarding.STATEMENTS[connection.vendor]:
        if statement.startswith("DROP TRIGGER"):
            run(statement)
    call_command("migrate", verbosity=0)
    with refused():
        run("DELETE FROM audit_change")
