"""The code lists as they stand in `fixtures/`: what reading consults without a database, and what it is loaded from.

The list is a dictionary of names, never a whitelist: a code that is absent here is kept as the document prints it.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

LISTS = Path(__file__).resolve().parents[2] / "fixtures"

CONFIRMED, HISTORICAL = "confirmed", "historical"
STATUSES = (
    (CONFIRMED, "编码和名称都已核实"),
    ("code_unconfirmed", "编码待核实"),
    ("name_unconfirmed", "名称待核实"),
    ("unconfirmed", "编码和名称都待核实"),
    ("name_truncated", "名称不完整"),
    (HISTORICAL, "以前的科目表"),
)


@dataclass(frozen=True)
class OfficialCode:
    """A row of the list: a code's name, the years it holds for where they are known, and how far it is trusted."""

    scheme: str
    code: str
    name: str
    first_year: int | None
    last_year: int | None
    status: str
    years_seen: str

    def holds_in(self, year: int | None) -> bool:
        """Whether the name holds in that year; an open end, like an unknown year, excludes nothing."""
        return year is None or (self.first_year or year) <= year <= (self.last_year or year)

    @property
    def is_historical(self) -> bool:
        return self.status == HISTORICAL

    @property
    def surely_since(self) -> int | None:
        """The first year of which it is known that the name held; None where no year is."""
        return surely_since(self.first_year, self.years_seen)


def surely_since(first_year: int | None, years_seen: str) -> int | None:
    """The year in which the name began, else the first in which documents print it; None where nobody knows."""
    return first_year or min(map(int, re.findall(r"\d{4}", years_seen)), default=None)


def rows_of_list(name: str) -> Iterator[dict[str, str]]:
    """The rows of a file in `fixtures/`, as it has them."""
    with (LISTS / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _year(text: str) -> int | None:
    return int(text) if text else None


@cache
def official_codes() -> tuple[OfficialCode, ...]:
    """All codes of today, in the order of the list."""
    return tuple(_codes("codes.csv"))


@cache
def former_codes() -> tuple[OfficialCode, ...]:
    """The list of 2007 and 2008: history, and never a name of today."""
    return tuple(_codes("codes_of_2007.csv"))


def _codes(name: str) -> Iterator[OfficialCode]:
    for row in rows_of_list(name):
        yield OfficialCode(
            row["scheme"], row["code"], row["name"], _year(row["first_year"]), _year(row["last_year"]),
            row["status"], row["years_seen"],
        )  # fmt: skip


@cache
def official_names(scheme: str, year: int | None = None) -> dict[str, str]:
    """The names of that year by code, those alone whose code and name are confirmed."""
    return {
        row.code: row.name
        for row in official_codes()
        if row.scheme == scheme and row.status == CONFIRMED and row.holds_in(year)
    }


class CodeChangeKind(StrEnum):
    """What a row of the crosswalk tells."""

    FORMER = "former"  # an earlier name of the same code, in documents of later years, too
    NEAR = "near"  # a code for something alike that documents print since that year
    MISPRINT = "misprint"  # a document printed the name under the wrong code
    IN_FUNDS = "in funds"  # a section that stands in tables of government funds, though its class is an ordinary one


@dataclass(frozen=True)
class OfficialCodeChange:
    """A row of the crosswalk: what a code was called, or where else that stands; `year` is when documents print it."""

    kind: CodeChangeKind
    scheme: str
    code: str
    name: str
    year: int | None
    other_code: str


@cache
def official_code_changes() -> tuple[OfficialCodeChange, ...]:
    """What is known of how codes changed, as far as documents tell."""
    return tuple(
        OfficialCodeChange(
            CodeChangeKind(row["kind"]), row["scheme"], row["code"], row["name"], _year(row["year"]), row["other_code"]
        )
        for row in rows_of_list("code_changes.csv")
    )


@dataclass(frozen=True)
class OfficialRegion:
    """A row of the list: a code with its newest name; the parent's code is "" for a province."""

    code: str
    name: str
    level: int
    parent: str
    first_year: int | None
    last_year: int | None
    earlier_name: str
    renamed_in: int | None

    def holds_in(self, year: int) -> bool:
        """Whether the code is in use in that year; an open end excludes nothing."""
        return (self.first_year or year) <= year <= (self.last_year or year)


@dataclass(frozen=True)
class OfficialRegionChange:
    """From that year on the new code stands for the old one, or for a part of it."""

    year: int
    old: str
    new: str
    kind: str
    document: str


@cache
def official_regions() -> dict[str, OfficialRegion]:
    """The regions by their six digits, those of today and those that were merged or renamed."""
    return {
        row["code"]: OfficialRegion(
            row["code"], row["name"], int(row["level"]), row["parent"], _year(row["first_year"]),
            _year(row["last_year"]), row["earlier_name"], _year(row["renamed_in"]),
        )
        for row in rows_of_list("regions.csv")
    }  # fmt: skip


@cache
def official_region_changes() -> tuple[OfficialRegionChange, ...]:
    """What became of regions whose codes are no longer in use."""
    return tuple(
        OfficialRegionChange(int(row["year"]), row["old"], row["new"], row["kind"], row["document"])
        for row in rows_of_list("region_changes.csv")
    )
