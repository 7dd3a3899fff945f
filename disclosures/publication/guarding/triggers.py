"""The guards as triggers of SQLite and of PostgreSQL: installed by `migrate`, lifted while SQLite rebuilds tables."""

from collections.abc import Iterator

from django.apps.registry import Apps
from django.db import models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from disclosures.publication.guarding.guards import Guard, Wording, guards
from disclosures.statements.fields import field_of

REPLACED = "这一行会顶替一行不能改动的内容。"
EMPTIED = "有触发器保护的表不能一次清空。"


class Sqlite:
    """SQLite: a trigger can hold its checks itself."""

    wording = Wording(differs="IS NOT")
    existing = (
        "SELECT 'DROP TRIGGER ' || name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'guard\\_%' ESCAPE '\\'"
    )

    @classmethod
    def create(cls, guard: Guard) -> Iterator[str]:
        checks = [(check.condition, check.message) for check in guard.checks]
        if guard.event != "DELETE":
            checks.append((cls._replaces(guard), REPLACED))
        body = " ".join(f"SELECT RAISE(ABORT, '{message}') WHERE {condition};" for condition, message in checks)
        table = guard.model._meta.db_table
        yield f"CREATE TRIGGER {trigger_of(guard)} BEFORE {guard.event} ON {table} BEGIN {body} END"

    @classmethod
    def _replaces(cls, guard: Guard) -> str:
        """Whether INSERT OR REPLACE, which deletes without asking the trigger for DELETE, would hit a frozen row."""
        same = " OR ".join(
            "(" + " AND ".join(f'o."{column}" = NEW."{column}"' for column in key) + ")"
            for key in _unique_keys(guard.model)
        )
        other = " AND o.id <> OLD.id" if guard.event == "UPDATE" else ""
        table, frozen = guard.model._meta.db_table, cls.wording.frozen(guard.frozen, "o")
        return f"EXISTS (SELECT 1 FROM {table} o WHERE ({same}){other} AND {frozen})"  # noqa: S608  names of models


class Postgres:
    """PostgreSQL: a trigger calls a function; the lock lets no revision be submitted while a part of it is written."""

    wording = Wording(differs="IS DISTINCT FROM", lock=" FOR SHARE")
    existing = (
        "SELECT 'DROP FUNCTION ' || oid::regprocedure || ' CASCADE' FROM pg_proc "
        "WHERE proname LIKE 'guard\\_%' AND pronamespace = current_schema()::regnamespace"
    )

    @classmethod
    def create(cls, guard: Guard) -> Iterator[str]:
        table, name, row = guard.model._meta.db_table, trigger_of(guard), "OLD" if guard.event == "DELETE" else "NEW"
        yield cls._function(name, "".join(cls._refuse_if(c.condition, c.message) for c in guard.checks), row)
        yield f"CREATE TRIGGER {name} BEFORE {guard.event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
        if guard.event == "UPDATE":  # TRUNCATE asks no row
            yield cls._function(f"{name}_all", cls._refuse_if("TRUE", EMPTIED), "NULL")
            yield f"CREATE TRIGGER {name}_all BEFORE TRUNCATE ON {table} EXECUTE FUNCTION {name}_all()"

    @staticmethod
    def _function(name: str, body: str, row: str) -> str:
        return f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} RETURN {row}; END $$"

    @staticmethod
    def _refuse_if(condition: str, message: str) -> str:
        error = f"RAISE EXCEPTION USING MESSAGE = '{message}', ERRCODE = 'integrity_constraint_violation';"
        return f"IF {condition} THEN {error} END IF; "


DIALECTS: dict[str, type[Sqlite] | type[Postgres]] = {"sqlite": Sqlite, "postgresql": Postgres}


def install(apps: Apps, connection: BaseDatabaseWrapper) -> None:
    """Guard every table of the models in `apps`, anew where it was guarded before."""
    dialect = DIALECTS[connection.vendor]
    with transaction.atomic(using=connection.alias):
        lift(connection)
        with connection.cursor() as cursor:
            for guard in guards(apps, dialect.wording):
                for statement in dialect.create(guard):
                    cursor.execute(statement)


def lift(connection: BaseDatabaseWrapper) -> None:
    """Take every guard away."""
    with connection.cursor() as cursor:
        cursor.execute(DIALECTS[connection.vendor].existing)
        for (statement,) in cursor.fetchall():
            cursor.execute(statement)


def trigger_of(guard: Guard) -> str:
    """The name of its trigger."""
    return f"guard_{guard.model._meta.db_table}_{guard.event.lower()}"


def _unique_keys(model: type[models.Model]) -> list[list[str]]:
    """The columns of each key; without keys within one revision, for that is frozen as a whole or not at all."""
    single = [[field] for field in model._meta.concrete_fields if field.unique]
    several = [[field_of(model, name) for name in each.fields] for each in model._meta.total_unique_constraints]
    return [[str(field.column) for field in key] for key in single + several if key[0].name != "disclosure"]
