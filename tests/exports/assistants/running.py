"""A client's questions, which see what the test has not committed."""

from collections.abc import Callable, Coroutine
from typing import Any
from unittest.mock import patch

from django.db import connections

from disclosures.exports.assistants import server
from tests.serving.in_process import run


def answered(ask: Callable[[], Coroutine]) -> Any:
    """What is answered; the tools see what the test has in its database and has not committed."""
    own = connections["default"]

    def adopt() -> None:
        """The thread of a tool begins with this, where it would look after its own connections."""
        connections["default"] = own

    own.inc_thread_sharing()
    try:
        with patch.object(server, "close_old_connections", adopt):
            return run(ask())
    finally:
        own.dec_thread_sharing()
