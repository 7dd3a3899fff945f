"""A document as lines of JSON, so that neither side ever holds it twice: a grid is a line for itself and one a row."""

from collections.abc import Iterable, Iterator
from dataclasses import astuple, replace
from typing import Any

from disclosures.documents.items import (
    BLANK,
    Aside,
    Cell,
    Document,
    DocumentError,
    Doubtful,
    Grid,
    Item,
    Prose,
    Sighting,
    Unreadable,
)
from disclosures.documents.scans.progress import Listener
from disclosures.documents.traces.trace import Trace

_FLAT = {kind.__name__: kind for kind in (Prose, Unreadable, Aside, Doubtful)}
_GRID, _SIGHTINGS, _NONE, _TRACE, _ERROR = "Grid", "sightings", "no sightings", "trace", "error"
_PROGRESS = "progress"
_TOGETHER = 1000  # sightings a line


def packed(document: Document) -> Iterator[list]:
    """The document part by part, each in plain lists."""
    for item in document.items:
        yield from _packed(item)
    yield from ([_TRACE, *trace] for trace in document.traces)
    if document.sightings is None:
        yield [_NONE]
        return
    for start in range(0, len(document.sightings), _TOGETHER):
        yield [_SIGHTINGS, *document.sightings[start : start + _TOGETHER]]


def failure(message: str) -> list:
    """What is handed over instead of a document."""
    return [_ERROR, message]


def progress(done: int, total: int) -> list:
    """What is handed over while a document with scanned pages is read."""
    return [_PROGRESS, done, total]


def is_progress(line: bytes) -> bool:
    """Whether a line of the answer only says how far reading has come."""
    return line.startswith(b'["' + _PROGRESS.encode())


def unpacked(parts: Iterable[Any], listener: Listener | None = None) -> Document:
    """The document that was packed; raises `DocumentError` where it is the message of one.

    The listener is told how many of all scanned pages have been read.
    """
    document = Document([], [])
    errors: list[str] = []
    parts = iter(parts)
    for kind, *values in parts:
        if kind == _ERROR:
            errors = values
        elif kind == _PROGRESS:
            if listener:
                listener(*values)
        elif kind == _NONE:
            document = replace(document, sightings=None)
        elif kind == _TRACE:
            document.traces.append(Trace(*values))
        elif kind == _SIGHTINGS:
            document.sightings.extend(Sighting(*value) for value in values)
        elif kind == _GRID:
            place, title, rows = values
            document.items.append(_grid(place, title, rows, parts))
        else:
            document.items.append(_FLAT[kind](*values))
    if errors:
        raise DocumentError(*errors)
    return document


def _packed(item: Item) -> Iterator[list]:
    if not isinstance(item, Grid):
        yield [type(item).__name__, *astuple(item)]
        return
    yield [_GRID, item.place, item.title, len(item.rows)]
    for row in item.rows:
        yield [cell or None for cell in row]


def _grid(place: str, title: str, rows: int, parts: Iterator[list]) -> Grid:
    return Grid(place, tuple(_row(next(parts)) for _ in range(rows)), title)


def _row(cells: list) -> tuple[Cell, ...]:
    return tuple([Cell(*cell) if cell else BLANK for cell in cells])
