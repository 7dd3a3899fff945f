"""A site of its own for a campaign: a database, four people who may type, one draft, a server of real processes."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from urllib.request import urlopen

import psycopg

PROJECT = Path(__file__).parents[3]
PEOPLE, PASSWORD = ("zhang", "li", "wang", "zhao"), "campaign-1-campaign"
PREPARE = """
from disclosures.staff.roles import Role
from disclosures.statements.models import PARTS
from tests.building import build_disclosure
from tests.entry.conflicts.site import PASSWORD, PEOPLE
from tests.staff.staffed import member
draft = build_disclosure()
for name in PEOPLE:
    user = member(Role.CLERK)
    user.username = name
    user.set_password(PASSWORD)
    user.save()
for model in PARTS:
    for row in model._default_manager.filter(disclosure=draft):
        model._default_manager.filter(pk=row.pk).update(place=f"row {row.pk}")
"""


@contextmanager
def database(folder: Path) -> Iterator[str]:
    """The address of an empty database: beside the one that tests run on where that is PostgreSQL, else a file."""
    given = urlsplit(os.environ.get("DATABASE_URL", ""))
    if not given.scheme.startswith("postgres"):
        yield f"sqlite:///{folder / 'campaign.sqlite3'}"
        return
    server, name = urlunsplit(given), f"campaign_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield urlunsplit(given._replace(path=f"/{name}"))
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def site(folder: Path) -> Iterator[str]:
    """The address of a running site; its processes and its database are gone afterwards."""
    with database(folder) as address, closing(socket.socket()) as free:
        environment = os.environ | {"DATABASE_URL": address, "PYTHONPATH": str(PROJECT), "LOG_LEVEL": "ERROR"}
        environment["DEBUG"] = "1"  # static files as they stand
        manage = [sys.executable, str(PROJECT / "manage.py")]
        for command in (["migrate", "--verbosity", "0"], ["shell", "--verbosity", "0", "--command", PREPARE]):
            subprocess.run([*manage, *command], env=environment, check=True)
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        granian = [str(Path(sys.executable).with_name("granian")), "--interface", "wsgi", "--workers", "2"]
        options = ["--blocking-threads", "2", "--port", str(port), "--no-ws", "--log-level", "error"]
        server = subprocess.Popen([*granian, *options, "disclosures.wsgi:application"], env=environment, cwd=PROJECT)
        try:
            yield _when_ready(f"http://127.0.0.1:{port}")
        finally:
            server.terminate()
            server.wait(30)


def _when_ready(address: str) -> str:
    for _ in range(300):
        with suppress(OSError), urlopen(f"{address}/admin/login/", timeout=5):
            return address
        time.sleep(0.2)
    raise RuntimeError(f"{address} does not answer")
