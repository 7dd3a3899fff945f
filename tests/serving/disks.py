"""A small disk of its own, which can be full or read-only: a file system in memory, seen by its own processes alone."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_HOLD = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", "echo there; exec sleep infinity")


class Disk:
    """It is there for programs that run on it; others see its files below `/proc`."""

    def __init__(self, holder: subprocess.Popen, folder: Path, megabytes: int):
        self.folder = folder
        self.within = ("nsenter", "--target", str(holder.pid), "--user", "--mount", "--preserve-credentials")
        self._must("mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder))

    def run(self, *words: str, **options) -> subprocess.CompletedProcess:
        """Run a program on it to its end."""
        return subprocess.run([*self.within, *words], capture_output=True, text=True, check=False, **options)

    def fill(self) -> None:
        """Leave no byte free."""
        self.run("dd", "if=/dev/zero", f"of={self.folder / 'filler'}", "bs=4k")

    def free(self) -> None:
        self._must("rm", str(self.folder / "filler"))

    def only_read(self) -> None:
        """Take no more; nobody may be writing to it."""
        self._must("mount", "-o", "remount,ro", str(self.folder))

    def write_again(self) -> None:
        self._must("mount", "-o", "remount,rw", str(self.folder))

    def _must(self, *words: str) -> None:
        done = self.run(*words)
        assert done.returncode == 0, done.stderr


@contextmanager
def disk(folder: Path, megabytes: int) -> Iterator[Disk]:
    """A disk of that size at the folder; where the system allows none, the test is left out and says so."""
    folder.mkdir()
    with subprocess.Popen(_HOLD, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as holder:
        try:
            if not holder.stdout.readline():
                pytest.skip("this system gives no user a file system of its own")
            yield Disk(holder, folder, megabytes)
        finally:
            holder.kill()
