"""Where public pages read: a database of their own, which may stand behind the one that is written to.

A page and the number under which it is kept come from the same database: none is kept under a number ahead of it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import local
from typing import Any

from django.core.signals import request_finished
from django.db import DEFAULT_DB_ALIAS, connections
from django.http import HttpRequest, HttpResponseBase

PUBLIC = "public"  # the alias, where the settings have one
_STAFF = "/admin/"
_THREAD = local()


def reading_database() -> str:
    """The alias from which this thread reads now."""
    is_public = getattr(_THREAD, "is_public", False) and PUBLIC in connections.databases
    return PUBLIC if is_public else DEFAULT_DB_ALIAS


class PublicReading:
    """Django's router: what is written goes to one database, what the public reads may come from another."""

    def db_for_read(self, model: Any, **hints: Any) -> str:
        return reading_database()

    def db_for_write(self, model: Any, instance: Any = None, **hints: Any) -> str | None:
        """None leaves rows where they are, which a command may have chosen."""
        return DEFAULT_DB_ALIAS if instance is None or instance._state.db == PUBLIC else None

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db != PUBLIC


def public_reads(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """The middleware: a request that is not staff's reads for the public until its whole answer is sent."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        _THREAD.is_public = not request.path_info.startswith(_STAFF)
        return get_response(request)

    return middleware


def _end(**kwargs: Any) -> None:
    _THREAD.is_public = False


request_finished.connect(_end)


@contextmanager
def for_the_public() -> Iterator[None]:
    """What is read inside is read as public pages do."""
    _THREAD.is_public = True
    try:
        yield
    finally:
        _end()
