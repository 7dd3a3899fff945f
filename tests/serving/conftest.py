"""A real server of the site, in processes of its own, with a database of its own in which something is published."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from disclosures.serving.keeping import following
from tests.serving.in_process import connection_kept, new_site

MANAGE = [sys.executable, str(settings.BASE_DIR / "manage.py")]
PATIENCE = 60  # seconds for a server to start on a busy machine
_PUBLISH = "from tests.building import published_disclosure as p; p()"


def pytest_collection_modifyitems(items):
    """What needs the server makes its own database; it need not be seen again on another."""
    for item in items:
        if "served" in getattr(item, "fixturenames", ()) and connection.vendor != "sqlite":
            item.add_marker(pytest.mark.skip(reason="the server has a database of its own"))


@dataclass
class Served:
    """A running server; `database` is its file."""

    port: int
    database: Path
    process: subprocess.Popen
    log: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def at(self, port: int) -> "Served":
        """The same behind another port."""
        return replace(self, port=port)

    def get(self, path: str, **headers: str):
        """The answer, also where it is an error."""
        request = urllib.request.Request(self.url + path, headers={k.replace("_", "-"): v for k, v in headers.items()})
        try:
            return _Answer(urllib.request.urlopen(request, timeout=30))
        except urllib.error.HTTPError as error:
            return _Answer(error)

    def run(self, code: str) -> str:
        """Run Python in another process on the same database, as a clerk's or a command's would; what it printed."""
        return managed(self.database, "shell", "--command", code)

    def connect(self) -> socket.socket:
        connected = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connected


class _Answer:
    def __init__(self, response):
        self.status, self.headers, self.body = response.status, response.headers, response.read()

    @property
    def text(self) -> str:
        return self.body.decode()


def managed(database: Path, *words: str) -> str:
    """What a command of the site says on that database; it must go well."""
    done = subprocess.run([*MANAGE, *words], env=environment(database), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def environment(database: Path) -> dict[str, str]:
    return os.environ | {
        "DATABASE_URL": f"sqlite:///{database}",
        "PYTHONPATH": str(settings.BASE_DIR),
        "KEPT_DIR": str(database.parent / "kept"),
        "PAGES_DIR": str(database.parent / "pages"),
        "DJANGO_SETTINGS_MODULE": "tests.serving.as_they_stand",
    }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def published_database(migrated, tmp_path_factory) -> Path:
    """The file of a database with one disclosure; made once."""
    database = tmp_path_factory.mktemp("served") / "db.sqlite3"
    database.write_bytes(migrated.read_bytes())
    managed(database, "shell", "--command", _PUBLISH)
    return database


@pytest.fixture(scope="module")
def served(published_database, tmp_path_factory):
    """A server with two workers on a copy of that database."""
    with serving(published_database, tmp_path_factory.mktemp("server")) as server:
        yield server


@contextmanager
def serving(of: Path, folder: Path, log: Path | None = None, within: tuple[str, ...] = (), **variables: str):
    """A server on a copy of the database in a folder of its own, with these variables in its environment.

    `within` is what enters the disk that the folder is on.
    """
    database, log, port = folder / "db.sqlite3", log or folder / "log", free_port()
    subprocess.run([*within, "cp", str(of), str(database)], check=True)
    command = [*within, *MANAGE, "serve", "--port", str(port), "--workers", "2"]
    with log.open("w") as said:
        process = subprocess.Popen(
            command, env=environment(database) | variables, stdout=said, stderr=said, start_new_session=True
        )
    server = Served(port, database, process, log)
    try:
        _wait_for(server)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(server: Served) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert server.process.poll() is None, server.log.read_text()
        try:
            if server.get("/glossary/").status == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(server.log.read_text())


@pytest.fixture
def site(settings, tmp_path, published_2023):
    """The application in the process of the test, with something published."""
    settings.KEPT_DIR, settings.PAGES_DIR = tmp_path / "kept", tmp_path / "pages"
    following.follower.cache_clear()
    with connection_kept():
        yield new_site()
    following.follower.cache_clear()
