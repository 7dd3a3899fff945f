"""The root of a tree of SHA-256 over texts, as RFC 6962 makes it, and the way from one text to the root."""

import hashlib
from collections.abc import Sequence


def _leaf(text: str) -> bytes:
    return hashlib.sha256(b"\0" + text.encode()).digest()


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\1" + left + right).digest()


def _half(count: int) -> int:
    """The largest power of two below `count`, which is at least 2."""
    return 1 << (count - 1).bit_length() - 1


def root_of(texts: Sequence[str]) -> bytes:
    """The root; that of nothing is the SHA-256 of nothing."""
    if not texts:
        return hashlib.sha256().digest()
    return _root([_leaf(text) for text in texts])


def _root(leaves: list[bytes]) -> bytes:
    if len(leaves) == 1:
        return leaves[0]
    half = _half(len(leaves))
    return _node(_root(leaves[:half]), _root(leaves[half:]))
