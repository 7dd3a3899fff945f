"""Data that several tests begin with, saved once: a test undoes what it did itself, and the next finds the data again.

What a disclosure needs to be published, or the code lists to be loaded, costs more than most tests that begin with it.
"""

from collections.abc import Callable
from copy import deepcopy
from functools import wraps

import pytest
from django.db import transaction

Makers = tuple[Callable[[], object], ...]


class Kept:
    """What is saved now, in a transaction that stays open around the tests which begin with just that."""

    def __init__(self):
        self.made: dict[Callable, object] = {}
        self.open: transaction.Atomic | None = None

    def keep_for(self, makers: Makers) -> None:
        """Undo it unless it is what these make."""
        if makers != tuple(self.made):
            self.drop()

    def make(self, makers: Makers) -> None:
        """Have what these make in the database, if it is not there."""
        self.keep_for(makers)
        if makers and not self.open:
            self.open = transaction.atomic()
            self.open.__enter__()
            try:
                for make in makers:
                    self.made[make] = make()
            except BaseException:
                self.drop()
                raise

    def drop(self) -> None:
        if self.open:
            transaction.set_rollback(True)
            self.open.__exit__(None, None, None)
        self.made, self.open = {}, None


KEPT = Kept()


def once(make: Callable[[], object] | None = None, *, autouse: bool = False):
    """A fixture whose data is saved once for all tests in a row that begin with it; each gets a copy of its own."""
    if make is None:
        return lambda make: once(make, autouse=autouse)

    @wraps(make)
    def given(db):
        return deepcopy(KEPT.made[make])

    del given.__wrapped__  # pytest would ask for what the maker asks for
    given.make = make
    return pytest.fixture(given, autouse=autouse)


def makers_of(item: pytest.Item) -> Makers:
    """What makes the data that the test begins with."""
    known = getattr(item, "_fixtureinfo", None)
    found = [known.name2fixturedefs.get(name, [None])[-1] for name in item.fixturenames] if known else []
    return tuple(one.func.make for one in found if hasattr(getattr(one, "func", None), "make"))


def in_rows(items: list[pytest.Item]) -> list[pytest.Item]:
    """The tests of each file so that those that begin with the same data stand in a row."""
    files: dict = {}
    for item in items:
        files.setdefault(item.path, []).append(item)
    return [item for found in files.values() for item in sorted(found, key=_names)]


def _names(item: pytest.Item) -> list[str]:
    return [make.__name__ for make in makers_of(item)]
