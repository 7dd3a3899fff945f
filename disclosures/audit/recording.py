"""How an entry gets into the log: in the transaction of the change, and one for all rows that are changed together."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import BinaryField, Model, QuerySet

from disclosures.audit.acting import Acting, acting_now
from disclosures.audit.models import LONGEST_TEXT, Change, Kind
from disclosures.audit.places import Place, place_of
from disclosures.audit.values import Differences, State, differences, state_of, states_in

Rows = TypeVar("Rows", bound=Iterable[Model])

_LONGEST_NAME = 100


@dataclass(frozen=True)
class Entry:
    """What is to be told of one model at one place; several of the same become one."""

    kind: Kind
    model: str
    place: Place
    text: str = ""


@dataclass
class Book:
    """What is told in one transaction and not written yet; and what was looked up for it."""

    entries: dict[Entry, list[dict]] = field(default_factory=dict)
    places: dict[Any, Place] = field(default_factory=dict)
    before: dict[tuple[str, Any], State] = field(default_factory=dict)
    is_silent: bool = False

    def tell(self, entry: Entry, rows: Iterable[dict] = ()) -> None:
        if not self.is_silent:
            self.entries.setdefault(entry, []).extend(rows)

    def write(self) -> None:
        """One statement, however many rows and models."""
        acting = acting_now()
        Change.objects.bulk_create(_change(acting, entry, rows) for entry, rows in self.entries.items())


_BOOK: ContextVar[Book | None] = ContextVar("book", default=None)
_TOLD: ContextVar[tuple[Kind | None, str]] = ContextVar("told", default=(None, ""))


@contextmanager
def together(*known: QuerySet) -> Iterator[None]:
    """A transaction whose changes are told together; `known` are the rows that it may change, asked once for all.

    Within another one it is a part of that; what is undone is not told.
    """
    outer = _BOOK.get()
    book = Book(places=outer.places if outer else {}, is_silent=bool(outer and outer.is_silent))
    with transaction.atomic():
        for rows in known:
            book.before |= {(rows.model._meta.label, key): state for key, state in states_in(rows).items()}
        token = _BOOK.set(book)
        try:
            yield
        finally:
            _BOOK.reset(token)
        if outer is None:
            book.write()
        else:
            for entry, told in book.entries.items():
                outer.tell(entry, told)


@contextmanager
def silently() -> Iterator[None]:
    """Nothing of what is done inside is told; for what is told as a whole, by `note`."""
    token = _BOOK.set(Book(is_silent=True))
    try:
        yield
    finally:
        _BOOK.reset(token)


@contextmanager
def told_as(text: str, kind: Kind | None = None) -> Iterator[None]:
    """What is changed inside is told with these words, as what it means instead of what it is."""
    token = _TOLD.set((kind, text))
    try:
        yield
    finally:
        _TOLD.reset(token)


# ---------------------------------------------------------------------------------------------------------------------
# What is told
# ---------------------------------------------------------------------------------------------------------------------


def added(rows: Rows) -> Rows:
    """Tell of rows that `bulk_create` has saved, and give them back; no signal tells of them."""
    if is_silent():
        return rows
    with _open_book() as book:
        for row in rows:
            _tell(book, Kind.ADDED, row, differences(type(row), {}, state_of(row)))
    return rows


def saved(row: Model, before: State | None, names: Iterable[str] | None = None) -> None:
    """Tell of a row that was saved: new without a state before."""
    kind = Kind.ADDED if before is None else Kind.CHANGED
    if is_silent():
        return
    if found := differences(type(row), before or {}, state_of(row, names)):
        with _open_book() as book:
            _tell(book, kind, row, found)


def deleted(row: Model) -> None:
    """Tell of a row that is gone."""
    if is_silent():
        return
    with _open_book() as book:
        _tell(book, Kind.DELETED, row, differences(type(row), state_of(row), {}))


def related(row: Model, name: str, before: list[str], after: list[str]) -> None:
    """Tell what a row was joined to, or is no longer."""
    with _open_book() as book:
        _tell(book, Kind.CHANGED, row, {name: [before, after]})


def changed(rows: Iterable[Model], before: Mapping[Any, State]) -> None:
    """Tell of rows that `bulk_update` has saved, by their states before; no signal tells of them."""
    with together():
        for row in rows:
            saved(row, before[row.pk], before[row.pk])


@contextmanager
def watching(rows: QuerySet, *names: str) -> Iterator[None]:
    """Tell what a statement inside changes in these fields of these rows, such as `update`, which sends no signal."""
    with together():
        before = states_in(rows, names)
        yield
        if before:
            changed(_without_contents(rows.model._base_manager.filter(pk__in=list(before))), before)


def _without_contents(rows: QuerySet) -> QuerySet:
    return rows.defer(*(field.name for field in rows.model._meta.concrete_fields if isinstance(field, BinaryField)))


def note(kind: Kind, text: str, *, of: Model | None = None, model: str = "", by: Acting | None = None) -> None:
    """An entry without rows, for what is told as a whole: of a row, of rows of a model, or of a person."""
    place = place_of(of, {}) if of else Place()
    entry = Entry(kind, of._meta.label_lower if of else model, place, text[:LONGEST_TEXT])
    book = _BOOK.get()
    if book is not None and not by:
        book.tell(entry)
    else:
        _change(by or acting_now(), entry, []).save(force_insert=True)


@contextmanager
def _open_book() -> Iterator[Book]:
    """The book that is open, else one for this change alone."""
    book = _BOOK.get()
    if book is not None:
        yield book
    else:
        yield (own := Book())
        own.write()


def before_of(row: Model) -> State | None:
    """What the row was, where that was asked for all rows together."""
    book = _BOOK.get()
    return book.before.get((row._meta.label, row.pk)) if book else None


def is_silent() -> bool:
    """Whether nothing is told now."""
    book = _BOOK.get()
    return bool(book and book.is_silent)


def _tell(book: Book, kind: Kind, row: Model, found: Differences) -> None:
    if book.is_silent:
        return
    meant, text = _TOLD.get()
    entry = Entry(meant or kind, row._meta.label_lower, place_of(row, book.places), text)
    book.tell(entry, [{"key": row.pk, "name": str(row)[:_LONGEST_NAME], "values": found}])


def _change(acting: Acting, entry: Entry, rows: list[dict]) -> Change:
    text = entry.text or (rows[0]["name"] if len(rows) == 1 else f"{len(rows)} 行")
    return Change(
        by=acting.number, by_name=acting.name, address=acting.address, request=acting.request,
        kind=entry.kind, model=entry.model, text=text[:LONGEST_TEXT], rows=rows, **vars(entry.place),
    )  # fmt: skip
