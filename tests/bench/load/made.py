"""What the servers serve: made-up disclosures in a database, and the addresses of their pages."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from tests.bench.load.servers import managed

CODE = "2010301"  # in nearly every made-up disclosure


@dataclass(frozen=True)
class Made:
    """A database with its disclosures: the paths of their front pages, and their numbers."""

    database: Path
    fronts: list[str]
    numbers: list[int]

    def tables(self, number: str) -> list[str]:
        """The page of that table of each disclosure."""
        return [f"{front}tables/{number}/" for front in self.fronts]


def make(folder: Path, disclosures: int) -> Made:
    """Made up and published; a database that stands there already is taken as it is."""
    database = folder / f"made-{disclosures}.sqlite3"
    if not database.exists():
        begun = database.with_suffix(".begun")
        for words in (
            ("migrate", "--verbosity", "0"),
            ("load_codes",),
            ("make_demo", "--disclosures", str(disclosures)),
        ):
            managed(begun, *words)
        begun.rename(database)
    managed(database, "migrate", "--verbosity", "0")  # it may have been made by earlier code
    managed(database, "collectstatic", "--noinput", "--verbosity", "0")
    with sqlite3.connect(database) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
        rows = connection.execute(
            "select d.id, u.region_id, u.code, d.year from statements_disclosure d"
            " join statements_unit u on u.id = d.unit_id where d.state = 'published' order by d.id"
        ).fetchall()
    return Made(
        database, [f"/units/{region}-{code}/{year}/" for _, region, code, year in rows], [row[0] for row in rows]
    )
