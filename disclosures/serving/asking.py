"""One question to Django, in a thread: a request as WSGI has it, the whole answer in memory or, if large, in a file."""

import io
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

Headers = list[tuple[str, str]]

LARGE = 2 << 20  # bytes from which an answer is written to a file while it is made
_LENGTH = "content-length"  # the server counts itself


@dataclass(frozen=True)
class Answer:
    """What Django said; `file` holds the body of a large answer."""

    status: int
    headers: Headers
    body: bytes = b""
    file: Path | None = None

    def header(self, name: str) -> str:
        return next((value for key, value in self.headers if key == name), "")


def ask(application: Callable, environ: dict[str, Any], folder: Path) -> Answer:
    """Django's answer; its parts are closed whatever happens, which ends the request there."""
    status: int = 500
    headers: Headers = []

    def start_response(said: str, fields: Headers, exc_info: Any = None) -> None:
        nonlocal status, headers
        status, headers = int(said[:3]), [(name.lower(), value) for name, value in fields if name.lower() != _LENGTH]

    parts = application(environ, start_response)
    try:
        body, file = _collected(parts, folder)
    finally:
        if hasattr(parts, "close"):
            parts.close()
    return Answer(status, headers, body, file)


def _collected(parts: Iterable[bytes], folder: Path) -> tuple[bytes, Path | None]:
    body = io.BytesIO()
    parts = iter(parts)
    for part in parts:
        body.write(part)
        if body.tell() > LARGE:
            return b"", _written(body, parts, folder)
    return body.getvalue(), None


def _written(begun: io.BytesIO, parts: Iterable[bytes], folder: Path) -> Path:
    """The file with the whole answer; nothing is left of one that does not end well."""
    folder.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=folder, delete=False) as file:
        try:
            file.write(begun.getbuffer())
            file.writelines(parts)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
    return Path(file.name)


def environ_of(scope: Any, headers: Mapping[str, str], query: str, body: io.BytesIO) -> dict[str, Any]:
    """The request as PEP 3333 describes it, with these headers alone."""
    host, _, port = scope.server.rpartition(":")
    environ = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": _in_latin(scope.path),
        "QUERY_STRING": _in_latin(query),
        "SERVER_NAME": host,
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "CONTENT_LENGTH": str(len(body.getbuffer())),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in headers.items():
        if name == "content-type":
            environ["CONTENT_TYPE"] = value
        elif name != _LENGTH and "_" not in name:  # x_y would stand for x-y
            environ[f"HTTP_{name.upper().replace('-', '_')}"] = value
    return environ


def _in_latin(text: str) -> str:
    """Bytes in the guise of Latin-1, as WSGI has them; also of a query in which letters stand as they are."""
    return text.encode("utf-8", "surrogateescape").decode("latin-1")
