"""The body of a request, read before any thread is taken for it: bounded in size, in time and in number."""

import asyncio
import io
from typing import Any

from django.conf import settings

from disclosures.pages.language import plain

MEGABYTE = 1 << 20
FORM_BYTES = 32_000  # a thousand characters, each written as nine
STRANGERS_MEGABYTES = 1  # the form to sign in; who comes with a session may upload documents
SECONDS = 20  # for the first megabyte, and for each further one a few more
SECONDS_A_MEGABYTE = 2
_FORMS = ("/ask/", "/mail/", "/webhooks")
ALL_MEGABYTES = 512  # of all bodies that are being read at once in a process


class BodyError(Exception):
    """A body that is not waited for; the status says why."""

    def __init__(self, status: int):
        super().__init__(status)
        self.status = status


class Bodies:
    """Reads the bodies of requests for one process."""

    def __init__(self) -> None:
        self._promised = 0  # bytes of all bodies that are being read

    async def read(self, scope: Any, protocol: Any) -> io.BytesIO:
        """The whole body; what says no length or too large a one is refused unread, what takes too long on the way."""
        length = _length(scope.headers)
        if length > _most(scope):
            raise BodyError(413)
        if self._promised + length > ALL_MEGABYTES * MEGABYTE:
            raise BodyError(503)
        self._promised += length
        try:
            async with asyncio.timeout(SECONDS + SECONDS_A_MEGABYTE * length / MEGABYTE):
                return await _read(protocol, length)
        except TimeoutError:
            raise BodyError(408) from None
        finally:
            self._promised -= length


async def _read(protocol: Any, length: int) -> io.BytesIO:
    body = io.BytesIO()
    if length:
        async for chunk in protocol:
            body.write(chunk)
            if body.tell() >= length:
                break
    body.seek(0)
    return body


def _length(headers: Any) -> int:
    """How many bytes the client promises."""
    if headers.get("transfer-encoding") is not None:
        raise BodyError(411)
    promised = headers.get("content-length", "0")
    if not (promised.isascii() and promised.isdigit() and len(promised) <= 12):
        raise BodyError(400)
    return int(promised)


def takes_forms(path: str) -> bool:
    """Whether the public sends something there: a question, who wants mail, a program that wants to be told."""
    return plain(path).startswith(_FORMS)


def _most(scope: Any) -> int:
    """How many bytes are waited for: few from strangers, a document with its form from staff."""
    if takes_forms(scope.path):
        return FORM_BYTES
    headers = scope.headers
    is_staff = f"{settings.SESSION_COOKIE_NAME}=" in (headers.get("cookie") or "")
    return (settings.UPLOAD_MEGABYTES if is_staff else STRANGERS_MEGABYTES) * MEGABYTE
