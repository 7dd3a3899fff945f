"""A second PostgreSQL server that follows the first as a streaming standby, as a replica in production does."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from tests.postgres import as_server, programs, temporary_folder


def folder_of(url: str) -> Path:
    """Where the server at that address keeps its socket and its data."""
    return Path(unquote(urlsplit(url).netloc.partition("@")[2]))


def control(folder: Path, *words: str) -> None:
    """Start or stop the server of that folder."""
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
    command = [programs() / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log"]
    as_server([*command, *(("-o", options) if words[-1] == "start" else ()), *words], folder)


def stop(folder: Path) -> None:
    control(folder, "-m", "immediate", "stop")


def start(folder: Path) -> None:
    control(folder, "start")


@contextmanager
def standby_of(url: str) -> Iterator[str]:
    """The address of the same database on a server that follows that one."""
    with temporary_folder() as folder:
        source = ["-h", folder_of(url), "-U", "tests"]
        as_server([programs() / "pg_basebackup", "-D", folder / "data", "-R", "-c", "fast", *source], folder)
        start(folder)
        try:
            yield f"postgres://tests@{quote(str(folder), safe='')}/{url.rpartition('/')[2]}"
        finally:
            if (folder / "data" / "postmaster.pid").exists():
                stop(folder)
