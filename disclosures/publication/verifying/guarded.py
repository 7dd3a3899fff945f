"""Whether the database still refuses: every trigger that is declared is there, word for word."""

import re
from collections.abc import Iterator

from django.apps import apps
from django.db import connection

from disclosures.publication.guarding.guards import guards
from disclosures.publication.guarding.triggers import DIALECTS, trigger_of


def missing_guards() -> Iterator[str]:
    """The triggers that somebody took away, changed or switched off."""
    there = _there()
    dialect = DIALECTS[connection.vendor]
    for guard in guards(apps, dialect.wording):
        name, table = trigger_of(guard), guard.model._meta.db_table
        if name not in there:
            yield f"数据库里 {table} 表的保护 {name} 不见了；请运行 manage.py migrate。"
        elif connection.vendor == "sqlite" and _words(there[name]) not in map(_words, dialect.create(guard)):
            yield f"数据库里 {table} 表的保护 {name} 被改过；请运行 manage.py migrate。"


def _there() -> dict[str, str]:
    """The triggers that work now, with their text on SQLite."""
    asked = {
        "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname, '' FROM pg_trigger WHERE tgenabled <> 'D' AND NOT tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(asked[connection.vendor])
        return dict(cursor.fetchall())


def _words(sql: str) -> list[str]:
    """The words of a trigger; a migration may have known its columns in another order."""
    return sorted(re.findall(r"[^\s();]+", sql))
