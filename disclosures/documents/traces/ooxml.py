"""What a .docx or .xlsx tells of those who worked on it."""

import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from zipfile import ZipFile

from lxml.etree import _Element

from disclosures.documents.traces.archive import local_name, parsed
from disclosures.documents.traces.trace import (
    AUTHOR,
    CHANGE,
    CHANGER,
    COMMENT,
    EMBEDDED,
    HIDDEN_LINES,
    HIDDEN_SHEET,
    LOCAL_PATH,
    MACRO,
    PROPERTY,
    THUMBNAIL,
    Trace,
)

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOBODY = "-"  # who made a change that a cleaned copy still has to mark
WRITTEN_IN = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
COMMENTS = re.compile(r"word/comments\.xml|xl/(.*/)?comments?\d*\.xml|xl/threadedComments/[^/]+\.xml")
THUMBNAILS = re.compile(r"docProps/thumbnail\.\w+")
PERSONAL = ("Company", "Manager", "HyperlinkBase")  # of app.xml; the rest is counts and the program
_BINARY_COMMENTS = re.compile(r"xl/comments\d*\.bin")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_EMBEDDED = re.compile(r"(word|xl)/(embeddings|activeX)/[^/]+\.\w+")
_HIDDEN_LINES = {
    "行": re.compile(rb'<row\b[^>]*\shidden="(?:1|true)"'),
    "列": re.compile(rb'<col\b[^>]*\shidden="(?:1|true)"'),
}
_LOCAL = re.compile(r"file:|[A-Za-z]:\\|\\\\")
_PEOPLE = {"creator": AUTHOR, "lastModifiedBy": CHANGER}
_IMPERSONAL = {"created", "modified", "lastPrinted", "revision", "language", "version"}
_DOINGS = {"ins": "插入", "del": "删除", "moveFrom": "移走", "moveTo": "移来"}


def traces_in(path: Path) -> Iterator[Trace]:
    with ZipFile(path) as archive:
        sheets = _sheets(archive)
        for name in archive.namelist():
            yield from _of_part(archive, name, sheets)


def _of_part(archive: ZipFile, name: str, sheets: dict[str, str]) -> Iterator[Trace]:
    if name.startswith("docProps/") and name.endswith(".xml"):
        yield from _properties(name, parsed(archive.read(name)))
    elif THUMBNAILS.fullmatch(name):
        yield Trace(THUMBNAIL, name, "")
    elif COMMENTS.fullmatch(name):
        yield from _comments(name, parsed(archive.read(name)))
    elif _BINARY_COMMENTS.fullmatch(name):
        yield Trace(COMMENT, name, "")
    elif name.endswith("vbaProject.bin"):
        yield Trace(MACRO, name, "")
    elif _EMBEDDED.fullmatch(name):
        yield Trace(EMBEDDED, name, "")
    elif name.endswith((".xml", ".rels")):
        yield from _of_contents(name, archive.read(name), sheets)


def _of_contents(name: str, content: bytes, sheets: dict[str, str]) -> Iterator[Trace]:
    """Of a part that holds text, cells or links; it is looked through first, because parsing large ones takes long."""
    if WRITTEN_IN.fullmatch(name) and b"author=" in content:
        yield from _changes(name, parsed(content))
    elif name == "xl/workbook.xml":
        yield from _of_workbook(parsed(content))
    elif _SHEET.fullmatch(name):
        for what, pattern in _HIDDEN_LINES.items():
            if count := len(pattern.findall(content)):
                yield Trace(HIDDEN_LINES, sheets.get(name, name), f"{count} 处隐藏的{what}")
    elif name.endswith(".rels") and b"External" in content:
        links = (relation.get("Target", "") for relation in parsed(content) if relation.get("TargetMode") == "External")
        yield from (Trace(LOCAL_PATH, name, link) for link in links if _LOCAL.match(link))


def _properties(name: str, root: _Element) -> Iterator[Trace]:
    for element in root:
        said, text = local_name(element), "".join(element.itertext()).strip()
        if not text or said in _IMPERSONAL or (name.endswith("app.xml") and said not in PERSONAL):
            continue
        yield Trace(_PEOPLE.get(said, PROPERTY), f"{name} {element.get('name', said)}", text)


def _comments(name: str, root: _Element) -> Iterator[Trace]:
    authors = [element.text or "" for element in root.iter() if local_name(element) == "author"]
    for element in root.iter():
        if local_name(element) not in ("comment", "threadedComment"):
            continue
        number = element.get("authorId", "")
        by_number = authors[int(number)] if number.isdecimal() and int(number) < len(authors) else ""
        author = element.get(f"{WORD}author") or by_number
        yield Trace(COMMENT, element.get("ref") or name, f"{author}：{''.join(element.itertext()).strip()}")


def _changes(name: str, root: _Element) -> Iterator[Trace]:
    for element in root.iter():
        if (author := element.get(f"{WORD}author")) not in (None, NOBODY):
            doing = _DOINGS.get(local_name(element), "改动格式")
            yield Trace(CHANGE, name, f"{author} {doing}：{''.join(element.itertext()).strip()}")


def _of_workbook(root: _Element) -> Iterator[Trace]:
    for element in root.iter():
        if local_name(element) == "sheet" and element.get("state") in ("hidden", "veryHidden"):
            yield Trace(HIDDEN_SHEET, element.get("name", ""), "")
        elif local_name(element) == "absPath":
            yield Trace(LOCAL_PATH, "xl/workbook.xml", element.get("url", ""))
        elif local_name(element) == "fileSharing" and element.get("userName"):
            yield Trace(AUTHOR, "xl/workbook.xml", element.get("userName"))


def _sheets(archive: ZipFile) -> dict[str, str]:
    """The name of each sheet by its part."""
    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    relations = parsed(archive.read("xl/_rels/workbook.xml.rels"))
    parts = {relation.get("Id"): part_of("xl/_rels/workbook.xml.rels", relation) for relation in relations}
    sheets = (sheet for sheet in parsed(archive.read("xl/workbook.xml")).iter() if local_name(sheet) == "sheet")
    return {parts.get(relation_of(sheet), ""): sheet.get("name", "") for sheet in sheets}


def relation_of(element: _Element) -> str:
    """The id of the relationship that an element names, whatever prefix stands before it."""
    return next((value for name, value in element.attrib.items() if name.endswith("relationships}id")), "")


def part_of(rels: str, relation: _Element) -> str:
    """The part that a relationship leads to."""
    return normpath(join("/", dirname(dirname(rels)), relation.get("Target", ""))).lstrip("/")
