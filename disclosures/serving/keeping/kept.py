"""An answer that anybody may be given who asks the same: its headers, and its body in several forms."""

import gzip
from dataclasses import dataclass
from pathlib import Path

import brotli

from disclosures.serving.asking import Answer, Headers

PLAIN, GZIP, BROTLI = "", "gzip", "br"
FOREVER = -1  # the stamp of what never changes, such as a file named by its content
_TEXTS = ("text/", "application/json", "application/ld+json", "application/x-ndjson", "application/xml", "image/svg")
_WORTH = 512  # bytes from which compressing pays
_QUALITY = 5  # of 11: a page takes 2 ms and is a tenth larger than with the slowest
_LARGE, _QUICK = 500_000, 3  # bytes of a body whose first reader should wait no 12 ms more, and the quality for it
_OVERHEAD = 2_000  # bytes that an entry takes beside its bodies


@dataclass(eq=False)
class Kept:
    """An answer with the stamp under which it is right; its bodies by how they are compressed.

    The body of a large one is in a file; `is_packed` says that the file is compressed by gzip.
    """

    status: int
    headers: Headers
    etag: str
    stamp: int
    bodies: dict[str, bytes]
    file: Path | None = None
    is_packed: bool = False

    @property
    def size(self) -> int:
        """Bytes in memory, with room for the gzip form, which is made when somebody asks for it."""
        room = sum(map(len, self.bodies.values()))
        return _OVERHEAD + (room * 5 // 2 if self.is_compressed and GZIP not in self.bodies else room)

    def body(self, encoding: str) -> bytes:
        """The body, so compressed; what is asked for rarely is made of the compressed one each time."""
        if encoding in self.bodies:
            return self.bodies[encoding]
        plain = self.bodies[PLAIN] if PLAIN in self.bodies else brotli.decompress(self.bodies[BROTLI])
        if encoding == PLAIN:
            return plain
        packed = _packed(plain, encoding)
        self.bodies[encoding] = packed
        return packed

    def headers_for(self, encoding: str) -> Headers:
        """With what says how the body is compressed; the ETag of another form of the same answer is a weak one."""
        if not encoding:
            return self.headers
        others = [(name, value) for name, value in self.headers if name != "etag"]
        return [*others, ("etag", f"W/{self.etag}"), ("content-encoding", encoding)]

    @property
    def is_compressed(self) -> bool:
        """Whether it can be had compressed, as a client likes it."""
        return PLAIN not in self.bodies and not self.file

    @property
    def is_there(self) -> bool:
        """Whether its file, if it has one, was not removed meanwhile."""
        return self.file is None or self.file.exists()


def kept_of(answer: Answer, stamp: int | None) -> Kept | None:
    """The answer as it can be given to everybody; None where it is for one person or one moment."""
    control = answer.header("cache-control")
    lasts = "immutable" in control
    if answer.status != 200 or "public" not in control or answer.header("set-cookie") or (stamp is None and not lasts):
        return None
    if not _varies_by_nobody(answer.header("vary")) or not (lasts or answer.header("etag")):
        return None
    mark = FOREVER if lasts or stamp is None else stamp
    return Kept(answer.status, answer.headers, answer.header("etag"), mark, _bodies(answer), answer.file)


def _varies_by_nobody(vary: str) -> bool:
    return all(name.strip().lower() in ("", "accept-encoding") for name in vary.split(","))


def is_text(answer: Answer) -> bool:
    """Whether compressing it pays."""
    return not answer.header("content-encoding") and answer.header("content-type").startswith(_TEXTS)


def _bodies(answer: Answer) -> dict[str, bytes]:
    if answer.file:
        return {}
    if not is_text(answer) or len(answer.body) < _WORTH:
        return {PLAIN: answer.body}
    return {BROTLI: _packed(answer.body, BROTLI)}


def _packed(plain: bytes, encoding: str) -> bytes:
    if encoding == BROTLI:
        return brotli.compress(plain, quality=_QUALITY if len(plain) < _LARGE else _QUICK)
    return gzip.compress(plain, 6, mtime=0)
