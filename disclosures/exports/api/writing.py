"""Items as json, csv or one json a line."""

import csv
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

_END = "\r\n"


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
    """A row for each of the objects that an item holds in `spread`, one where it holds none; before them the head."""
    held = next((field for field in fields if field.name == spread), None)
    own = [field.name for field in fields if field is not held]
    within = list(get_args(held.type)[0].model_fields) if held else []
    line = csv.writer(_Lines()).writerow  # gives back what it writes
    said = [line([*own, *(_inner(spread, name) for name in within)])]
    for item in items:
        start = line([_cell(item[name]) for name in own])
        if not held:
            said.append(start)
            continue
        before = f"{start.removesuffix(_END)}," if own else ""  # the same for all that the item holds
        objects = item[spread] or [{}]
        said += [before + line([_cell(one.get(name)) for name in within]) for one in objects]
    return "".join(said).encode("utf-8-sig")


class _Lines:
    """A file that keeps nothing: what is written is handed back."""

    def write(self, line: str) -> str:
        return line


def _inner(spread: str, name: str) -> str:
    """`figures` hold an `amount`: in a row of its own that is `figure_amount`."""
    return f"{spread.removesuffix('s')}_{name}"


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and all(isinstance(part, str | int) for part in value):
        return harmless(" ".join(map(str, value)))
    return orjson.dumps(value).decode() if isinstance(value, list | dict) else value
