"""Which of the two a database or a file is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from disclosures.operations.backups import postgresql, sqlite


@dataclass(frozen=True)
class Kind:
    """What is done with a database of one kind; `fault` says what is wrong with a file of its own."""

    name: str
    magic: bytes
    write: Callable[[Path], None]
    fault: Callable[[Path], str]
    load: Callable[[Path], None]


KINDS = {
    "sqlite": Kind("SQLite", sqlite.MAGIC, sqlite.write, sqlite.fault, sqlite.load),
    "postgresql": Kind("PostgreSQL", postgresql.MAGIC, postgresql.write, postgresql.fault, postgresql.load),
}


def kind_here() -> Kind:
    """That of this site's database."""
    return KINDS[connection.vendor]


def kind_of(file: Path) -> Kind | None:
    """That of a backup, by how it begins; None where it is none."""
    with file.open("rb") as content:
        begins = content.read(16)
    return next((kind for kind in KINDS.values() if begins.startswith(kind.magic)), None)
