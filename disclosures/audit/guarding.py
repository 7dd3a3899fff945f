"""The database refuses to change or delete what is in the log, whoever asks, in the words of SQLite and of PostgreSQL.

These triggers have names of their own and belong to nobody else's: what lifts the guards of revisions leaves them.
"""

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

KEPT = "修改记录不能改动，也不能删除。"

_IS_THERE = "EXISTS (SELECT 1 FROM audit_change o WHERE o.id = NEW.id)"

_SQLITE = (
    *(f"DROP TRIGGER IF EXISTS keep_audit_change_{event}" for event in ("insert", "update", "delete")),
    # INSERT OR REPLACE deletes without asking the trigger for DELETE.
    "CREATE TRIGGER keep_audit_change_insert BEFORE INSERT ON audit_change "
    f"BEGIN SELECT RAISE(ABORT, '{KEPT}') WHERE {_IS_THERE}; END",
    *(
        f"CREATE TRIGGER keep_audit_change_{event} BEFORE {event} ON audit_change "
        f"BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
        for event in ("update", "delete")
    ),
)

_POSTGRES = (
    "CREATE OR REPLACE FUNCTION keep_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    f"RAISE EXCEPTION USING MESSAGE = '{KEPT}', ERRCODE = 'integrity_constraint_violation'; END $$",
    "DROP TRIGGER IF EXISTS keep_audit_change_rows ON audit_change",
    "DROP TRIGGER IF EXISTS keep_audit_change_all ON audit_change",
    "CREATE TRIGGER keep_audit_change_rows BEFORE UPDATE OR DELETE ON audit_change "
    "FOR EACH ROW EXECUTE FUNCTION keep_audit_change()",
    "CREATE TRIGGER keep_audit_change_all BEFORE TRUNCATE ON audit_change EXECUTE FUNCTION keep_audit_change()",
)

STATEMENTS = {"sqlite": _SQLITE, "postgresql": _POSTGRES}


def install(connection: BaseDatabaseWrapper) -> None:
    """Guard the table, anew where it was guarded before: SQLite loses triggers when it builds a table anew."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for statement in STATEMENTS[connection.vendor]:
            cursor.execute(statement)
