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
        links = (one.get("Target", "") for one in parsed(content) if one.get("TargetMode") == "External")
        yield from (Trace(LOCAL_PATH, name, link) for link in links if _LOCAL.match(link))


def _properties(name: str, root: _Element) -> Iterator[Trace]:
    for one in root:
        said, text = local_name(one), "".join(one.itertext()).strip()
        if not text or said in _IMPERSONAL or (name.endswith("app.xml") and said not in PERSONAL):
            continue
        yield Trace(_PEOPLE.get(said, PROPERTY), f"{name} {one.get('name', said)}", text)


def _comments(name: str, root: _Element) -> Iterator[Trace]:
    authors = [one.text or "" for one in root.iter() if local_name(one) == "author"]
    for one in root.iter():
        if local_name(one) not in ("comment", "threadedComment"):
            continue
        number = one.get("authorId", "")
        by_number = authors[int(number)] if number.isdecimal() and int(number) < len(authors) else ""
        author = one.get(f"{WORD}author") or by_number
        yield Trace(COMMENT, one.get("ref") or name, f"{author}：{''.join(one.itertext()).strip()}")


def _changes(name: str, root: _Element) -> Iterator[Trace]:
    for one in root.iter():
        if (author := one.get(f"{WORD}author")) not in (None, NOBODY):
            doing = _DOINGS.get(local_name(one), "改动格式")
            yield Trace(CHANGE, name, f"{author} {doing}：{''.join(one.itertext()).strip()}")


def _of_workbook(root: _Element) -> Iterator[Trace]:
    for one in root.iter():
        if local_name(one) == "sheet" and one.get("state") in ("hidden", "veryHidden"):
            yield Trace(HIDDEN_SHEET, one.get("name", ""), "")
        elif local_name(one) == "absPath":
            yield Trace(LOCAL_PATH, "xl/workbook.xml", one.get("url", ""))
        elif local_name(one) == "fileSharing" and one.get("userName"):
            yield Trace(AUTHOR, "xl/workbook.xml", one.get("userName"))


def _sheets(archive: ZipFile) -> dict[str, str]:
    """The name of each sheet by its part."""
    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    relations = parsed(archive.read("xl/_rels/workbook.xml.rels"))
    parts = {one.get("Id"): part_of("xl/_rels/workbook.xml.rels", one) for one in relations}
    sheets = (one for one in parsed(archive.read("xl/workbook.xml")).iter() if local_name(one) == "sheet")
    return {parts.get(relation_of(one), ""): one.get("name", "") for one in sheets}


def relation_of(element: _Element) -> str:
    """The id of the relationship that an element names, whatever prefix stands before it."""
    return next((value for name, value in element.attrib.items() if name.endswith("relationships}id")), "")


def part_of(rels: str, relation: _Element) -> str:
    """The part that a relationship leads to."""
    return normpath(join("/", dirname(dirname(rels)), relation.get("Target", ""))).lstrip("/")
