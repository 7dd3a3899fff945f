"""Whether the compressed parts of a file are whole: pdfium draws what it can of a damaged one and does not say so."""

import re
import zlib
from collections.abc import Iterator

from disclosures.documents.items import DocumentError
from disclosures.documents.pdf.drawn.budget import Budget

_STREAM = re.compile(rb">>\s*stream\r?\n")
_PLAIN_FILTER = re.compile(rb"/Filter\s*(?:\[\s*)?/FlateDecode\b")
_HEAD = 2_000  # bytes in which the description of a stream stands before it
_PIECE = 1 << 16
_CHECKSUM = 4  # bytes
_MEGABYTE = 1 << 20


def check_streams(content: bytes, budget: Budget) -> None:
    """Raise where a compressed part does not unpack to what its checksum says, or all of them to too much.

    The parts of an encrypted file are not compressed but encrypted, and pictures hold no text.
    """
    if b"/Encrypt" in content:
        return
    unpacked = 0
    for start in _compressed(content):
        size = _unpacked_size(content, start)
        if size is None:
            raise DocumentError(f"{budget.name} 里面有损坏的内容，读出来会缺字；请重新取得这个文件。")
        unpacked += size
        budget.limits.check(budget.name, "unpacked_megabytes", unpacked // _MEGABYTE)
        budget.check_time()


def _compressed(content: bytes) -> Iterator[int]:
    """Where the compressed parts begin that are no pictures."""
    for match in _STREAM.finditer(content):
        before = content[max(match.start() - _HEAD, 0) : match.start()]
        head = before[before.rfind(b" obj") :]
        if _PLAIN_FILTER.search(head) and b"/Image" not in head:
            yield match.end()


def _unpacked_size(content: bytes, start: int) -> int | None:
    """Bytes after unpacking; None if that is impossible or they are not those that were packed.

    A part that ends without its checksum is taken as it is: some programs write none.
    """
    unpacker = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
    position, size, checksum = start + 2, 0, 1
    try:
        while not unpacker.eof:
            piece = unpacker.unconsumed_tail or content[position : position + _PIECE]
            if not piece:
                return None
            position += 0 if unpacker.unconsumed_tail else len(piece)
            part = unpacker.decompress(piece, _MEGABYTE)
            size, checksum = size + len(part), zlib.adler32(part, checksum)
    except zlib.error:
        return None
    end = position - len(unpacker.unused_data)
    rest = content[end : content.find(b"endstream", end)].rstrip(b"\r\n")
    return size if len(rest) < _CHECKSUM or int.from_bytes(content[end : end + _CHECKSUM]) == checksum else None
