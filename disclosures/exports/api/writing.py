"""Items as json, csv or one json a line."""

import csv
import io
from collections.abc import Iterable
from functools import partial
from typing import Any, get_args

import orjson

from disclosures.exports.api.fields import Field
from disclosures.tables.harmless import harmless

MEDIA_TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "ndjson": "application/x-ndjson",
}


def items_of(rows: Iterable[Any], fields: tuple[Field, ...], origin: str) -> list[dict[str, Any]]:
    """The rows as they are told; `origin` stands before every address."""
    told = [(field.name, partial(field.told, origin=origin) if field.leads else field.of) for field in fields]
    return [{name: of(row) for name, of in told} for row in rows]


def written(items: list[dict[str, Any]], fields: tuple[Field, ...], form: str, spread: str, around: dict) -> bytes:
    """The items in that form; `around` is what json says of the page beside them."""
    if form == "json":
        return orjson.dumps({**around, "items": items})
    if form == "ndjson":
        return b"".join(orjson.dumps(item, option=orjson.OPT_APPEND_NEWLINE) for item in items)
    return _csv(items, fields, spread)


def _csv(items: list[dict[str, Any]], fields: tuple[Field, ...], spread: str) -> bytes:
    """A row for each item, or for each of the objects that it holds in `spread`; nothing but the head before them."""
    held = next((field for field in fields if field.name == spread), None)
    head = [field.name for field in fields if field is not held]
    rows: Iterable[dict[str, Any]] = items
    if held:
        within = get_args(held.type)[0].model_fields
        head += [_inner(spread, name) for name in within]
        rows = ({**item, **_renamed(one, spread)} for item in items for one in item[spread])
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows([_cell(row.get(name)) for name in head] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _renamed(one: dict[str, Any], spread: str) -> dict[str, Any]:
    return {_inner(spread, name): told for name, told in one.items()}


def _inner(spread: str, name: str) -> str:
    """`figures` hold an `amount`: in a row of its own that is `figure_amount`."""
    return f"{spread.removesuffix('s')}_{name}"


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and all(isinstance(part, str | int) for part in value):
        return harmless(" ".join(map(str, value)))
    if isinstance(value, list | dict):
        return orjson.dumps(value).decode()
    return harmless(value) if isinstance(value, str) else value
