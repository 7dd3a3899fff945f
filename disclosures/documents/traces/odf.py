"""What an .odt or .ods tells of those who worked on it, and a copy without it."""

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from lxml.etree import _Element

from disclosures.documents.traces.archive import local_name, parsed, remove, rewrite, written
from disclosures.documents.traces.trace import (
    AUTHOR,
    CHANGE,
    CHANGER,
    COMMENT,
    EMBEDDED,
    HIDDEN_LINES,
    HIDDEN_SHEET,
    PROPERTY,
    THUMBNAIL,
    Trace,
)

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_TABLE = f"{{{_ODF}:table:1.0}}"
_NO_PROPERTIES = (
    f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta xmlns:office="{_ODF}:office:1.0" '
    'office:version="1.2"><office:meta/></office:document-meta>'
).encode()
_THUMBNAILS = "Thumbnails/"
_PEOPLE = {"initial-creator": AUTHOR, "creator": CHANGER, "printed-by": PROPERTY}
_IMPERSONAL = {"generator", "creation-date", "date", "editing-cycles", "editing-duration", "print-date", "language"}
_GONE = {"annotation", "annotation-end", "tracked-changes", "change", "change-start", "change-end"}
_TELLING = re.compile(
    rb'annotation|changed-region|display="false"|visibility="'
)  # looked for first: parsing takes long
_PRINTERS = ("PrinterName", "PrinterSetup", "Rsid", "RsidRoot")


def traces_in(path: Path) -> Iterator[Trace]:
    with ZipFile(path) as archive:
        for name in archive.namelist():
            if name == "meta.xml":
                yield from _properties(parsed(archive.read(name)))
            elif name == "content.xml":
                content = archive.read(name)
                yield from _of_content(parsed(content)) if _TELLING.search(content) else ()
            elif name.startswith(_THUMBNAILS) and name != _THUMBNAILS:
                yield Trace(THUMBNAIL, name, "")
            elif name.startswith("Object ") and name.endswith("/content.xml"):
                yield Trace(EMBEDDED, name.split("/")[0], "")


def write_cleaned(path: Path, target: Path) -> None:
    rewrite(path, target, _changed)


def _changed(name: str, content: bytes) -> bytes | None:
    if name == "meta.xml":
        return _NO_PROPERTIES
    if name.startswith(_THUMBNAILS):
        return None
    if name not in ("content.xml", "styles.xml", "settings.xml", "META-INF/manifest.xml"):
        return content
    root = parsed(content)
    for element in list(root.iter()):
        if _tells(element):
            remove(element)
    return written(root)


def _tells(element: _Element) -> bool:
    named = {name.rpartition("}")[2]: value for name, value in element.attrib.items()}
    if local_name(element) == "file-entry":
        return named.get("full-path", "").startswith(_THUMBNAILS)
    return local_name(element) in _GONE or (local_name(element) == "config-item" and named.get("name") in _PRINTERS)


def _properties(root: _Element) -> Iterator[Trace]:
    for element in root.iter():
        said, text = local_name(element), (element.text or "").strip()
        if text and said not in _IMPERSONAL:
            yield Trace(_PEOPLE.get(said, PROPERTY), f"meta.xml {said}", text)


def _of_content(root: _Element) -> Iterator[Trace]:
    hidden = set()
    for element in root.iter():
        said = local_name(element)
        if said == "annotation":
            yield Trace(COMMENT, "content.xml", "".join(element.itertext()).strip())
        elif said == "changed-region":
            yield Trace(CHANGE, "content.xml", "".join(element.itertext()).strip())
        elif said == "table-properties" and element.get(f"{_TABLE}display") == "false":
            hidden.add(next(iter(element.getparent().xpath("@*[local-name()='name']")), ""))
        elif said == "table" and element.get(f"{_TABLE}style-name") in hidden:
            yield Trace(HIDDEN_SHEET, element.get(f"{_TABLE}name", ""), "")
        elif element.get(f"{_TABLE}visibility") in ("collapse", "filter"):
            yield Trace(HIDDEN_LINES, "content.xml", {"table-row": "行", "table-column": "列"}.get(said, said))
