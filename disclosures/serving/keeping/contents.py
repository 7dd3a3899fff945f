"""Files named by the SHA-256 of what they hold: written whole or not at all, and checked whenever they are taken up."""

import gzip
import os
import time
from collections.abc import Iterable
from hashlib import file_digest
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Any

_PIECE = 1 << 18
_MOMENTS = 1_600_000_000  # seconds: the times that a file can bear, all of them past
_UNUSED_FOR = 600  # seconds after which a file that nothing links to goes; somebody may be sending it
_LEVEL = 6  # of gzip


class DamagedError(Exception):
    """A file does not hold what its name says."""


class Contents:
    """The files below a folder."""

    def __init__(self, folder: Path):
        self.folder = folder

    def path(self, name: str) -> Path:
        return self.folder / name[:2] / name

    def add(self, pieces: Iterable[bytes], is_packed: bool) -> Path:
        """The file with these pieces, compressed if it is to be; its name is that of what the file holds then.

        Its time is taken from its name: so the ETag and the time of change by which a proxy knows a file differ
        whenever what it holds does.
        """
        with NamedTemporaryFile(dir=_made(self.folder), prefix=".", delete=False) as file:
            try:
                name = _written(file, pieces, is_packed)
                moment = int(name[:12], 16) % _MOMENTS
                os.utime(file.fileno(), (moment, moment))
                os.fchmod(file.fileno(), 0o644)
                target = self.path(name)
                _made(target.parent)
                if target.exists():
                    Path(file.name).unlink()
                else:
                    Path(file.name).replace(target)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise
        return target

    def checked(self, name: str) -> Path:
        """The file of that name, if it holds what the name says."""
        path = self.path(name)
        with path.open("rb") as file:
            if file_digest(file, "sha256").hexdigest() != name:
                raise DamagedError(f"{name} holds something else")
        return path

    def sweep(self) -> int:
        """Remove what nothing links to any more; how many bytes the rest takes."""
        size = 0
        before = time.time() - _UNUSED_FOR
        for path in self.folder.rglob("*"):
            found: Any = path.lstat()
            if not path.is_file():
                continue
            if found.st_nlink == 1 and found.st_ctime < before:
                path.unlink(missing_ok=True)
            else:
                size += found.st_size
        return size


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _written(file: IO[bytes], pieces: Iterable[bytes], is_packed: bool) -> str:
    """Write the pieces; the SHA-256 of what was written."""
    if is_packed:
        with gzip.GzipFile("", "wb", _LEVEL, file, mtime=0) as packed:
            for piece in pieces:
                packed.write(piece)
    else:
        file.writelines(pieces)
    file.flush()
    with Path(file.name).open("rb") as whole:
        return file_digest(whole, "sha256").hexdigest()
