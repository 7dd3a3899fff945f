"""The SHA-256 of a file in its head, as RFC 9530 has it: whoever took it away can compare it."""

import base64
import hashlib
from io import BufferedReader


def of_content(content: bytes) -> dict[str, str]:
    """The header for these bytes."""
    return _header(hashlib.sha256(content).digest())


def of_file(file: BufferedReader) -> dict[str, str]:
    """The header for an open file, which stands at its beginning before and after."""
    digest = hashlib.file_digest(file, "sha256").digest()
    file.seek(0)
    return _header(digest)


def _header(digest: bytes) -> dict[str, str]:
    return {"Repr-Digest": f"sha-256=:{base64.b64encode(digest).decode()}:"}
