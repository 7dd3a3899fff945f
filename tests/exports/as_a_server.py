"""Asking the site within a test as a server does, which ends connections to the database: a test needs its own."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.signals import request_finished, request_started
from django.db import close_old_connections


@contextmanager
def connection_stays() -> Iterator[None]:
    """No request ends the connection of the test, within which all that it made would be lost."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)
