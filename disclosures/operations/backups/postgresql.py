"""PostgreSQL: pg_dump and pg_restore, told of the database as Django was, and of its password by the environment."""

import os
import subprocess
from pathlib import Path

from django.db import connection

MAGIC = b"PGDMP"

_VARIABLES = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD", "NAME": "PGDATABASE"}


class ProgramError(Exception):
    """What one of the programs said before it failed."""


def write(file: Path) -> None:
    """The database as it is at this moment; owners and rights are not in it, for they belong to the server."""
    _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={file}")


def fault(file: Path) -> str:
    """What is wrong with the file; "" where it can be read to its end."""
    try:
        _run("pg_restore", f"--file={os.devnull}", str(file))
    except ProgramError as error:
        return str(error)
    return ""


def load(file: Path) -> None:
    """Put what the file holds into this site's database, all or nothing."""
    name = connection.settings_dict["NAME"]
    options = ("--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges")
    _run("pg_restore", *options, f"--dbname={name}", str(file))


def _run(*command: str) -> None:
    described = connection.settings_dict
    named = {variable: str(described[key]) for key, variable in _VARIABLES.items() if described.get(key)}
    try:
        done = subprocess.run(command, env=os.environ | named, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise ProgramError(f"没有 {command[0]}；它在 PostgreSQL 的客户端程序里。") from None
    if done.returncode:
        raise ProgramError(done.stderr.strip())
