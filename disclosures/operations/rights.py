"""What the site's own role may do in PostgreSQL, where migrations are run by another, which owns the tables.

Who owns a table can take its triggers away; who does not can neither do that nor change or empty what they guard.
"""

from typing import Any

from psycopg import sql

from disclosures.operations.moving.fingerprints import stored_models

_EVERYTHING = "SELECT, INSERT, UPDATE, DELETE"
_ADDING = "SELECT, INSERT"
_LESS = {"audit_change": _ADDING, "publication_digestlist": _ADDING, "django_migrations": "SELECT"}


class RoleError(Exception):
    """A role that cannot be the site's own, with the reason."""


def grant(role: str, connection: Any) -> None:
    """Give the role exactly these rights, in place of those that it had; asked of whoever owns the tables."""
    with connection.cursor() as cursor:
        _refuse_owner(role, cursor)
        for statement in _statements(set(connection.introspection.table_names(cursor))):
            cursor.execute(statement.format(role=sql.Identifier(role)))


def _statements(there: set[str]) -> list[sql.SQL]:
    tables = {model._meta.db_table: _EVERYTHING for model in stored_models()} | _LESS
    return [
        sql.SQL("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}"),
        sql.SQL("GRANT USAGE ON SCHEMA public TO {role}"),
        sql.SQL("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}"),
        *(sql.SQL(f"GRANT {rights} ON {table} TO {{role}}") for table, rights in tables.items() if table in there),
    ]


def _refuse_owner(role: str, cursor: Any) -> None:
    cursor.execute(
        "SELECT rolsuper, pg_has_role(rolname, current_user, 'MEMBER') FROM pg_roles WHERE rolname = %s", [role]
    )
    found = cursor.fetchone()
    if found is None:
        raise RoleError(f"数据库里没有 {role} 这个角色；请先用 CREATE ROLE 建立。")
    if any(found):
        raise RoleError(f"角色 {role} 拥有这些表，或与拥有者同权；网站要用另一个角色。")
