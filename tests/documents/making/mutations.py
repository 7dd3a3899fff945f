"""Damage to a document as mistakes and malice do it: bytes flipped, cut, swapped; parts of an archive broken inside."""

import io
import random
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZipFile

LAUGHS = b"<!DOCTYPE x [<!ENTITY a 'haha'>%s<!ENTITY f SYSTEM 'file:///etc/passwd'>]>" % b"".join(
    b"<!ENTITY %c '%s'>" % (name, b"&%c;" % (name - 1) * 10) for name in b"bcde"
)


def flipped(rng: random.Random, content: bytes) -> bytes:
    damaged = bytearray(content)
    for _ in range(rng.choice((1, 3, 20, 200))):
        damaged[rng.randrange(len(damaged))] = rng.randrange(256)
    return bytes(damaged)


def truncated(rng: random.Random, content: bytes) -> bytes:
    return content[: rng.randrange(1, len(content))]


def swapped(rng: random.Random, content: bytes) -> bytes:
    a, b, c = sorted(rng.randrange(len(content)) for _ in range(3))
    return content[:a] + content[b:c] + content[a:b] + content[c:]


def repeated(rng: random.Random, content: bytes) -> bytes:
    start = rng.randrange(len(content))
    return content[:start] + content[start : start + rng.randrange(1, 5000)] * rng.choice((2, 50)) + content[start:]


def numbered(rng: random.Random, content: bytes) -> bytes:
    """Some digits become others, where the format is not compressed."""
    places = [n for n, byte in enumerate(content) if byte in b"0123456789"]
    damaged = bytearray(content)
    for place in rng.sample(places, min(len(places), 10)):
        damaged[place] = rng.choice(b"0123456789")
    return bytes(damaged)


def _rebuilt(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as archive, ZipFile(out, "w", ZIP_DEFLATED) as rebuilt:
        for name in archive.namelist():
            rebuilt.writestr(name, change(name, archive.read(name)))
    return out.getvalue()


def broken_inside(rng: random.Random, content: bytes) -> bytes:
    """One part of the archive damaged before it is packed again, so that no checksum gives it away."""
    damage = rng.choice((flipped, truncated, swapped, repeated, numbered))
    with ZipFile(io.BytesIO(content)) as archive:
        victim = rng.choice([entry.filename for entry in archive.infolist() if entry.file_size > 10])
    return _rebuilt(content, lambda name, part: damage(rng, part) if name == victim else part)


def without_a_part(rng: random.Random, content: bytes) -> bytes:
    with ZipFile(io.BytesIO(content)) as archive:
        victim = rng.choice(archive.namelist())
    return _rebuilt(content, lambda name, part: b"" if name == victim else part)


def with_entities(rng: random.Random, content: bytes) -> bytes:
    """Every XML part declares entities that grow without bound and one that names a file of the machine."""

    def change(name: str, part: bytes) -> bytes:
        head, mark, rest = part.partition(b"?>")
        if not name.endswith(".xml") or not mark:
            return part
        return head + mark + LAUGHS + rest.replace(b"</t>", b"&e;&f;</t>").replace(b"</w:t>", b"&e;&f;</w:t>")

    return _rebuilt(content, change)


def huge_dimensions(rng: random.Random, content: bytes) -> bytes:
    """Cells and spans that claim to lie at the far end of the largest possible sheet."""
    row, many = rng.choice((b"1048576", b"99999999999", b"200000")), rng.choice((b"16384", b"2000000000"))

    def change(name: str, part: bytes) -> bytes:
        part = part.replace(b'r="A5"', b'r="XFD' + row + b'"').replace(
            b'<w:gridSpan w:val="2"', b'<w:gridSpan w:val="' + many + b'"'
        )
        return part.replace(b'number-columns-repeated="', b'number-columns-repeated="' + many).replace(
            b"<table:table-row", b'<table:table-row table:number-rows-repeated="' + row + b'"', 3
        )

    return _rebuilt(content, change)


def nested(rng: random.Random, content: bytes) -> bytes:
    """The document inside the document, under the name of one of its own parts."""
    with ZipFile(io.BytesIO(content)) as archive:
        victim = rng.choice(archive.namelist())
    return _rebuilt(content, lambda name, part: content if name == victim else part)


OF_BYTES = (flipped, truncated, swapped, repeated)
OF_TEXT = (*OF_BYTES, numbered)
OF_ARCHIVES = (
    flipped, truncated, broken_inside, broken_inside, without_a_part, with_entities, huge_dimensions, nested,
)  # fmt: skip
