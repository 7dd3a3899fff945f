"""One question to the site itself, without a server between: the answer comes piece by piece."""

import io
import mimetypes
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.handlers.wsgi import WSGIHandler
from django.utils.datastructures import CaseInsensitiveMapping

_PIECE = 1 << 18


@dataclass(frozen=True)
class Answer:
    """What the site said."""

    status: int
    headers: Mapping[str, str]  # asked for in letters of any size
    pieces: Iterable[bytes]

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]


class Asker:
    """Asks as a reader of the site at that origin does, such as `https://accounts.example`."""

    def __init__(self, origin: str):
        self.origin = origin
        self._site = urlsplit(origin)
        self._application = WSGIHandler()

    @contextmanager
    def ask(self, address: str, etag: str = "") -> Iterator[Answer]:
        """The answer, which is closed afterwards; 304 for who has what the ETag names."""
        name = address.removeprefix(settings.STATIC_URL)
        if name != address and not staticfiles_storage.exists(name):
            yield _uncollected(name)
            return
        said: list = []

        def start_response(status: str, fields: list[tuple[str, str]], *_: Any) -> Any:
            said.extend((int(status[:3]), fields))

        parts: Any = self._application(self._environ(address, etag), start_response)
        try:
            yield Answer(said[0], CaseInsensitiveMapping(said[1]), parts)
        finally:
            parts.close()

    def _environ(self, address: str, etag: str) -> dict:
        path, _, query = address.partition("?")
        secure = {"HTTP_X_FORWARDED_PROTO": "https"} if self._site.scheme == "https" else {}
        return secure | {
            "REQUEST_METHOD": "GET",
            "SCRIPT_NAME": "",
            "PATH_INFO": path.encode().decode("latin-1"),  # as WSGI has it
            "QUERY_STRING": query.encode().decode("latin-1"),
            "SERVER_NAME": self._site.hostname or "",
            "SERVER_PORT": str(self._site.port or (443 if secure else 80)),
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": self._site.netloc,
            "HTTP_IF_NONE_MATCH": etag,
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": self._site.scheme,
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": False,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        }


def _uncollected(name: str) -> Answer:
    """A file of the site's own where it was written: `collectstatic` did not bring it to where the site gives it."""
    headers = CaseInsensitiveMapping({"Content-Type": mimetypes.guess_type(name)[0] or "application/octet-stream"})
    found = finders.find(name)
    return Answer(200, headers, _content(Path(found).open("rb"))) if found else Answer(404, {}, ())


def _content(file: IO[bytes]) -> Iterator[bytes]:
    with file:  # closed when it is read
        yield from pieces_of(file)


def pieces_of(file: IO[bytes]) -> Iterator[bytes]:
    """What is left of a file, so that it is never in memory as a whole."""
    while piece := file.read(_PIECE):
        yield piece
