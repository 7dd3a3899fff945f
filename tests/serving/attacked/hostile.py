"""Requests as somebody sends who means no good: each is known by its number, so that it can be sent again."""

from random import Random
from urllib.parse import quote

from tests.serving.attacked.parts import HEADERS, HOSTS, METHODS, NAMES, PATHS, RAW, SAID, VALUES


def request(number: int) -> tuple[bytes, str]:
    """The bytes of the request with that number, and its path for whoever looks into it."""
    chance = Random(number)
    target = _target(chance)
    lines = [f"{chance.choice(METHODS)} ".encode() + target + b" HTTP/1.1", b"Host: " + chance.choice(HOSTS)]
    lines += [
        f"{chance.choice(HEADERS)}: ".encode() + chance.choice(SAID) for _ in range(chance.choice((0, 0, 1, 2, 5)))
    ]
    lines.append(b"Connection: close")
    return b"\r\n".join((*lines, b"", b"")), target[:200].decode("latin-1")


def _target(chance: Random) -> bytes:
    path = chance.choice(PATHS)
    kind = chance.random()
    if kind < 0.35:
        path = _with_another_part(chance, path)
    if chance.random() < 0.1:
        path = "/en" + path
    target = quote(path, safe="/%:@-._~", errors="surrogatepass").encode()
    if kind > 0.7:
        target = _hurt(chance, target)
    if chance.random() < 0.6:
        target += b"?" + _query(chance)
    return target or b"/"


def _with_another_part(chance: Random, path: str) -> str:
    """One part of the path is something else, twice there, or not there."""
    parts = path.split("/")
    at = chance.randrange(len(parts)) or len(parts) - 1
    parts[at] = chance.choice((chance.choice(VALUES), parts[at] * 2, parts[at] + chance.choice(VALUES), ""))
    return "/" + "/".join(parts).lstrip("/")


def _hurt(chance: Random, target: bytes) -> bytes:
    """Bytes put in anywhere after the first slash."""
    for _ in range(chance.choice((1, 1, 3))):
        at = chance.randint(1, len(target))
        target = target[:at] + chance.choice(RAW) + target[at:]
    return target


def _query(chance: Random) -> bytes:
    pairs = ((chance.choice(NAMES), chance.choice(VALUES)) for _ in range(chance.choice((1, 1, 2, 4, 30))))
    query = "&".join(f"{name}={quote(value, safe='', errors='surrogatepass')}" for name, value in pairs).encode()
    return _hurt(chance, b"&" + query) if chance.random() < 0.2 else query
