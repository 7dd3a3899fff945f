"""A zip with the same bytes for the same files, whenever and wherever it is made."""

import io
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def deflated(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The files by name, in the order given, without the moment of writing."""
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return content.getvalue()
