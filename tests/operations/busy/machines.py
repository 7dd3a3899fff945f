"""Machines beside this one: network namespaces on a bridge, whose cables can be pulled out."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings

from tests.operations import standby
from tests.postgres import as_server, programs

NET = "10.213.77"
HERE = f"{NET}.1"  # this machine's address on the bridge
_BRIDGE = "site-bridge"


def ip(*words: str) -> None:
    subprocess.run(("ip", *words), check=True, capture_output=True)


def can_be_had() -> bool:
    """Whether this system lets us make namespaces."""
    try:
        ip("netns", "add", "site-probe")
        ip("netns", "del", "site-probe")
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


class Machine:
    """A network namespace with one cable to the bridge."""

    def __init__(self, number: int):
        self.name, self.cable = f"site-m{number}", f"site-c{number}"
        ip("netns", "add", self.name)
        ip("link", "add", self.cable, "type", "veth", "peer", "name", "eth0", "netns", self.name)
        ip("link", "set", self.cable, "master", _BRIDGE, "up")
        ip("-n", self.name, "addr", "add", f"{NET}.{number + 10}/24", "dev", "eth0")
        ip("-n", self.name, "link", "set", "eth0", "up")

    def start(self, url: str, *command: str, **environment: str) -> subprocess.Popen:
        """A command of the site there, which speaks to nobody: what it did stands in the database."""
        line = ["ip", "netns", "exec", self.name, "python", "manage.py", *command]
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        given = os.environ | {"DATABASE_URL": url, "PATH": path} | environment
        return subprocess.Popen(
            line, cwd=settings.BASE_DIR, env=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def unplug(self) -> None:
        ip("link", "set", self.cable, "down")

    def plug(self) -> None:
        ip("link", "set", self.cable, "up")


@contextmanager
def machines(count: int) -> Iterator[list[Machine]]:
    """So many, gone at the end."""
    ip("link", "add", _BRIDGE, "type", "bridge")
    try:
        ip("addr", "add", f"{HERE}/24", "dev", _BRIDGE)
        ip("link", "set", _BRIDGE, "up")
        yield [Machine(number) for number in range(1, count + 1)]
    finally:
        for number in range(1, count + 1):
            with suppress(subprocess.CalledProcessError):
                ip("netns", "del", f"site-m{number}")
        ip("link", "del", _BRIDGE)


def open_to_the_bridge(url: str) -> str:
    """Have the server of that socket listen on the bridge, too; its address there."""
    folder = standby.folder_of(url)
    with (folder / "data/pg_hba.conf").open("a") as rules:
        rules.write(f"host all all {NET}.0/24 trust\n")
    standby.stop(folder)
    options = f"-c listen_addresses={HERE} -c unix_socket_directories={folder} -c fsync=off"
    command = [programs() / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log", "-o", options, "start"]
    as_server(command, folder)
    return f"postgres://tests@{HERE}:5432/{url.rpartition('/')[2]}"
