"""One question to the site itself, without a server between: the answer comes piece by piece."""

import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files import File
from django.core.handlers.wsgi import WSGIHandler

_PIECE = 1 << 18


@dataclass(frozen=True)
class Answer:
    """What the site said; the names of the headers are in small letters."""

    status: int
    headers: dict[str, str]
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
        if address.startswith(settings.STATIC_URL):
            yield _static(address.removeprefix(settings.STATIC_URL))
            return
        said: list = []

        def start_response(status: str, fields: list[tuple[str, str]], *_: Any) -> Any:
            said.extend((int(status[:3]), fields))

        parts: Any = self._application(self._environ(address, etag), start_response)
        try:
            yield Answer(said[0], {name.lower(): value for name, value in said[1]}, parts)
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


def _static(name: str) -> Answer:
    """A file of the site's own: as `collectstatic` left it, else where it was written."""
    if staticfiles_storage.exists(name):
        return Answer(200, {}, _pieces(staticfiles_storage.open(name)))
    if found := finders.find(name):
        return Answer(200, {}, _pieces(File(Path(found).open("rb"))))  # closed when it is read
    return Answer(404, {}, ())


def _pieces(file: File) -> Iterator[bytes]:
    with file:
        yield from file.chunks(_PIECE)
