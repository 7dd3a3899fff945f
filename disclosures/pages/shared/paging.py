"""One page of a long list, with plain links to the pages before and after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from disclosures.addresses.links import with_query
from disclosures.pages.shared.list_query import ListQuery

SIZE = 50


@dataclass(frozen=True)
class Page:
    """`rows` are those of this page; `first` is the place of the first of them among all `count`, from 1."""

    rows: Sequence
    count: int
    number: int
    last: int
    previous: str = ""
    next: str = ""

    @property
    def first(self) -> int:
        return (self.number - 1) * SIZE + 1

    @property
    def until(self) -> int:
        return self.first + len(self.rows) - 1


def page_of(queryset: QuerySet | list, count: int, asked: ListQuery, address: str) -> tuple[Page, ListQuery]:
    """The page asked for, or the last where there are fewer; with what is asked in its canonical form. One query."""
    last = max(-(-count // SIZE), 1)
    asked = asked.on_page(min(asked.page, last))
    rows = list(queryset[(asked.page - 1) * SIZE : asked.page * SIZE])
    before = with_query(address, asked.on_page(asked.page - 1)) if asked.page > 1 else ""
    after = with_query(address, asked.on_page(asked.page + 1)) if asked.page < last else ""
    return Page(rows, count, asked.page, last, before, after), asked
