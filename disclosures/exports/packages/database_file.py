"""Everything current as one SQLite file: the figures of all years, and a table for each list that programs read."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from io import BufferedReader
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson

from disclosures.exports.api.lists import MOST, Listing
from disclosures.exports.api.resources.codes import CODES
from disclosures.exports.api.resources.disclosures import DISCLOSURES
from disclosures.exports.api.resources.findings import FINDINGS
from disclosures.exports.api.resources.indicators import INDICATORS
from disclosures.exports.api.resources.matters import MATTERS
from disclosures.exports.api.resources.terms import TERMS
from disclosures.exports.api.resources.units import UNITS
from disclosures.exports.api.writing import items_of
from disclosures.exports.packages.schema import FIGURES
from disclosures.exports.year_file import disclosures_of, figures_of
from disclosures.publication.current import published_years

LISTS = (UNITS, DISCLOSURES, FINDINGS, INDICATORS, MATTERS, CODES, TERMS)
_TYPES = {"integer": "INTEGER", "year": "INTEGER", "boolean": "INTEGER"}  # amounts stay texts: SQLite knows no decimals


def database_file(origin: str) -> BufferedReader:
    """The open file; amounts are texts of 元 with two decimals, exact, and `fen` beside them whole 分 to add up.

    Source: what is current; `origin` stands before every address. It is written on the disk, because it grows with
    the site; its name is gone already, and the room that it takes is free once it is closed.
    """
    with TemporaryDirectory(prefix="everything-") as folder:
        path = Path(folder) / "accounts.sqlite"
        with closing(sqlite3.connect(path)) as made:
            made.execute("PRAGMA journal_mode = OFF")  # what does not end well is gone anyway
            _figures(made)
            for listing in LISTS:
                _list(made, listing, origin)
            made.commit()
        return path.open("rb")


def _figures(made: sqlite3.Connection) -> None:
    columns = ", ".join(f'"{column.key}" {_TYPES.get(column.type, "TEXT")}' for column in FIGURES)
    made.execute(f'CREATE TABLE figures ({columns}, "fen" INTEGER)')
    amount = [column.key for column in FIGURES].index("amount")
    marks = ", ".join("?" * (len(FIGURES) + 1))
    for year in sorted(published_years()):
        rows = figures_of(year, disclosures_of(year))
        made.executemany(
            f"INSERT INTO figures VALUES ({marks})",  # noqa: S608 -- marks alone
            ((*(None if cell == "" else cell for cell in row), int(row[amount].replace(".", ""))) for row in rows),
        )
    made.execute('CREATE INDEX figures_by_code ON figures ("table", "code", "year")')


def _list(made: sqlite3.Connection, listing: Listing, origin: str) -> None:
    names = [field.name for field in listing.fields]
    quoted = ", ".join(f'"{name}"' for name in names)
    made.execute(f'CREATE TABLE "{listing.name}" ({quoted})')
    marks = ", ".join("?" * len(names))
    made.executemany(
        f'INSERT INTO "{listing.name}" VALUES ({marks})',  # noqa: S608 -- declared names
        ([_cell(item[name]) for name in names] for item in _items(listing, origin)),
    )


def _items(listing: Listing, origin: str) -> Iterable[dict[str, Any]]:
    """All of the list, page by page."""
    asked = listing.asked.model_validate({"limit": MOST})
    return items_of(listing.every(asked, origin), listing.fields, origin)


def _cell(value: Any) -> Any:
    return orjson.dumps(value).decode() if isinstance(value, list | dict) else value
