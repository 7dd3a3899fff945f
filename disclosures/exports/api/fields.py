"""What an item of a list says: one declaration for json, csv, the description and what can be left out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ninja import Schema
from pydantic import Field as Described
from pydantic import create_model

from disclosures.exports.api.problems import ProblemError


@dataclass(frozen=True)
class Field:
    """One thing that an item says: its name, its type, what it means, and how to get it from a row.

    A type of its own is a `Schema` where the value is an object or a list of such. A field that `leads` somewhere is
    an address without what stands before it.
    """

    name: str
    type: Any
    says: str
    of: Callable[[Any], Any]
    leads: bool = False

    def told(self, row: Any, origin: str) -> Any:
        """The value; an address with `origin` before it, so that it can be followed from anywhere."""
        value = self.of(row)
        return origin + value if self.leads and value else value


def schema_of(name: str, fields: tuple[Field, ...]) -> type[Schema]:
    """The fields as a model for the description; each may be left out."""
    described = {field.name: (field.type | None, Described(None, description=field.says)) for field in fields}
    return create_model(name, __base__=Schema, **described)  # type: ignore[call-overload]


def asked_for(fields: tuple[Field, ...], names: str) -> tuple[Field, ...]:
    """The fields that are named, in the order in which they are declared; all without a name."""
    if not names:
        return fields
    known = [field.name for field in fields]
    wanted = names.split(",")
    for name in wanted:
        if name not in known:
            raise ProblemError(400, f"fields 里的 {name[:40]!r} 不是这个列表的字段。", "fields", known)
    return tuple(field for field in fields if field.name in wanted)
