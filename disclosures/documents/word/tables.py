"""Tables of a Word document: rows and cells with the columns they cover, and which of them only lay out a page."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from lxml.etree import _Element

from disclosures.documents.pieces import DELETED
from disclosures.documents.word.runs import ALTERNATIVES, GONE, PARAGRAPH, alternatives

TABLE, _ROW, _CELL = qn("w:tbl"), qn("w:tr"), qn("w:tc")
_VALUE = qn("w:val")
_WIDEST = 100  # columns that one cell may cover


def blocks(parent: _Element) -> Iterator[_Element]:
    """Paragraphs and tables, also those inside content controls, in the order of the text."""
    for child in _children(parent):
        if child.tag in (PARAGRAPH, TABLE):
            yield child
        elif child.tag not in (_ROW, _CELL):
            yield from blocks(child)


def rows_of(table: _Element) -> Iterator[_Element]:
    return _within(table, _ROW, (_CELL, PARAGRAPH, TABLE))


def cells_of(row: _Element) -> Iterator[_Element]:
    return _within(row, _CELL, (_ROW, PARAGRAPH, TABLE))


def _within(parent: _Element, tag: str, closed: tuple[str, ...]) -> Iterator[_Element]:
    for child in _children(parent):
        if child.tag == tag:
            yield child
        elif child.tag not in closed:
            yield from _within(child, tag, closed)


def _children(parent: _Element) -> Iterator[_Element]:
    for child in parent:
        if child.tag == ALTERNATIVES:
            yield from (element for element in alternatives(child) if element is not None)
        else:
            yield child


@dataclass(frozen=True)
class Shape:
    """How many columns a cell covers, and whether what is in it is seen there."""

    width: int
    is_covered: bool  # it goes on with the one above or to the left
    reason: str  # why it is not there: deleted by a tracked change


def shape_of(cell: _Element) -> Shape:
    said = cell.find(qn("w:tcPr"))
    if said is None:
        return Shape(1, False, "")
    merges = (said.find(qn("w:vMerge")), said.find(qn("w:hMerge")))
    is_covered = any(merge is not None and merge.get(_VALUE, "continue") == "continue" for merge in merges)
    width = _count(said.find(qn("w:gridSpan"))) or 1
    return Shape(width, is_covered, DELETED if said.find(qn("w:cellDel")) is not None else "")


def margins_of(row: _Element) -> tuple[int, int]:
    """How many columns of the grid lie before the first cell and after the last one."""
    said = row.find(qn("w:trPr"))
    if said is None:
        return 0, 0
    return _count(said.find(qn("w:gridBefore"))), _count(said.find(qn("w:gridAfter")))


def is_gone(row: _Element) -> bool:
    """Whether a tracked change deletes the row."""
    said = row.find(qn("w:trPr"))
    return said is not None and any(said.find(tag) is not None for tag in GONE)


def _count(said: _Element | None) -> int:
    """A number of columns; what is no sensible number counts as none."""
    value = said.get(_VALUE, "") if said is not None else ""
    return min(int(value), _WIDEST) if value.isascii() and value.isdigit() and len(value) < 10 else 0


@dataclass
class Layouts:
    """Tells tables of figures from tables of tables: the latter have more cells in others than of their own."""

    _counted: dict[_Element, tuple[int, int]] = field(default_factory=dict)

    def has(self, table: _Element) -> bool:
        own, nested = self._count(table)
        return nested > own

    def _count(self, table: _Element) -> tuple[int, int]:
        if table not in self._counted:
            cells = [cell for row in rows_of(table) for cell in cells_of(row)]
            inner = [block for cell in cells for block in blocks(cell) if block.tag == TABLE]
            self._counted[table] = len(cells), sum(sum(self._count(block)) for block in inner)
        return self._counted[table]
