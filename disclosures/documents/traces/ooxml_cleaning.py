"""A copy of a .docx or .xlsx without those who worked on it: tracked changes accepted, comments and properties gone.

Rows, paragraphs and cells stay where they are, so that every place keeps its name; what was deleted is emptied.
"""

import re
from pathlib import Path
from zipfile import ZipFile

from lxml.etree import _Element

from disclosures.documents.traces.archive import local_name, parsed, remove, rewrite, unwrap, written
from disclosures.documents.traces.ooxml import COMMENTS, NOBODY, PERSONAL, THUMBNAILS, WORD, WRITTEN_IN, part_of

_DROPPED = re.compile(
    r"docProps/custom\.xml|word/comments\w*\.xml|word/people\.xml|xl/persons/[^/]+\.xml|xl/printerSettings/[^/]+"
)
_NO_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
_NOTES = re.compile(rb"ObjectType=\"(\w+)\"")  # what the shapes of an old drawing are
_REFERENCE = rb'<legacyDrawing\b[^>]*\bid="%b"[^>]*/>|(?<=<pageSetup)(?P<rest>[^>]*?)\s\w+:id="%b"'
_ANCHORS = {f"{WORD}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference")}
_RANGES = {f"{WORD}move{way}Range{end}" for way in ("From", "To") for end in ("Start", "End")}
_ADDED, _TAKEN = {f"{WORD}ins", f"{WORD}moveTo"}, {f"{WORD}del", f"{WORD}moveFrom"}
_MARKS = {f"{WORD}rPr", f"{WORD}trPr"}  # in which a change is said of a paragraph's end or of a row
_TEXTS = (f"{WORD}t", f"{WORD}delText", f"{WORD}sym")


def write_cleaned(path: Path, target: Path) -> None:
    with ZipFile(path) as archive:
        dropped = {name for name in archive.namelist() if _is_dropped(archive, name)}
        lost = {name: _lost(name, parsed(archive.read(name)), dropped) for name in archive.namelist() if _is_rels(name)}
    rewrite(path, target, lambda name, content: None if name in dropped else _changed(name, content, dropped, lost))


def _is_rels(name: str) -> bool:
    return name.endswith(".rels")


def _is_dropped(archive: ZipFile, name: str) -> bool:
    if any(pattern.fullmatch(name) for pattern in (_DROPPED, COMMENTS, THUMBNAILS)):
        return True
    if "vmlDrawing" not in name or _is_rels(name):
        return False
    return set(_NOTES.findall(archive.read(name))) == {b"Note"}  # it only draws the boxes of comments


def _lost(rels: str, root: _Element, dropped: set[str]) -> set[str]:
    """The ids of relationships to what is dropped."""
    inner = (relation for relation in root if relation.get("TargetMode") != "External")
    return {relation.get("Id", "") for relation in inner if part_of(rels, relation) in dropped}


def _changed(name: str, content: bytes, dropped: set[str], lost: dict[str, set[str]]) -> bytes:
    if name == "docProps/core.xml":
        return _NO_PROPERTIES
    if WRITTEN_IN.fullmatch(name):
        return _accepted(content)
    if name in ("docProps/app.xml", "xl/workbook.xml", "word/settings.xml", "[Content_Types].xml") or _is_rels(name):
        root = parsed(content)
        for element in list(root.iter()):
            if _tells(element, name, dropped) or (_is_rels(name) and element.get("Id") in lost[name]):
                remove(_whole(element))
        return written(root)
    folder, _, file = name.rpartition("/")
    for identity in lost.get(f"{folder}/_rels/{file}.rels", ()):
        key = re.escape(identity.encode())
        content = re.sub(_REFERENCE % (key, key), lambda match: match["rest"] or b"", content)
    return content


def _tells(element: _Element, name: str, dropped: set[str]) -> bool:
    said = local_name(element)
    if name == "[Content_Types].xml":
        return element.get("PartName", "").lstrip("/") in dropped
    return said in ("absPath", "fileSharing", "rsids") or (name == "docProps/app.xml" and said in PERSONAL)


def _whole(element: _Element) -> _Element:
    """With the element around it that offers it to those programs only that know it."""
    around = element.getparent()
    while around is not None and local_name(around) in ("Choice", "AlternateContent"):
        element, around = around, around.getparent()
    return element


def _accepted(content: bytes) -> bytes:
    """The text as it reads with all changes accepted; what remains of them names nobody."""
    root = parsed(content)
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.getroottree().getroot() is not root:
            continue
        for name in [name for name in element.attrib if name.startswith(f"{WORD}rsid")]:
            del element.attrib[name]
        _accept(element)
    for element in root.iter():
        if element.get(f"{WORD}author") is not None:
            element.set(f"{WORD}author", NOBODY)
            element.attrib.pop(f"{WORD}date", None)
    return written(root)


def _accept(element: _Element) -> None:
    parent = element.getparent()
    is_mark = parent is not None and parent.tag in _MARKS
    if element.tag in _ANCHORS | _RANGES or (
        local_name(element).endswith("Change") and element.get(f"{WORD}author") is not None
    ):
        remove(element)
    elif element.tag in _ADDED:
        remove(element) if is_mark else unwrap(element)
    elif element.tag in _TAKEN and is_mark:
        if parent.tag == f"{WORD}trPr":
            _empty(parent.getparent())
    elif element.tag in _TAKEN:
        _empty(element)


def _empty(element: _Element) -> None:
    for text in list(element.iter(*_TEXTS)):
        remove(text)
