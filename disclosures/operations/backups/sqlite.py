"""SQLite: its own copying, which a site that is read and written meanwhile does not disturb."""

import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import connection

MAGIC = b"SQLite format 3\0"


def write(file: Path) -> None:
    """The database as it is at this moment, as a file that needs no other beside it."""
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")


def fault(file: Path) -> str:
    """What is wrong with the file; "" where it is whole."""
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as copy:
            found = [text for (text,) in copy.execute("PRAGMA integrity_check")]
    except sqlite3.DatabaseError as error:
        return str(error)
    return "" if found == ["ok"] else "\n".join(found)


def load(file: Path) -> None:
    """Put what the file holds into this site's database."""
    connection.ensure_connection()
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as copy:
        copy.backup(connection.connection)
