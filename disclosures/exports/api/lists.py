"""A list of public things: what can be asked of it, its order, and a page of it."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any, Literal, NamedTuple

from django.db.models import Q, QuerySet
from ninja import Schema
from pydantic import ConfigDict
from pydantic import Field as Described

from disclosures.exports.api.cursors import LONGEST
from disclosures.exports.api.fields import Field

USUAL, MOST = 100, 1000  # items of a page


class Asked(Schema):
    """What can be asked of every list."""

    model_config = ConfigDict(extra="forbid")

    fields: str = Described("", max_length=1000, description="只要这些字段，用逗号隔开；不写就是全部")
    limit: int = Described(USUAL, ge=1, le=MOST, description=f"一页最多几条，最多 {MOST}")
    cursor: str = Described("", max_length=LONGEST, description="从哪里接着读：上一页的 next 里有")
    format: Literal["json", "csv", "ndjson"] = Described("json", description="json、csv 或 ndjson（一行一个 json）")


class Key(NamedTuple):
    """A part of the order of a list: an attribute of its rows as the ORM calls it."""

    name: str
    descending: bool = False


class Page(NamedTuple):
    """Rows, and the place behind the last of them where there are more."""

    rows: Sequence[Any]
    place: list[Any] | None


@dataclass(frozen=True, kw_only=True)
class AnyList(ABC):
    """A list that is read page by page. `spread` is a field that holds a list: in csv each of its objects is a row."""

    name: str
    says: str
    asked: type[Asked]
    fields: tuple[Field, ...]
    spread: str = ""

    @abstractmethod
    def page(self, asked: Any, after: list[Any], origin: str) -> Page:
        """The rows behind a place, as many as are asked for."""

    @abstractmethod
    def count(self, asked: Any) -> int:
        """How many rows there are on all pages."""

    def every(self, asked: Any, origin: str) -> Iterator[Any]:
        """All rows, page by page, each of as many as `asked` says."""
        after: list[Any] = []
        while True:
            page = self.page(asked, after, origin)
            yield from page.rows
            if page.place is None:
                return
            after = page.place


@dataclass(frozen=True, kw_only=True)
class Listing(AnyList):
    """A list of the database: `rows` are those that are asked for, `completed` adds what a page of them needs, at once.

    `order` must name each row alone.
    """

    order: tuple[Key, ...]
    rows: Callable[[Any], QuerySet]
    completed: Callable[[list[Any], Any, str], Iterable[Any]] = lambda rows, asked, origin: rows

    def page(self, asked: Any, after: list[Any], origin: str) -> Page:
        """The rows behind a place, as many as are asked for; one query, and those that complete them."""
        rows = self.rows(asked).order_by(*(f"-{key.name}" if key.descending else key.name for key in self.order))
        found = list((rows.filter(_behind(self.order, after)) if after else rows)[: asked.limit + 1])
        has_more, found = len(found) > asked.limit, found[: asked.limit]
        place = [_value(found[-1], key) for key in self.order] if has_more else None
        return Page(list(self.completed(found, asked, origin)), place)

    def count(self, asked: Any) -> int:
        """How many rows there are on all pages; one query."""
        return self.rows(asked).count()


def _behind(order: tuple[Key, ...], place: list[Any]) -> Q:
    """Rows that stand behind a place: further in one part, equal in all before it."""
    steps = []
    for last in range(len(order)):
        equal = {key.name: value for key, value in zip(order[:last], place, strict=False)}
        further = {f"{order[last].name}__{'lt' if order[last].descending else 'gt'}": place[last]}
        steps.append(Q(**equal, **further))
    return reduce(or_, steps)


def _value(row: Any, key: Key) -> Any:
    """The part of a row's place; of a group it is a dictionary."""
    if isinstance(row, dict):
        return row[key.name]
    for step in key.name.split("__"):
        row = getattr(row, step)
    return f"{row:f}" if isinstance(row, Decimal) else row
