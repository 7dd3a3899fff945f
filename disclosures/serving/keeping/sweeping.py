"""Holds the answers on disk to the room they may take: what nobody refers to goes, then what was made longest ago."""

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from django.conf import settings

from disclosures.serving.keeping.tree import Tree

_ENOUGH = 0.8  # of the room: what is left after making room


def sweep(tree: Tree, most_bytes: int | None = None) -> None:
    """Make room, if any is needed."""
    most = settings.PAGES_MEGABYTES << 20 if most_bytes is None else most_bytes
    size = tree.contents.sweep()
    if size <= most:
        return
    for _, place, taken in sorted(_kept(tree.pages)):
        if size <= most * _ENOUGH:
            return
        tree.remove(place)
        size -= taken


def _kept(pages: Path) -> Iterator[tuple[float, PurePosixPath, int]]:
    """Of each address when its body was made, where it stands, how many bytes it takes."""
    for folder, _, names in os.walk(pages):
        for name in names:
            found = Path(folder, name).lstat()
            place = PurePosixPath(folder, name).relative_to(pages)
            yield found.st_ctime, place, found.st_size


class Leading:
    """One process of the machine at a time keeps order; the next takes its place when it ends."""

    def __init__(self, root: Path):
        self._path = root / "lock"
        self._held: int | None = None

    def is_mine(self) -> bool:
        """Whether it is this one."""
        if self._held is None:
            file = os.open(self._path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o644)
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(file)
                return False
            self._held = file
        return True

    def stop(self) -> None:
        if self._held is not None:
            os.close(self._held)
            self._held = None
