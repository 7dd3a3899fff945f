"""How many scanned pages have been read: told to whoever waits for a document."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[int, int], None]

_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


def tell(done: int, total: int) -> None:
    """Say that so many of all scanned pages have been read."""
    if listener := _listener.get():
        listener(done, total)


@contextmanager
def told_to(listener: Listener) -> Iterator[None]:
    """Tell this one while a document is read."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)
