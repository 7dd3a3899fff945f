"""The natural keys in addresses: units by region and code, editions by year and revision, tables, official codes."""

from dataclasses import dataclass

from django.urls import register_converter

from disclosures.classification.codes import ECONOMIC, FUNCTIONAL
from disclosures.statements.models import STATEMENTS, UNIT_CODE


@dataclass(frozen=True)
class UnitKey:
    """`210400-011001`: the unit with the code 011001 in the region 210400."""

    region: str
    code: str

    def __str__(self) -> str:
        return f"{self.region}-{self.code}"


@dataclass(frozen=True)
class EditionKey:
    """`2023` is the current revision of that year; `2023.r1` is that revision for ever."""

    year: int
    revision: int | None = None

    def __str__(self) -> str:
        return str(self.year) if self.revision is None else f"{self.year}.r{self.revision}"


class UnitConverter:
    """`<unit:unit>` in a route; a unit's code is whatever its documents print, but no part of a path."""

    regex = rf"[0-9]{{6}}-{UNIT_CODE}"

    def to_python(self, value: str) -> UnitKey:
        return UnitKey(*value.split("-", 1))

    def to_url(self, value: UnitKey) -> str:
        return str(value)


class EditionConverter:
    """`<edition:edition>` in a route; the digits are few enough for every database's small integers."""

    regex = r"[0-9]{4}(?:\.r[1-9][0-9]{0,3})?"

    def to_python(self, value: str) -> EditionKey:
        year, _, revision = value.partition(".r")
        return EditionKey(int(year), int(revision) if revision else None)

    def to_url(self, value: EditionKey) -> str:
        return str(value)


class SchemeConverter:
    """`<scheme:scheme>` in a route: `function` and `economic` are the two classifications."""

    words = {"function": FUNCTIONAL, "economic": ECONOMIC}
    regex = "|".join(words)

    def to_python(self, value: str) -> str:
        return self.words[value]

    def to_url(self, value: str) -> str:
        return next(word for word, scheme in self.words.items() if scheme == value)


class CodeConverter:
    """`<code:code>` in a route: a code of either classification."""

    regex = r"[0-9]{3}(?:[0-9]{2}){0,2}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class TableConverter:
    """`<table:number>` in a route: 03 for 公开03表."""

    regex = "|".join(STATEMENTS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class YearConverter:
    """`<year:year>` in a route."""

    regex = "[0-9]{4}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


class PositionConverter(YearConverter):
    """`<position:number>` in a route: one of several, counted; few enough digits for every database to skip so many."""

    regex = "[0-9]{1,6}"


register_converter(YearConverter, "year")
register_converter(PositionConverter, "position")
register_converter(UnitConverter, "unit")
register_converter(EditionConverter, "edition")
register_converter(SchemeConverter, "scheme")
register_converter(CodeConverter, "code")
register_converter(TableConverter, "table")
