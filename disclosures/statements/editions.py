"""In which years something stands on the official form: a column, a row, a sum, a whole table.

The form changes, and a disclosure keeps the form of its year. What is asked without a year is asked of all editions.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar


class Dated(Protocol):
    """`since` is the first year that has it and `until` the last; None where the form always had it, or still has."""

    @property
    def since(self) -> int | None: ...

    @property
    def until(self) -> int | None: ...


D = TypeVar("D", bound=Dated)

NEWEST = 9999  # a year whose form is the newest that is declared


def holds_in(dated: Any, year: int | None) -> bool:
    """Whether the form of that year has it; every form of any year where no year is asked for."""
    return year is None or (dated.since or year) <= year <= (dated.until or year)


def in_year(all_dated: Iterable[D], year: int | None) -> tuple[D, ...]:
    """Those that the form of that year has, in their order."""
    return tuple(dated for dated in all_dated if holds_in(dated, year))


def lasting(all_dated: Iterable[D]) -> tuple[D, ...]:
    """Those that every edition of the form has."""
    return tuple(dated for dated in all_dated if not (dated.since or dated.until))


class Promise(str):
    """A sum that the form promises in some years alone: `Promise("59 = 32:58", since=2026)`."""

    since: int | None
    until: int | None

    def __new__(cls, text: str, since: int | None = None, until: int | None = None):
        promise = super().__new__(cls, text)
        promise.since, promise.until = since, until
        return promise


@dataclass(frozen=True)
class Former:
    """How the form printed a column up to and with a year: another title, another 栏次."""

    until: int
    title: str = ""
    number: int | dict[str, int] | None = None


def former_in(formers: Iterable[Former], year: int | None) -> Former | None:
    """What was printed in that year; None for what is printed today."""
    return min((one for one in formers if year and year <= one.until), key=lambda one: one.until, default=None)
