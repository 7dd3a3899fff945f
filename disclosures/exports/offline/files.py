"""Files of the archive, each with the digest of what was written."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from disclosures.drafts import draft


def write(path: Path, pieces: Iterable[bytes]) -> tuple[str, int]:
    """The SHA-256 of what was written, and how many bytes."""
    digest, size = sha256(), 0
    with draft(path) as file:
        for piece in pieces:
            file.write(piece)
            digest.update(piece)
            size += len(piece)
    return digest.hexdigest(), size
