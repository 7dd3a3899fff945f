"""The site as a web archive (WARC, ISO 28500): each answer as the site gave it, with its headers, at its address."""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from tempfile import SpooledTemporaryFile
from typing import IO
from urllib.parse import quote

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from disclosures.exports.offline.asking import Answer, pieces_of

_IN_MEMORY = 1 << 20  # bytes of an answer; a larger one waits on the disk
_FORMAT = "WARC File Format 1.1"
_SAFE = "/:@!$&'()*+,;="  # in a path, RFC 3986


class Recorder:
    """Writes answers of the site at that origin to a file, in the order in which they come."""

    def __init__(self, origin: str, file: IO[bytes]):
        self._origin = origin
        self._writer = WARCWriter(file, gzip=True, warc_version="1.1")
        about = {"software": "juesuan export_site", "format": _FORMAT, "isPartOf": origin}
        self._writer.write_record(self._writer.create_warcinfo_record("", about))

    @contextmanager
    def recorded(self, address: str, answer: Answer) -> Iterator[Answer]:
        """The answer, written down; its body can be read until this is left."""
        with SpooledTemporaryFile(max_size=_IN_MEMORY) as body:
            size = sum(body.write(piece) for piece in answer.pieces)
            body.seek(0)
            self._write(address, answer, body, size)
            body.seek(0)
            yield Answer(answer.status, answer.headers, pieces_of(body))

    def _write(self, address: str, answer: Answer, body: IO[bytes], size: int) -> None:
        line = f"{answer.status} {HTTPStatus(answer.status).phrase}"
        headers = StatusAndHeaders(line, [*answer.headers.items()], protocol="HTTP/1.1")
        path, mark, query = address.partition("?")
        uri = self._origin + quote(path, safe=_SAFE) + mark + query
        record = self._writer.create_warc_record(uri, "response", body, size, http_headers=headers)
        self._writer.write_record(record)
