"""What the archive knows of itself: every address, where it stands, and how far a run has come. A file in the archive.

Addresses are asked in rounds. A run that was killed goes on with its round; what was finished begins a new one, in
which the site is asked only whether a file is still as it was.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

NAME = ".export.sqlite3"
_TABLES = """
CREATE TABLE IF NOT EXISTS addresses (
    number INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE, place TEXT NOT NULL, round INTEGER NOT NULL DEFAULT 0,
    status INTEGER NOT NULL DEFAULT 0, etag TEXT NOT NULL DEFAULT '', sha256 TEXT NOT NULL DEFAULT '',
    size INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS rounds ON addresses (round);
DROP INDEX IF EXISTS waiting;
CREATE UNIQUE INDEX IF NOT EXISTS places ON addresses (place);
CREATE TABLE IF NOT EXISTS run (one INTEGER PRIMARY KEY CHECK (one = 1), basis TEXT, round INTEGER, is_done INTEGER);
INSERT OR IGNORE INTO run VALUES (1, '', 0, 1);
"""
_CACHE = "PRAGMA cache_size = -16384"  # KiB: what the list takes of memory, however long it is
_ENTRY = "SELECT address, place, etag, sha256, size FROM addresses "
_ONE = _ENTRY + "WHERE address = ?"
_NEXT = "SELECT number, address, place, etag, sha256, size FROM addresses "
_NEXT += "WHERE number > ? AND round < ? ORDER BY number LIMIT 1"
_FILES = _ENTRY + "WHERE sha256 <> '' ORDER BY place"


@dataclass(frozen=True)
class Entry:
    """An address and what the archive has of it; `sha256` is "" before it was made."""

    address: str
    place: str
    etag: str
    sha256: str
    size: int


class Known:
    """The addresses of an archive in a folder that is there."""

    def __init__(self, folder: Path):
        self._database = sqlite3.connect(folder / NAME)
        self._database.executescript(f"{_CACHE};{_TABLES}")
        self.round = 0

    def close(self) -> None:
        self._database.commit()
        self._database.close()

    def begin(self, basis: str, *, goes_on: bool = True) -> bool:
        """Go on with the round that was broken off, if that may be and the site is as it was then; whether it is so."""
        before, self.round, is_done = self._database.execute("SELECT basis, round, is_done FROM run").fetchone()
        if goes_on and before == basis and not is_done:
            return True
        self.round += 1
        self._database.execute("UPDATE run SET basis = ?, round = ?, is_done = 0", (basis, self.round))
        self._database.commit()
        return False

    def finish(self) -> None:
        self._database.execute("UPDATE run SET is_done = 1")
        self._database.commit()

    def add(self, address: str, place: str) -> None:
        """An address that a page leads to."""
        self._database.execute("INSERT OR IGNORE INTO addresses (address, place) VALUES (?, ?)", (address, place))

    def find(self, address: str) -> Entry | None:
        asked = self._database.execute(_ONE, (address,))
        return next((Entry(*row) for row in asked), None)

    def waiting(self) -> Iterator[Entry]:
        """What has yet to be asked in this round, and what is added meanwhile."""
        number = 0
        while row := self._database.execute(_NEXT, (number, self.round)).fetchone():
            number, *entry = row
            yield Entry(*entry)

    def left(self) -> int:
        return self._database.execute("SELECT COUNT(*) FROM addresses WHERE round < ?", (self.round,)).fetchone()[0]

    def same(self, address: str) -> None:
        """The file is still what the site answers."""
        self._database.execute("UPDATE addresses SET round = ? WHERE address = ?", (self.round, address))

    def made(self, made: Entry) -> None:
        """The file was written."""
        self._database.execute(
            "UPDATE addresses SET round = ?, status = 200, place = ?, etag = ?, sha256 = ?, size = ? WHERE address = ?",
            (self.round, made.place, made.etag, made.sha256, made.size, made.address),
        )

    def failed(self, address: str, status: int) -> None:
        """The site has no file to give there."""
        self._database.execute(
            "UPDATE addresses SET round = ?, status = ?, sha256 = '', etag = '' WHERE address = ?",
            (self.round, status, address),
        )

    def forget(self, address: str) -> None:
        self._database.execute("DELETE FROM addresses WHERE address = ?", (address,))

    def failures(self) -> list[tuple[str, int]]:
        """Addresses that were led to and answered with something else than a file, with the status."""
        return self._database.execute("SELECT address, status FROM addresses WHERE status NOT IN (0, 200)").fetchall()

    def save(self) -> None:
        """What was said so far outlives a killed run."""
        self._database.commit()

    def files(self) -> Iterator[Entry]:
        """Every file, by its place."""
        with closing(self._database.execute(_FILES)) as rows:
            for row in rows:
                yield Entry(*row)
