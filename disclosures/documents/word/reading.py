"""`read_word`: paragraphs and tables of a .docx in the order of the text, read from the document's own XML."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from lxml.etree import XMLSyntaxError, _Element

from disclosures.documents.archives import check_archive
from disclosures.documents.items import BLANK, Cell, DocumentError, Grid, Item, Prose
from disclosures.documents.limits import DEFAULT, Limits
from disclosures.documents.pieces import COVERED, DELETED, REPLACEMENT, UNKNOWN, Piece, Settled, settle
from disclosures.documents.word.notes import notes_of
from disclosures.documents.word.numbering import Numbering
from disclosures.documents.word.runs import Paragraph, is_joined_to_next
from disclosures.documents.word.styles import Styles
from disclosures.documents.word.tables import TABLE, Layouts, blocks, cells_of, is_gone, margins_of, rows_of, shape_of

_Block = tuple[_Element, str]  # a paragraph or table, and why it is not seen


def read_word(path: Path, limits: Limits = DEFAULT) -> list[Item]:
    """Prose and grids of a .docx; places count paragraphs and tables from 1."""
    check_archive(path, limits)
    try:
        document = Document(str(path))
        body, styles = document.element.body, Styles.of(document)
        numbering = Numbering.of(document, styles.by_id)
    except (PackageNotFoundError, BadZipFile, XMLSyntaxError, KeyError, ValueError, AttributeError) as error:
        raise DocumentError(f"{path.name} 不是完整的 Word 文档（.docx），打不开。") from error
    if body is None:
        raise DocumentError(f"{path.name} 不是完整的 Word 文档（.docx），打不开。")
    try:
        return [*_Reader(path.name, limits, styles, numbering).items(body), *notes_of(document, styles, path.name)]
    except RecursionError as error:
        raise DocumentError(f"{path.name} 里的表格一层套一层，套得太深，没有读入。") from error


class _Reader:
    """Walks the document; counts paragraphs, tables and cells on the way."""

    def __init__(self, name: str, limits: Limits, styles: Styles, numbering: Numbering):
        self.name, self.limits, self.styles, self.numbering = name, limits, styles, numbering
        self.layouts = Layouts()
        self.paragraphs = self.tables = self.cells = 0

    def items(self, body: _Element) -> Iterator[Item]:
        pieces: list[Piece] = []
        place = ""
        for element, reason in self._flow(body, ""):
            if element.tag == TABLE:
                yield from _prose(pieces, place)
                pieces, place = [], ""
                self.tables += 1
                yield from self._grid(element, f"表 {self.tables}", reason)
                continue
            self.paragraphs += 1
            place = place or f"第 {self.paragraphs} 段"
            read = self._paragraph(element, reason)
            pieces += read.pieces
            if not is_joined_to_next(element):
                yield from _prose(pieces, place)
                pieces, place = [], ""
            yield from self._boxed(read.boxes, f"第 {self.paragraphs} 段")
        yield from _prose(pieces, place)

    def _paragraph(self, element: _Element, reason: str) -> Paragraph:
        """A paragraph with the number that is put before it; one that is not seen is not counted."""
        read = Paragraph.of(element, self.styles, reason)
        if not reason and (number := self.numbering.before(element)):
            read.pieces.insert(0, Piece(number))
        return read

    def _flow(self, parent: _Element, reason: str) -> Iterator[_Block]:
        """Paragraphs and tables; a table that only lays out others is what stands in its cells."""
        for element in blocks(parent):
            if element.tag != TABLE or not self.layouts.has(element):
                yield element, reason
                continue
            for row in rows_of(element):
                for cell in cells_of(row):
                    self._count_cells(1)
                    why = reason or (DELETED if is_gone(row) else shape_of(cell).reason)
                    yield from self._flow(cell, why)

    def _boxed(self, boxes: Iterable[_Block], around: str) -> Iterator[Item]:
        for number, (box, reason) in enumerate(boxes, start=1):
            place = f"{around}的文本框" + (f" {number}" if number > 1 else "")
            for n, (element, why) in enumerate(self._flow(box, reason), start=1):
                if element.tag == TABLE:
                    yield from self._grid(element, f"{place}的表 {n}", why)
                    continue
                read = self._paragraph(element, why)
                settled, inner = settle(read.pieces), f"{place}第 {n} 段"
                if settled.text:
                    yield Prose(settled.text, inner)
                yield from settled.asides_at(inner)
                yield from self._boxed(read.boxes, inner)

    def _grid(self, table: _Element, place: str, reason: str) -> Iterator[Item]:
        """The grid of a table, then what of it is put aside, and the boxes anchored in it."""
        rows: list[tuple[Cell, ...]] = []
        others: list[Item] = []
        for number, row in enumerate(rows_of(table), start=1):
            self.limits.check(self.name, "rows", number)
            why = reason or (DELETED if is_gone(row) else "")
            cells = self._row(row, f"{place}第 {number} 行", why, others)
            if not why:
                rows.append(cells)
        if any(any(row) for row in rows):
            yield Grid(place, tuple(rows))
        yield from others

    def _row(self, row: _Element, place: str, reason: str, others: list[Item]) -> tuple[Cell, ...]:
        """One cell for each column of the grid: a merged cell holds its text at the start, the rest of it is blank."""
        before, after = margins_of(row)
        cells = [BLANK] * before
        for element in cells_of(row):
            shape = shape_of(element)
            at = f"{place}第 {len(cells) + 1} 格"
            why = reason or shape.reason or (COVERED if shape.is_covered else "")
            settled, boxes = self._cell(element, why)
            cells += [_cell(settled, at), *[BLANK] * (shape.width - 1)]
            others += settled.asides_at(at)
            others += self._boxed(boxes, at)
            self._count_cells(shape.width)
        return (*cells, *[BLANK] * after)

    def _cell(self, cell: _Element, reason: str) -> tuple[Settled, list[_Block]]:
        """What is in a cell: its paragraphs, and those of a table in it, one below the other."""
        pieces, boxes = [], []
        for element, why in self._in_cell(cell, reason):
            read = self._paragraph(element, why)
            pieces += read.pieces
            boxes += read.boxes
            if not is_joined_to_next(element):
                pieces.append(Piece("\n", why))
        return settle(pieces), boxes

    def _in_cell(self, cell: _Element, reason: str) -> Iterator[_Block]:
        for element in blocks(cell):
            if element.tag != TABLE:
                yield element, reason
                continue
            for row in rows_of(element):
                for inner in cells_of(row):
                    yield from self._in_cell(inner, reason or (DELETED if is_gone(row) else shape_of(inner).reason))

    def _count_cells(self, more: int) -> None:
        self.cells += more
        self.limits.check(self.name, "cells", self.cells)


def _cell(settled: Settled, place: str) -> Cell:
    if not settled.text:
        return BLANK
    return Cell(settled.text, place, doubt=f"{UNKNOWN}。" if REPLACEMENT in settled.text else "")


def _prose(pieces: list[Piece], place: str) -> Iterator[Item]:
    settled = settle(pieces)
    for n, line in enumerate(filter(None, map(str.strip, settled.text.split("\n")))):
        yield Prose(line, place + (f"第 {n + 1} 行" if n else ""), gap=not n)
    yield from settled.asides_at(place)
