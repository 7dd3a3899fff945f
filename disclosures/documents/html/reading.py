"""`read_html`: tables of a page are grids, the text between them is prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from disclosures.documents.drawn import with_drawn_tables
from disclosures.documents.html.charset import decoded
from disclosures.documents.html.fields import text_in
from disclosures.documents.html.styles import Look, PageStyles, outermost
from disclosures.documents.html.tables import CELLS, Columns, Layouts, Part, parts_of, width_of
from disclosures.documents.items import BLANK, Aside, Cell, DocumentError, Grid, Item, Prose
from disclosures.documents.limits import DEFAULT, Limits
from disclosures.documents.pieces import HIDDEN, Piece, settle

_IGNORED = {"script", "style", "title", "template", "noscript", "nav"}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
    "br", "main", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul",
}  # fmt: skip
_DEEPEST = 2_000  # elements in each other; beyond, the parser itself leaves text out
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_BLANKS = re.compile("[ \u00a0]+")
_BREAKS = re.compile(r"\s*\n\s*")


def read_html(path: Path, limits: Limits = DEFAULT) -> list[Item]:
    """Prose and grids of a page; places count the lines of text and the tables from 1."""
    limits.check(path.name, "characters", path.stat().st_size)
    content = decoded(path).replace("\0", "").encode("utf-8", errors="replace")
    try:
        page = document_fromstring(content, parser=HTMLParser(encoding="utf-8", no_network=True, huge_tree=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError(f"{path.name} 不是完整的网页（HTML），读不出来。") from error
    _check_depth(page, path.name)
    return list(with_drawn_tables(_Reader(path.name, limits, page).items()))


class _Reader:
    """Walks the page in the order of its text; text comes in pieces, and blocks end lines."""

    def __init__(self, name: str, limits: Limits, page: HtmlElement):
        self.name, self.limits, self.page = name, limits, page
        self.styles, self.layouts = PageStyles(page, name), Layouts(page)
        self.lines = self.tables = self.cells = 0

    def items(self) -> Iterator[Item]:
        line: list[Piece] = []
        for part in self._walk(self.page, outermost(self.page)):
            if isinstance(part, Piece) and part != _END:
                line.append(part)
                continue
            yield from self._line(line)
            line = []
            if not isinstance(part, Piece):
                yield from self._table(*part)
        yield from self._line(line)

    def _walk(self, top: HtmlElement, around: Look, *, whole: bool = False) -> Iterator[Any]:
        """Pieces of text, and tables of figures with how they are seen; with `whole` their text as of any element."""
        stack: list[tuple[HtmlElement, Look, Look | None]] = [(top, around, None)]
        while stack:
            element, look, inner = stack.pop()
            if inner:
                yield from _edge(element, inner)
            elif isinstance(element.tag, str) and element.tag not in _IGNORED:
                inner = self.styles.inside(element, look)
                if whole or element.tag != "table" or self.layouts.has(element):
                    yield from _edge(element, inner)
                    yield from _text(text_in(element), inner)
                    stack.append((element, look, inner))
                    stack.extend((child, inner, None) for child in reversed(element))
                    continue
                yield element, inner
            if element is not top:
                yield from _text(element.tail, look)

    def _line(self, pieces: list[Piece]) -> Iterator[Item]:
        settled = settle(pieces)
        text = _BLANKS.sub(" ", settled.text).strip()
        if text:
            self.lines += 1
            yield Prose(text, f"第 {self.lines} 段")
        yield from settled.asides_at(f"第 {self.lines} 段" if text else f"第 {self.lines + 1} 段前")

    def _table(self, element: HtmlElement, look: Look) -> Iterator[Item]:
        """Text that stands in the table but in none of its cells, the grid, and what of it is put aside."""
        self.tables += 1
        table = _Table(f"表 {self.tables}", around=list(_text(element.text, look)))
        for part in parts_of(element, look, self.styles):
            self._part(table, part)
        yield from self._lines(table.around)
        table.end_row()
        rows = tuple(tuple(row.cells) for row in table.rows if not row.is_gone)
        if any(map(any, rows)):
            yield Grid(table.place, rows)
        for row in table.rows:
            yield from row.asides

    def _part(self, table: "_Table", part: Part) -> None:
        element, look = part.element, part.around
        if element.tag in CELLS:
            if not table.rows:
                table.new_row(look, part.section)
            self._cell(table.rows[-1], part, table.columns)
        elif element.tag == "caption":
            table.around += self._walk(element, look, whole=True)
        elif isinstance(element.tag, str) and element.tag not in _IGNORED:
            inner = self.styles.inside(element, look)
            if element.tag == "tr":
                table.new_row(inner, part.section)
                self.limits.check(self.name, "rows", len(table.rows))
            table.around += [*_edge(element, inner), *_text(text_in(element), inner)]
        table.around += [*_edge(element, look), *_text(element.tail, look)]

    def _lines(self, pieces: list[Piece]) -> Iterator[Item]:
        line: list[Piece] = []
        for piece in (*pieces, _END):
            if piece == _END:
                yield from self._line(line)
                line = []
            else:
                line.append(piece)

    def _cell(self, row: "_Row", part: Part, columns: Columns) -> None:
        """Put a cell behind those of its row; one that takes no room is put aside."""
        settled = settle(self._walk(part.element, part.around, whole=True))
        is_gone = row.is_gone or self.styles.inside(part.element, part.around).is_gone
        if not is_gone:
            columns.fill(row.cells)
        place = f"{row.place}第 {len(row.cells) + 1} 格"
        row.asides += settled.asides_at(place)
        if is_gone:
            row.cells += [BLANK] * row.is_gone
            return
        text = _BREAKS.sub("\n", _BLANKS.sub(" ", settled.text)).strip()
        for n in range(width_of(part.element)):
            columns.cover(len(row.cells), part.element)
            row.cells.append(Cell(text, place) if text and not n else BLANK)
        self.cells += width_of(part.element)
        self.limits.check(self.name, "cells", self.cells)


@dataclass
class _Table:
    place: str
    around: list[Piece]  # what stands in it but in none of its cells
    rows: list["_Row"] = field(default_factory=list)
    columns: Columns = field(default_factory=Columns)

    def new_row(self, look: Look, section: HtmlElement) -> None:
        self.end_row()
        self.rows.append(_Row(f"{self.place}第 {len(self.rows) + 1} 行", is_gone=look.is_gone))
        if not look.is_gone:
            self.columns.enter_row(section)

    def end_row(self) -> None:
        if self.rows and not self.rows[-1].is_gone:
            self.columns.fill(self.rows[-1].cells)


@dataclass
class _Row:
    place: str
    is_gone: bool
    cells: list[Cell] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)


def _edge(element: HtmlElement, look: Look) -> Iterator[Piece]:
    """A block begins and ends a line, unless it takes no room."""
    if element.tag in _BLOCKS:
        yield Piece("\n", HIDDEN if look.is_gone else "")


def _text(text: str | None, look: Look) -> Iterator[Piece]:
    if not text:
        return
    if not look.keeps_lines:
        yield Piece(_SPACE.sub(" ", text), look.reason)
        return
    for n, line in enumerate(text.split("\n")):
        if n:
            yield Piece("\n", HIDDEN if look.is_gone else "")
        yield Piece(_SPACE.sub(" ", line), look.reason)


_END = Piece("\n")


def _check_depth(page: HtmlElement, name: str) -> None:
    depth = 0
    for event, _ in etree.iterwalk(page, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise DocumentError(f"{name} 的标签一层套一层，超过 {_DEEPEST:,} 层，没有读入。")
