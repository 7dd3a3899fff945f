"""The PostgreSQL database to which the site moves: named by its address, brought up to date, and empty."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connections

from disclosures.operations.databases import database
from disclosures.operations.elsewhere import fault_of
from disclosures.operations.moving.fingerprints import stored_models

TARGET = "target"
_MADE_BY_MIGRATE = (ContentType, Permission, Group, Group.permissions.through)


class UnfitError(Exception):
    """A database to which nothing can be moved, with the reason."""


@contextmanager
def target_at(url: str) -> Iterator[str]:
    """The alias by which the database is known inside, with its tables; one that holds anything is refused."""
    connections.databases[TARGET] = connections.configure_settings({"default": {}, TARGET: database(url)})[TARGET]
    try:
        if connections[TARGET].vendor != "postgresql":
            raise UnfitError("目标不是 PostgreSQL 数据库。")
        if held := _held():
            raise UnfitError(f"目标数据库里已有数据（{held}）；请给一个空的数据库。")
        if fault := fault_of("migrate", url):
            raise UnfitError(f"目标数据库建不了表：\n{fault}")
        yield TARGET
    finally:
        connections[TARGET].close()
        del connections[TARGET], connections.databases[TARGET]


def _held() -> str:
    """The first table that holds something which `migrate` does not write; "" where there is none."""
    there = set(connections[TARGET].introspection.table_names())
    return next(
        (
            model._meta.db_table
            for model in stored_models()
            if model._meta.db_table in there
            and model not in _MADE_BY_MIGRATE
            and model._base_manager.using(TARGET).exists()
        ),
        "",
    )
