"""Word documents: paragraphs and tables in the order of the text, read from the document's own XML."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError, _Element

from disclosures.documents.archives import check_archive
from disclosures.documents.items import BLANK, Cell, DocumentError, Grid, Item, Prose
from disclosures.documents.limits import DEFAULT, Limits

_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_TEXT, _TAB, _BREAK, _RETURN = qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr")
_DELETED, _FALLBACK = qn("w:del"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = qn("w:txbxContent")


def read_word(path: Path, limits: Limits = DEFAULT) -> list[Item]:
    """Prose and grids of a .docx; places count paragraphs and tables from 1."""
    check_archive(path, limits)
    try:
        body = Document(str(path)).element.body
    except (PackageNotFoundError, BadZipFile, XMLSyntaxError, KeyError, ValueError) as error:
        raise DocumentError(f"{path.name} 不是完整的 Word 文档（.docx），打不开。") from error
    items = list(_items(body))
    limits.check(path.name, "cells", sum(len(row) for one in items if isinstance(one, Grid) for row in one.rows))
    return items


def _items(body: _Element) -> Iterator[Item]:
    paragraphs = tables = 0
    for element in _blocks(body):
        if element.tag == _TABLE:
            tables += 1
            if rows := _rows(element, f"表 {tables}"):
                yield Grid(place=f"表 {tables}", rows=rows)
            continue
        paragraphs += 1
        for n, line in enumerate(filter(None, map(str.strip, _text(element).split("\n")))):
            place = f"第 {paragraphs} 段" + (f"第 {n + 1} 行" if n else "")
            yield Prose(line, place, gap=not n)
        for box in element.iter(_BOX):
            if not _inside(box, _FALLBACK, element):
                yield from _boxed(box, f"第 {paragraphs} 段的文本框")


def _blocks(parent: _Element) -> Iterator[_Element]:
    """Paragraphs and tables, also those inside content controls, in the order of the text."""
    for child in parent:
        if child.tag in (_PARAGRAPH, _TABLE):
            yield child
        elif child.tag not in (_ROW, _DELETED):
            yield from _blocks(child)


def _boxed(box: _Element, place: str) -> Iterator[Item]:
    for n, element in enumerate(_blocks(box), start=1):
        if element.tag == _TABLE:
            yield Grid(place=f"{place}的表 {n}", rows=_rows(element, f"{place}的表 {n}"))
        elif text := _text(element).strip():
            yield Prose(text, f"{place}第 {n} 段")


def _rows(table: _Element, place: str) -> tuple[tuple[Cell, ...], ...]:
    rows = (row for row in table.iter(_ROW) if _inside(row, _TABLE, None) is table)
    return tuple(tuple(_cells(row, f"{place}第 {number} 行")) for number, row in enumerate(rows, start=1))


def _cells(row: _Element, place: str) -> Iterator[Cell]:
    """One cell for each column of the grid: a merged cell holds its text at the start, the rest of it is blank."""
    position = 0
    for cell in row.iter(_CELL):
        if _inside(cell, _ROW, None) is not row:
            continue
        goes_on = (merge := cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")) is not None and merge.get(
            qn("w:val"), "continue"
        ) == "continue"
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        for n in range(_width(span)):
            position += 1
            text = "" if n or goes_on else "\n".join(map(_text, cell.iter(_PARAGRAPH))).strip()
            yield Cell(text, f"{place}第 {position} 格") if text else BLANK


def _width(span: _Element | None) -> int:
    """How many columns a cell covers; a span that is no sensible number counts as one."""
    value = span.get(qn("w:val"), "1") if span is not None else "1"
    return min(int(value), 100) if value.isdigit() and int(value) else 1


def _text(paragraph: _Element) -> str:
    """The text of a paragraph as it reads with all changes accepted, without its text boxes."""
    words = []
    for element in paragraph.iter(_TEXT, _TAB, _BREAK, _RETURN):
        if _inside(element, _BOX, paragraph) is not None or element.getparent().tag == qn("w:tabs"):
            continue
        words.append(element.text or "" if element.tag == _TEXT else "\t" if element.tag == _TAB else "\n")
    return "".join(words)


def _inside(element: _Element, tag: str, stop: _Element | None) -> _Element | None:
    """The nearest element of that tag around this one, below `stop`."""
    for around in element.iterancestors():
        if around is stop:
            return None
        if around.tag == tag:
            return around
    return None
