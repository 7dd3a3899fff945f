"""Files of the archive: written beside their place and moved there, so that none is ever there in part."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

DRAFT = ".part-"  # how a file is called until it is whole
_READABLE = 0o644  # by the server that shows the archive


@contextmanager
def draft(of: Path) -> Iterator[IO[bytes]]:
    """A file that takes its place when it is whole; nothing is left of one that does not end well."""
    of.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=of.parent, prefix=DRAFT, delete=False) as file:
        try:
            yield file
            file.flush()
            Path(file.name).chmod(_READABLE)
            Path(file.name).replace(of)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def write(path: Path, pieces: Iterable[bytes]) -> tuple[str, int]:
    """The SHA-256 of what was written, and how many bytes."""
    digest, size = sha256(), 0
    with draft(path) as file:
        for piece in pieces:
            file.write(piece)
            digest.update(piece)
            size += len(piece)
    return digest.hexdigest(), size
