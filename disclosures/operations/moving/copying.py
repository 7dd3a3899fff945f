"""All rows of one database put into the empty tables of a PostgreSQL one, in one transaction, and compared there."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.color import no_style
from django.db import DatabaseError, connections, models, transaction
from psycopg import sql

from disclosures.operations.moving.fingerprints import Fingerprint, fingerprint, rows_of, stored_models


class DiffersError(Exception):
    """A table that did not arrive as it was; nothing was kept."""


def copy_all(source: str, target: str) -> dict[type[models.Model], int]:
    """How many rows of each model were copied from the database `source` to `target`, both by their alias.

    Nothing is written to the source meanwhile: its writers wait, as for any other long transaction.
    """
    copied = stored_models()
    with transaction.atomic(using=source), transaction.atomic(using=target):
        with _triggers_at_rest(target, copied):
            _empty(target, copied)
            sent = {model: _copy(model, source, target) for model in copied}
            _run(target, sql.SQL("SET CONSTRAINTS ALL IMMEDIATE"))  # a row that refers to none is told now
        _continue_numbers(target, copied)
        for model, expected in sent.items():
            if fingerprint(model, target) != expected:
                raise DiffersError(model._meta.db_table)
    _run(target, sql.SQL("ANALYZE"))
    return {model: found.rows for model, found in sent.items()}


def _copy(model: type[models.Model], source: str, target: str) -> Fingerprint:
    table = model._meta.db_table
    fields, connection = model._meta.concrete_fields, connections[target]
    columns = sql.SQL(", ").join([sql.Identifier(str(field.column)) for field in fields])
    order = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), columns)
    sent = Fingerprint()
    try:
        with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(order) as copy:
            for row in rows_of(model, source):
                copy.write_row(_stored(fields, row, connection))
                sent.add(row)
    except DatabaseError as error:
        raise DatabaseError(f"{table}：{error}") from error
    return sent


def _stored(fields: Any, row: tuple, connection: Any) -> list:
    return [field.get_db_prep_save(value, connection) for field, value in zip(fields, row, strict=True)]


@contextmanager
def _triggers_at_rest(target: str, copied: list[type[models.Model]]) -> Iterator[None]:
    """The guards let nothing published in; it has been guarded where it comes from, and is again afterwards."""
    _switch_triggers(target, copied, sql.SQL("DISABLE"))
    yield
    _switch_triggers(target, copied, sql.SQL("ENABLE"))


def _switch_triggers(target: str, copied: list[type[models.Model]], to: sql.SQL) -> None:
    for model in copied:
        _run(target, sql.SQL("ALTER TABLE {} {} TRIGGER USER").format(sql.Identifier(model._meta.db_table), to))


def _empty(target: str, copied: list[type[models.Model]]) -> None:
    """What `migrate` wrote by itself, such as permissions, has other numbers in the source."""
    tables = sql.SQL(", ").join([sql.Identifier(model._meta.db_table) for model in copied])
    _run(target, sql.SQL("TRUNCATE {}").format(tables))


def _continue_numbers(target: str, copied: list[type[models.Model]]) -> None:
    """The next row gets a number after the last one copied."""
    for statement in connections[target].ops.sequence_reset_sql(no_style(), copied):
        _run(target, statement)


def _run(target: str, statement: Any) -> None:
    with connections[target].cursor() as cursor:
        cursor.execute(statement)
