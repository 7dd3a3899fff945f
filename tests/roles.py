"""On PostgreSQL the tests act as the role that serves a site, which owns nothing; what only an owner may do says so."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psycopg
import pytest
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.backends.signals import connection_created

from disclosures.operations.rights import grant

ROLE = "site_of_the_tests"


@contextmanager
def acting_as_the_site() -> Iterator[None]:
    """Inside every connection does; asked of the owner, once the tables are there."""
    with connection.cursor() as cursor, suppress(psycopg.errors.UniqueViolation, psycopg.errors.DuplicateObject):
        cursor.connection.execute(f"CREATE ROLE {ROLE}")  # of the whole server: another process may have been faster
    grant(ROLE, connection)
    connection.close()
    connection_created.connect(_take_role)
    yield
    connection_created.disconnect(_take_role)
    connection.close()


def _take_role(connection, **kwargs) -> None:
    """On the database of the tests alone: another that a test fills has its own owner."""
    if connection.alias == DEFAULT_DB_ALIAS:
        with connection.cursor() as cursor:
            cursor.execute(f"SET ROLE {ROLE}")


@contextmanager
def as_owner() -> Iterator[None]:
    """What is done inside is done by whoever owns the tables; on SQLite nobody does."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    yield
    _take_role(connection)


@pytest.fixture
def owner(db) -> Iterator[None]:
    """The whole test is done by whoever owns the tables."""
    with as_owner():
        yield
