"""Single things: a unit, a disclosure with its contents, a table of it, its text."""

from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field as Described

from disclosures.addresses import links
from disclosures.addresses.keys import EditionKey, UnitKey
from disclosures.exports.api.answering import given, origin_of
from disclosures.exports.api.fields import schema_of
from disclosures.exports.api.problems import Problem, ProblemError
from disclosures.exports.api.resources.disclosures import FIELDS
from disclosures.exports.api.resources.units import UNITS
from disclosures.exports.api.writing import items_of
from disclosures.exports.requested import requested_table
from disclosures.exports.table.json_file import json_file
from disclosures.publication.current import public_revision
from disclosures.statements.models import STATEMENTS, Disclosure, Paragraph, StatementHead, statements_in

things = Router()


class TableBrief(Schema):
    """A table of a disclosure."""

    table: str = Described(description="表号")
    title: str = Described(description="表名")
    is_declared_empty: bool = Described(description="是不是声明没有数")
    address: str = Described(description="表的页面，长期有效")
    data: str = Described(description="同一张表，由程序读")


class Whole(schema_of("DisclosureItem", FIELDS)):  # type: ignore[misc]
    """A disclosure with its contents."""

    tables: list[TableBrief] = Described(description="公开了的表")
    narrative: str = Described(description="文字说明的页面，长期有效")
    source: str = Described(description="原文件的页面，长期有效")


class TextParagraph(Schema):
    """A heading or a paragraph."""

    position: int = Described(description="第几段")
    chapter: str = Described(description="在文件的哪一部分")
    level: int = Described(description="0 是正文，1 是一级标题，依此类推")
    text: str = Described(description="原文")
    place: str = Described(description="在原文件中的出处")


class Text(Schema):
    """The text of a disclosure."""

    address: str = Described(description="文字说明的页面，长期有效")
    paragraphs: list[TextParagraph]


class TableFigures(Schema):
    """A table; the same as at its address with `.json`."""

    source: str = Described(description="表的页面，长期有效")
    digest: str = Described(description="这一版全部内容的 SHA-256")
    table: str = Described(description="表号")
    title: str = Described(description="表名")
    printed_unit: str = Described(description="原文的金额单位")
    columns: list[dict[str, Any]] = Described(description="栏目")
    rows: list[dict[str, Any]] = Described(description="行；amounts 是元，printed 照原文")
    notes: list[str] = Described(description="表注")
    is_declared_empty: bool = Described(description="是不是声明没有数")


ANSWERS = {404: Problem, 400: Problem}


@things.get("/units/{unit:unit}", response={200: schema_of("UnitItem", UNITS.fields), **ANSWERS}, summary="一个单位")
def unit(request: HttpRequest, unit: Any) -> HttpResponse:
    """The unit, with the years that it has published."""
    asked = UNITS.asked.model_validate({})
    found = UNITS.rows(asked).filter(region=unit.region, code=unit.code).first()
    if found is None:
        raise ProblemError(404, f"没有公开决算的单位 {str(unit)[:60]}。")
    rows = UNITS.completed([found], asked, origin_of(request))
    return given(request, orjson.dumps(items_of(rows, UNITS.fields, origin_of(request))[0]))


@things.get(
    "/disclosures/{unit:unit}/{edition:edition}", response={200: Whole, **ANSWERS}, summary="一份决算和它的目录"
)
def disclosure(request: HttpRequest, unit: Any, edition: Any) -> HttpResponse:
    """What it comes down to, and the tables that it has."""
    found, origin = _revision(unit, edition), origin_of(request)
    pages = links.pinned(found)
    tables = [
        {
            "table": head.number,
            "title": head.title or STATEMENTS[head.number].title_in(found.year),
            "is_declared_empty": head.is_declared_empty,
            "address": origin + pages.table(head.number),
            "data": origin + pages.file(head.number, "json"),
        }
        for head in StatementHead.objects.filter(disclosure=found).order_by("number")
    ]
    item = items_of([found], FIELDS, origin)[0]
    rest = {"tables": tables, "narrative": origin + pages.narrative(), "source": origin + pages.source()}
    return given(request, orjson.dumps(item | rest))


@things.get(
    "/disclosures/{unit:unit}/{edition:edition}/tables/{table:number}",
    response={200: TableFigures, **ANSWERS},
    summary="一张表",
)
def table(request: HttpRequest, unit: Any, edition: Any, number: str) -> HttpResponse:
    """The table as published: amounts exact in 元 beside what is printed."""
    found = _revision(unit, edition)
    if number not in statements_in(found.year):
        raise ProblemError(404, f"{found.year} 年度没有公开{number}表。")
    return given(request, json_file(requested_table(request, found, number)))


@things.get(
    "/disclosures/{unit:unit}/{edition:edition}/narrative", response={200: Text, **ANSWERS}, summary="一份决算的文字"
)
def narrative(request: HttpRequest, unit: Any, edition: Any) -> HttpResponse:
    """All paragraphs in the order of the document."""
    found = _revision(unit, edition)
    names = ("position", "chapter", "level", "text", "place")
    paragraphs = list(Paragraph.objects.filter(disclosure=found).order_by("position").values(*names))
    address = origin_of(request) + links.pinned(found).narrative()
    return given(request, orjson.dumps({"address": address, "paragraphs": paragraphs}))


def _revision(unit: UnitKey, edition: EditionKey) -> Disclosure:
    found = public_revision(unit.region, unit.code, edition.year, edition.revision)
    if found is None:
        raise ProblemError(404, f"{str(unit)[:60]} 没有公开 {edition} 的决算。")
    return found
