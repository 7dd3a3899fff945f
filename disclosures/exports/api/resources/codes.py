"""The official codes with their names, and the years in which these hold."""

from typing import Literal

from django.db.models import QuerySet
from pydantic import Field as Described

from disclosures.addresses import links
from disclosures.addresses.keys import SchemeConverter
from disclosures.classification.models import Code
from disclosures.exports.api.fields import Field
from disclosures.exports.api.lists import Asked, Key, Listing


class AskedOfCodes(Asked):
    """What can be asked of codes."""

    scheme: Literal["", "function", "economic"] = Described("", description="function 功能分类，economic 经济分类")
    code: str = Described("", pattern="^[0-9]{0,7}$", description="编码，连同它下面的，如 208")
    name: str = Described("", max_length=100, description="名称里有这几个字")
    year: int | None = Described(None, ge=1990, le=2100, description="只要这一年度用的名称")


def _rows(asked: AskedOfCodes) -> QuerySet[Code]:
    codes = Code.objects.filter(scheme__in=SchemeConverter.words.values())
    if asked.scheme:
        codes = codes.filter(scheme=SchemeConverter.words[asked.scheme])
    if asked.code:
        codes = codes.filter(code__startswith=asked.code)
    if asked.name:
        codes = codes.filter(name__contains=asked.name)
    return codes.of_year(asked.year) if asked.year else codes


def _scheme(code: Code) -> str:
    return SchemeConverter().to_url(code.scheme)


CODES = Listing(
    name="codes",
    says="官方科目：功能分类和经济分类的编码、名称和使用年度",
    asked=AskedOfCodes,
    fields=(
        Field("scheme", str, "function 功能分类，economic 经济分类", _scheme),
        Field("code", str, "编码", lambda code: code.code),
        Field("name", str, "名称", lambda code: code.name),
        Field("level", str, "类、款或项", lambda code: code.level),
        Field("first_year", int, "从哪一年用这个名称；不清楚是 null", lambda code: code.first_year),
        Field("last_year", int, "用到哪一年；仍在用是 null", lambda code: code.last_year),
        Field("status", str, "核实情况", lambda code: code.status),
        Field("address", str, "科目的页面", lambda code: links.code(code.scheme, code.code), leads=True),
    ),
    order=(Key("scheme"), Key("code"), Key("pk")),
    rows=_rows,
)
