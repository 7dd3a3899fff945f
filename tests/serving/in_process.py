"""The application of the server in the process of a test: requests and what is answered, without sockets."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from queue import Empty, Queue
from threading import Thread
from typing import Any

from django.core import signals
from django.db import close_old_connections

from disclosures.serving.pools import OverloadError


@dataclass
class Scope:
    """A request as granian describes it."""

    path: str
    method: str = "GET"
    query_string: str = ""
    headers: dict = field(default_factory=dict)
    proto: str = "http"
    scheme: str = "http"
    server: str = "127.0.0.1:8000"
    client: str = "127.0.0.1:50000"

    def __post_init__(self):
        self.headers = {"host": "127.0.0.1", **self.headers}


class Protocol:
    """Keeps what is answered; `chunks` is the body as it comes."""

    def __init__(self, *chunks: bytes):
        self.chunks, self.status, self.headers, self.body = chunks, 0, {}, b""

    async def __aiter__(self):
        for chunk in self.chunks:
            yield chunk

    def response_empty(self, status, headers):
        self.response_bytes(status, headers, b"")

    def response_bytes(self, status, headers, body):
        self.status, self.headers, self.body = status, dict(headers), body

    def response_file(self, status, headers, file):
        with open(file, "rb") as kept:  # noqa: PTH123
            self.response_bytes(status, headers, kept.read())

    def response_file_range(self, status, headers, file, start, end):
        """As granian does it: up to before the end."""
        with open(file, "rb") as kept:  # noqa: PTH123
            self.response_bytes(status, headers, kept.read()[start:end])

    def response_stream(self, status, headers):
        self.response_bytes(status, headers, b"")
        return self

    async def send_bytes(self, data):
        self.body += data

    def close(self, status):
        self.status = -1


class Here:
    """In place of threads, which see nothing of the test's transaction: the thread of the test does the work."""

    rested = float("inf")  # nobody else is there

    def __init__(self, desk: Queue, refuses: bool = False):
        self.desk, self.refuses = desk, refuses

    async def run(self, work):
        if self.refuses:
            raise OverloadError
        done: Future = Future()
        self.desk.put((work, done))
        return await asyncio.wrap_future(done)


class OfHere:
    def __init__(self):
        self.desk = Queue()
        self.pages, self.dear, self.staff = Here(self.desk), Here(self.desk), Here(self.desk)


def new_site():
    """As each process of the server has one."""
    from disclosures.serving.app import Site  # which begins Django's own application, with the settings of the test

    site = Site()
    site.folder.mkdir(parents=True, exist_ok=True)
    site.disk.begin()
    site.pools = OfHere()
    site.watch.look()
    return site


@contextmanager
def connection_kept() -> Iterator[None]:
    """Requests close no connection: it holds the test's own transaction."""
    ends = (signals.request_started, signals.request_finished)
    for end in ends:
        end.disconnect(close_old_connections)
    yield
    for end in ends:
        end.connect(close_old_connections)


def ask(site, scope: Scope, *chunks: bytes) -> Protocol:
    """The answer."""
    protocol = Protocol(*chunks)
    work_out(site, lambda: site.__rsgi__(scope, protocol))
    return protocol


def work_out(site, begin: Callable[[], Coroutine]) -> None:
    """Run it to its end: its loop has a thread of its own, and Django is asked in this one."""
    loop = Thread(target=lambda: asyncio.run(begin()), daemon=True)
    loop.start()
    while loop.is_alive():
        with suppress(Empty):
            work, done = site.pools.desk.get(timeout=0.01)
            try:
                done.set_result(work())
            except (ArithmeticError, OSError) as error:
                done.set_exception(error)


def run(coroutine: Coroutine) -> Any:
    """What it returns, in a thread of its own: a browser of the same run keeps a loop of events in the tests' own."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()
