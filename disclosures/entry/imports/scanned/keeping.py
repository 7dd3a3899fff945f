"""What was read from scanned pages, kept beside the uploaded file: reading them again would take minutes."""

import gzip
import json
from pathlib import Path

from disclosures.documents.isolated.packing import packed, unpacked
from disclosures.documents.isolated.reader import IsolatedReader
from disclosures.documents.items import Document
from disclosures.entry.models import UploadedFile

_FORM = b"2:"  # of what is kept: one of another form is read again


def read_once(upload: UploadedFile, path: Path, reader: IsolatedReader) -> Document:
    """The document as it was kept with the file, else as it is read now and, if it was scanned, to be kept."""
    if bytes(upload.scan).startswith(_FORM):
        return unpacked(map(json.loads, gzip.decompress(bytes(upload.scan)[len(_FORM) :]).splitlines()))
    document = reader.read(path)
    if reader.scanned_pages:
        lines = "\n".join(json.dumps(part, ensure_ascii=False) for part in packed(document))
        upload.scan = _FORM + gzip.compress(lines.encode())
    return document
