"""Runs the tests on a PostgreSQL of their own, made for them and removed after: `python -m tests.postgres -- -q tests`.

What stands after `--` goes to pytest; the exit status is pytest's.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

NOTICE = """
******************************************************************************
*                                                                            *
*   POSTGRESQL IS NOT INSTALLED: THE TESTS DID NOT RUN ON IT.                *
*   initdb and pg_ctl are neither in PATH nor in /usr/lib/postgresql/*/bin.  *
*   On Debian: apt-get install postgresql                                    *
*                                                                            *
******************************************************************************
"""


def programs() -> Path | None:
    """The folder that has PostgreSQL's programs: PATH first, then Debian's newest version."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(versions, key=lambda initdb: float(initdb.parts[-3]), default=None)
    return newest and newest.parent


def server_user() -> str | None:
    """Who runs the server where we are root, whom PostgreSQL refuses: postgres, else nobody; None means ourselves."""
    if os.geteuid() != 0:
        return None
    names = {user.pw_name for user in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in names)


def as_server(command: list, folder: Path) -> None:
    """Run one of PostgreSQL's programs as the owner of its files; show what it said if it fails."""
    user = server_user()
    rights = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}
    done = subprocess.run(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **rights
    )
    if done.returncode:
        log = folder / "log"
        raise SystemExit(
            f"{' '.join(map(str, command))} failed:\n{done.stdout.decode()}\n{log.read_text() if log.exists() else ''}"
        )


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder of the server's user; under /tmp, because the path of a socket may have 107 bytes at most."""
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp", ignore_cleanup_errors=True) as name:
        if user := server_user():
            shutil.chown(name, user)
        yield Path(name)


@contextmanager
def cluster(bin_dir: Path) -> Iterator[str]:
    """A running server that only a socket in its own folder leads to; gives its address, stops it at the end."""
    with temporary_folder() as folder:
        data = folder / "data"
        as_server(
            [bin_dir / "initdb", "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"],
            folder,
        )
        control = [bin_dir / "pg_ctl", "-D", data, "-w", "-l", folder / "log"]
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        try:
            as_server([*control, "-o", options, "start"], folder)
            yield f"postgres://tests@{quote(str(folder), safe='')}/postgres"
        finally:
            if (data / "postmaster.pid").exists():
                as_server([*control, "-m", "immediate", "stop"], folder)


def main(arguments: list[str]) -> int:
    """Run pytest with `arguments` on a cluster, or say loudly that there is none."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))  # so that the cluster is removed then too
    bin_dir = programs()
    if not bin_dir:
        print(NOTICE, file=sys.stderr)
        return 0
    with cluster(bin_dir) as url:
        print(f"On {bin_dir}:", flush=True)
        return subprocess.run(
            [sys.executable, "-m", "pytest", *arguments], env=os.environ | {"DATABASE_URL": url}
        ).returncode


if __name__ == "__main__":
    arguments = sys.argv[1:]
    sys.exit(main(arguments[1:] if arguments[:1] == ["--"] else arguments))
