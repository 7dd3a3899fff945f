"""The lists of this folder as they are read: figures that have a name, words that ask, short names of offices."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from disclosures.classification.codes import ECONOMIC, FUNCTIONAL
from disclosures.classification.official import OfficialCode, official_codes

TABLE, FORM, MATTER, SCORE = "table", "form", "matter", "score"
_OR = "；"  # between places of which the first that prints something counts

# Where a code stands: its table with the column that counts, the first one that has the code.
PLACES_OF_CODES = {
    FUNCTIONAL: (("03", "total_expenditure"), ("05", "total"), ("02", "total_income")),
    ECONOMIC: (("06", "amount"),),
}


class Says(StrEnum):
    """What a word says that names no thing."""

    NOTHING = "nothing"
    MEANING = "meaning"  # asks what something means
    BUDGET = "budget"
    REPORT = "report"  # asks for the document
    SPENT = "spent"  # all spending, where nothing else is named
    RECEIVED = "received"
    MOST = "most"  # asks who has the most of it
    PAGE = "page"  # asks for a page of the site
    NAME = "name"  # is a name, though a part of it would ask
    EDGE = "edge"  # says nothing at the beginning or the end of what stands between other words
    TAIL = "tail"  # the same at its end


@dataclass(frozen=True)
class Place:
    """Where a figure stands: table, row and column; a matter of the text; the score of a self-evaluation; or, of a
    form, all that stands in it.
    """

    kind: str
    key: str
    row: str = ""
    column: str = ""

    @classmethod
    def read(cls, text: str) -> "Place":
        """From the words of the list, such as “07 official_reception actual” or “matter procurement”."""
        kind, *rest = text.split()
        return cls(kind, *rest) if kind in (FORM, MATTER, SCORE) else cls(TABLE, kind, *rest)


@dataclass(frozen=True)
class Figure:
    """Something that has a figure in every disclosure: the places that may print it, first the usual one."""

    name: str
    places: tuple[Place, ...]
    budget: tuple[Place, ...] = ()
    also: tuple[str, ...] = ()


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def figures() -> tuple[Figure, ...]:
    """The named figures, as the list has them."""
    return tuple(
        Figure(row["name"], _places(row["figure"]), _places(row["budget"]), tuple(row["also"].split()))
        for row in _rows("figures.csv")
    )


def _places(text: str) -> tuple[Place, ...]:
    return tuple(map(Place.read, filter(None, text.split(_OR))))


@cache
def fillers() -> dict[str, Says]:
    """The words that ask, each with what it says."""
    return {word: Says(row["says"]) for row in _rows("fillers.csv") for word in row["words"].split()}


@cache
def together() -> dict[str, tuple[Figure, ...]]:
    """Words that stand for several figures at once."""
    by_name = {figure.name: figure for figure in figures()}
    return {
        word: tuple(by_name[name] for name in row["names"].split())
        for row in _rows("together.csv")
        for word in row["words"].split()
    }


@cache
def pages() -> dict[str, str]:
    """Words that ask for a page of the site, each with what that page is called here."""
    return {word: row["page"] for row in _rows("pages.csv") for word in row["words"].split()}


@cache
def offices() -> dict[str, tuple[str, ...]]:
    """Short names of offices, each with the full ones."""
    return {row["short"]: tuple(row["full"].split()) for row in _rows("offices.csv")}


def figures_of_codes() -> Iterator[Figure]:
    """Each name that the official lists have, with the codes that bear it."""
    named: dict[str, list[OfficialCode]] = {}
    for code in official_codes():
        if code.scheme in PLACES_OF_CODES:
            named.setdefault(code.name, []).append(code)
    for name, codes in named.items():
        yield Figure(name, tuple(place for code in codes for place in _places_of(code.scheme, code.code)))


@cache
def figure_of_code(code: str) -> Figure | None:
    """The figure of a code of the official lists; None for digits that are none."""
    found = next((one for one in official_codes() if one.code == code and one.scheme in PLACES_OF_CODES), None)
    return Figure(found.name, tuple(_places_of(found.scheme, code))) if found else None


def _places_of(scheme: str, code: str) -> Iterator[Place]:
    for table, column in PLACES_OF_CODES[scheme]:
        yield Place(TABLE, table, code, column)
