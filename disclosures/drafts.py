"""Files that are written beside their place and moved there when they are whole, so that none is ever there in part."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

PREFIX = ".part-"  # how a file is called until it is whole
_READABLE = 0o644  # by a server or proxy, which reads under another name than ours


@contextmanager
def draft(of: Path) -> Iterator[IO[bytes]]:
    """A file that takes its place when it is whole; the folder is made, and nothing is left of one that ends badly."""
    of.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=of.parent, prefix=PREFIX, delete=False) as file:
        try:
            yield file
            file.flush()
            Path(file.name).chmod(_READABLE)
            Path(file.name).replace(of)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
