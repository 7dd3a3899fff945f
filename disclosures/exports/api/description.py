"""What the addresses for programs are: as OpenAPI for machines, as a page for people."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.addresses import programs
from disclosures.exports.api import webhooks
from disclosures.exports.api.answering import given, open_to_all, origin_of
from disclosures.exports.api.lists import MOST
from disclosures.exports.api.problems import MEDIA_TYPE, TITLES
from disclosures.exports.api.resources.common import MOST_UNITS
from disclosures.exports.api.site import api
from disclosures.exports.api.writing import MEDIA_TYPES
from disclosures.publication.caching import of_the_site


@dataclass(frozen=True)
class Part:
    """A parameter or a field: its name, its type in a word, what it means."""

    name: str
    type: str
    says: str
    is_needed: bool = False


@dataclass(frozen=True)
class Operation:
    """An address with all that can be asked of it and what its items say."""

    path: str
    says: str
    parameters: tuple[Part, ...]
    fields: tuple[Part, ...]
    example: str


EXAMPLES = {
    "search": "?q=公务接待费",
    "lines": "?table=05&code=2080505",
    "totals": "?table=03&code=208",
    "ranks": "?table=03&code=208&year=2023",
    "codes": "?scheme=function&code=208",
}


@cache
def document() -> dict[str, Any]:
    """The OpenAPI document; what the library does not know of is the forms of lists and the media type of problems."""
    contract = dict(api.get_openapi_schema(path_prefix=programs.api()))
    for path, methods in contract["paths"].items():
        for status, response in methods["get"]["responses"].items():
            described = response["content"].pop(MEDIA_TYPES["json"])
            if status != 200:
                response["content"][MEDIA_TYPE] = described
                continue
            response["content"][MEDIA_TYPES["json"]] = described
            if "/" not in path.removeprefix(programs.api()):  # a list, no single thing
                response["content"] |= {MEDIA_TYPES[form].partition(";")[0]: _TEXT for form in ("csv", "ndjson")}
    contract["components"]["schemas"] |= webhooks.schemas()
    return contract | {"webhooks": webhooks.webhooks()}


_TEXT = {"schema": {"type": "string"}}


@open_to_all
def described(request: HttpRequest) -> HttpResponse:
    """The contract."""
    contract = document() | {"servers": [{"url": origin_of(request)}]}
    return given(request, orjson.dumps(contract, option=orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS))


@of_the_site
def reference(request: HttpRequest) -> HttpResponse:
    """The same for people: what there is, how to ask, what is refused."""
    told = {"operations": operations(), "messages": messages(), "problems": TITLES}
    return render(request, "exports/api.html", told | {"most": MOST, "most_units": MOST_UNITS})


def operations() -> tuple[Operation, ...]:
    """All addresses, in the order in which they are declared."""
    contract = document()
    return tuple(_operation(path, methods["get"], contract) for path, methods in contract["paths"].items())


def messages() -> tuple[Operation, ...]:
    """What is sent to who subscribed, as the contract has it."""
    contract = document()
    return tuple(
        Operation(
            path=name,
            says=told["post"]["summary"],
            parameters=tuple(Part(one["name"], _type(one["schema"]), _says(one)) for one in told["post"]["parameters"]),
            fields=_fields(told["post"]["requestBody"]["content"]["application/json"]["schema"], contract),
            example="",
        )
        for name, told in contract["webhooks"].items()
    )


def _operation(path: str, told: dict[str, Any], contract: dict[str, Any]) -> Operation:
    name = path.removeprefix(programs.api())
    return Operation(
        path=path,
        says=told["summary"],
        parameters=tuple(
            Part(one["name"], _type(one["schema"]), _says(one), one.get("required", False))
            for one in told.get("parameters", ())
        ),
        fields=_fields(told["responses"][200]["content"]["application/json"]["schema"], contract),
        example="" if "{" in path else f"{path}{EXAMPLES.get(name, '')}",
    )


def _fields(schema: dict[str, Any], contract: dict[str, Any]) -> tuple[Part, ...]:
    """What an item of a list, or the single thing, says."""
    found = _resolved(schema, contract)
    items = found["properties"].get("items")
    if items:
        found = _resolved(items["items"], contract)
    return tuple(Part(name, _type(one), one.get("description", "")) for name, one in found["properties"].items())


def _resolved(schema: dict[str, Any], contract: dict[str, Any]) -> dict[str, Any]:
    reference = schema.get("$ref", "")
    return contract["components"]["schemas"][reference.rpartition("/")[2]] if reference else schema


_TYPES = {"string": "文字", "integer": "整数", "boolean": "是否", "array": "列表", "object": "对象", "number": "数"}


def _type(schema: dict[str, Any]) -> str:
    """In a word."""
    if "anyOf" in schema:
        return next(filter(None, map(_type, schema["anyOf"])), "")
    if "enum" in schema:
        return " | ".join(word or "“”" for word in schema["enum"])
    return "对象" if "$ref" in schema else _TYPES.get(schema.get("type", ""), "")


def _says(parameter: dict[str, Any]) -> str:
    return parameter.get("description") or parameter["schema"].get("description", "")
