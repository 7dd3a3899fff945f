"""`look_again_at_word`: every figure of a Word document with its place, counted the way a person counts."""

import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from disclosures.documents.figures import sighted
from disclosures.documents.items import DocumentError, Item, Sighting
from disclosures.documents.limits import Limits
from disclosures.documents.second.marks import SEEN, UNSEEN, text_without_marks
from disclosures.documents.second.word.looks import Looks
from disclosures.documents.second.word.numbers import Numbers
from disclosures.documents.second.word.parts import Container, Paragraph, Row, Table
from disclosures.documents.second.word.stream import Stream

_MAIN = re.compile(rb'<[^<>]*/officeDocument"[^<>]*>')
_TARGET = re.compile(rb'Target="/?([^"]+)"')


def look_again_at_word(path: Path, limits: Limits, items: Sequence[Item]) -> Iterator[Sighting]:
    """Figures of a .docx, read from the stream of its XML."""
    try:
        with ZipFile(io.BytesIO(path.read_bytes())) as archive:
            main = _main_part(archive)
            folder, looks = main.rpartition("/")[0], Looks()
            if styles := _beside(archive, folder, "styles.xml"):
                looks.read(styles)
            body = Stream(looks).read(archive.read(main))
            if numbering := _beside(archive, folder, "numbering.xml"):
                Numbers(looks).read(numbering).put(body)
        yield from _Places().figures(body)
    except (BadZipFile, KeyError, ExpatError, ValueError, IndexError, RecursionError) as error:
        raise DocumentError(f"{path.name} 再看一遍时读不下去：内容有错，没有读入。") from error


def _main_part(archive: ZipFile) -> str:
    main = _MAIN.search(archive.read("_rels/.rels"))
    target = _TARGET.search(main[0]) if main else None
    return target[1].decode() if target else "word/document.xml"


def _beside(archive: ZipFile, folder: str, name: str) -> bytes:
    path = f"{folder}/{name}".lstrip("/")
    return archive.read(path) if path in archive.namelist() else b""


class _Places:
    """Counts paragraphs, tables, rows and columns."""

    def __init__(self):
        self.paragraphs = self.tables = 0
        self.waiting: list[tuple[str, str]] = []  # text of a paragraph that the next one goes on with
        self.place = ""

    def figures(self, body: Container) -> Iterator[Sighting]:
        yield from self._container(body, is_gone=False)
        yield from self._ended()

    def _container(self, container: Container, *, is_gone: bool) -> Iterator[Sighting]:
        for part in container.content:
            if isinstance(part, Paragraph):
                yield from self._paragraph(part, is_gone)
            elif part.inner_cells > part.own_cells:
                for row in part.rows:
                    for cell in row.cells:
                        yield from self._container(cell, is_gone=is_gone or row.is_gone or cell.is_gone)
            else:
                yield from self._ended()
                self.tables += 1
                yield from _table(part, f"表 {self.tables}", is_gone=is_gone)

    def _paragraph(self, paragraph: Paragraph, is_gone: bool) -> Iterator[Sighting]:
        self.paragraphs += 1
        own = f"第 {self.paragraphs} 段"
        self.place = self.place or own
        self.waiting += _stretches(paragraph, is_gone)
        if not paragraph.goes_on:
            yield from self._ended()
        yield from _boxes(paragraph.boxes, own, is_gone)

    def _ended(self) -> Iterator[Sighting]:
        text, place = text_without_marks(self.waiting), self.place
        self.waiting, self.place = [], ""
        lines = [line for line in text.split("\n") if line.strip()]
        for n, line in enumerate(lines):
            yield from sighted(line, place if n == 0 else f"{place}第 {n + 1} 行")


def _stretches(paragraph: Paragraph, is_gone: bool) -> list[tuple[str, str]]:
    return [(UNSEEN, text) for _, text in paragraph.stretches] if is_gone else paragraph.stretches


def _boxes(boxes: list[Container], around: str, is_gone: bool) -> Iterator[Sighting]:
    for number, box in enumerate(boxes):
        place = f"{around}的文本框" if number == 0 else f"{around}的文本框 {number + 1}"
        for n, (part, gone) in enumerate(_laid_out(box, is_gone or box.is_gone), start=1):
            if isinstance(part, Table):
                yield from _table(part, f"{place}的表 {n}", is_gone=gone)
                continue
            inner = f"{place}第 {n} 段"
            yield from sighted(text_without_marks(_stretches(part, gone)), inner)
            yield from _boxes(part.boxes, inner, gone)


def _laid_out(box: Container, is_gone: bool) -> Iterator[tuple[Paragraph | Table, bool]]:
    for part in box.content:
        if isinstance(part, Table) and part.inner_cells > part.own_cells:
            for row in part.rows:
                for cell in row.cells:
                    yield from _laid_out(cell, is_gone or row.is_gone or cell.is_gone)
        else:
            yield part, is_gone


def _table(table: Table, place: str, *, is_gone: bool) -> Iterator[Sighting]:
    for number, row in enumerate(table.rows, start=1):
        yield from _row(row, f"{place}第 {number} 行", is_gone or row.is_gone)


def _row(row: Row, place: str, is_gone: bool) -> Iterator[Sighting]:
    column = row.before + 1
    for cell in row.cells:
        at, gone = f"{place}第 {column} 格", is_gone or cell.is_gone or cell.is_covered
        inside = list(_in_cell(cell, gone))
        stretches = [stretch for paragraph, is_out in inside for stretch in _with_end(paragraph, is_out)]
        yield from sighted(text_without_marks(stretches), at)
        boxes = [(box, is_out) for paragraph, is_out in inside for box in paragraph.boxes]
        for box, is_out in boxes:
            box.is_gone |= is_out
        yield from _boxes([box for box, _ in boxes], at, is_gone=False)
        column += cell.width


def _with_end(paragraph: Paragraph, is_gone: bool) -> list[tuple[str, str]]:
    end = [] if paragraph.goes_on else [(UNSEEN if is_gone else SEEN, "\n")]
    return [*_stretches(paragraph, is_gone), *end]


def _in_cell(cell: Container, is_gone: bool) -> Iterator[tuple[Paragraph, bool]]:
    """The paragraphs of a cell, also those of a small table in it."""
    for part in cell.content:
        if isinstance(part, Paragraph):
            yield part, is_gone
            continue
        for row in part.rows:
            for inner in row.cells:
                yield from _in_cell(inner, is_gone or row.is_gone or inner.is_gone)
