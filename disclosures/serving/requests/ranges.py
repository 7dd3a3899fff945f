"""A part of a large file, so that a broken download goes on where it broke: ranges of bytes as RFC 9110 has them."""

import re
from typing import Any, NamedTuple

_RANGE = re.compile(r"bytes=(?:(\d{1,15})-(\d{0,15})|-(\d{1,15}))", re.ASCII)
ACCEPTED = ("accept-ranges", "bytes")


class Part(NamedTuple):
    """Bytes from `start` to before `end` of a body of `size` bytes."""

    start: int
    end: int
    size: int

    @property
    def is_there(self) -> bool:
        return self.start < self.end

    @property
    def status(self) -> int:
        return 206 if self.is_there else 416

    @property
    def header(self) -> tuple[str, str]:
        """What says which part it is; of one that is not there, how much there is."""
        which = f"{self.start}-{self.end - 1}" if self.is_there else "*"
        return ("content-range", f"bytes {which}/{self.size}")


def part_of(headers: Any, etag: str, size: int) -> Part | None:
    """The part that is asked for; None where the whole is to be given.

    That is so without a range, with several or one that nobody understands, and where the client holds a part of
    something else than what has this strong ETag.
    """
    asked = _RANGE.fullmatch((headers.get("range") or "").strip().lower())
    known = headers.get("if-range")
    if not asked or (known and known.strip() != etag):
        return None
    first, last, from_end = asked.groups()
    if from_end is not None:
        return Part(max(size - int(from_end), 0), size if int(from_end) else 0, size)
    if last and int(last) < int(first):
        return None  # no range at all
    return Part(int(first), min(int(last) + 1, size) if last else size, size)
