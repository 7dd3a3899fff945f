"""A client's questions in a thread of their own: a browser of the same run keeps a loop of events in the tests' own."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from unittest.mock import patch

from django.db import connections

from disclosures.exports.assistants import server


def answered(ask: Callable[[], Coroutine]) -> Any:
    """What is answered; the tools see what the test has in its database and has not committed."""
    own = connections["default"]

    def adopt() -> None:
        """The thread of a tool begins with this, where it would look after its own connections."""
        connections["default"] = own

    own.inc_thread_sharing()
    try:
        with patch.object(server, "close_old_connections", adopt), ThreadPoolExecutor(1) as thread:
            return thread.submit(lambda: asyncio.run(ask())).result()
    finally:
        own.dec_thread_sharing()
