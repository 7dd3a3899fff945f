"""Zip archives of XML parts, which OOXML and ODF both are: read one by one, and written again with some changed."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml import etree
from lxml.etree import _Element

_UNTOUCHED_TIME = (1980, 1, 1, 0, 0, 0)  # an archive can say no earlier one


def parsed(content: bytes) -> _Element:
    """The root of a part; nothing that it names is fetched or put in."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def written(root: _Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def local_name(element: _Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def remove(element: _Element) -> None:
    """Take an element out, and leave the text that follows it."""
    parent, before = element.getparent(), element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def unwrap(element: _Element) -> None:
    """Put the children of an element in its place."""
    parent = element.getparent()
    at = parent.index(element)
    parent[at : at + 1] = list(element)


def rewrite(path: Path, target: Path, changed: Callable[[str, bytes], bytes | None]) -> None:
    """Write the archive again with each part as `changed` gives it; None leaves it out. Times are not kept."""
    with ZipFile(path) as old, ZipFile(target, "w") as new:
        for entry in old.infolist():
            if entry.is_dir():
                continue
            content = changed(entry.filename, old.read(entry))
            if content is not None:
                info = ZipInfo(entry.filename, _UNTOUCHED_TIME)
                info.compress_type = ZIP_STORED if entry.filename == "mimetype" else ZIP_DEFLATED
                new.writestr(info, content)
