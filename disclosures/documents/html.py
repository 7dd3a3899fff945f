"""Web pages: tables are grids, the text between them is prose; nothing is fetched and no script is run."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from disclosures.documents.items import BLANK, Cell, DocumentError, Grid, Item, Prose
from disclosures.documents.limits import DEFAULT, Limits

_IGNORED = {"script", "style", "head", "template", "noscript", "nav"}
_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "section", "article", "br", "tr", "dt", "dd", "center"}
_WIDEST = 200  # columns that one cell may cover


def read_html(path: Path, limits: Limits = DEFAULT) -> list[Item]:
    """Prose and grids of a page; places count the lines of text and the tables from 1."""
    limits.check(path.name, "characters", path.stat().st_size)
    try:
        page = document_fromstring(path.read_bytes(), parser=HTMLParser(no_network=True, huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError(f"{path.name} 不是完整的网页（HTML），读不出来。") from error
    items = list(_Reader(path.name, limits).items(page))
    limits.check(path.name, "cells", sum(len(row) for one in items if isinstance(one, Grid) for row in one.rows))
    return items


class _Reader:
    """Walks the page in the order of its text, gathering words up to the end of each block."""

    def __init__(self, name: str, limits: Limits):
        self.name, self.limits = name, limits
        self.words: list[str] = []
        self.lines = self.tables = 0

    def items(self, page: HtmlElement) -> Iterator[Item]:
        yield from self._walk(page)
        yield from self._line()

    def _walk(self, element: HtmlElement) -> Iterator[Item]:
        stack: list[tuple[HtmlElement, bool]] = [(element, False)]
        while stack:
            one, is_left = stack.pop()
            if is_left:
                if one.tag in _BLOCKS:
                    yield from self._line()
                self.words.append(one.tail or "")
            elif not isinstance(one.tag, str) or one.tag in _IGNORED:
                self.words.append(one.tail or "")
            elif one.tag == "table" and not one.xpath(".//table"):
                yield from self._line()
                yield from self._grid(one)
                self.words.append(one.tail or "")
            else:
                if one.tag in _BLOCKS:
                    yield from self._line()
                self.words.append(one.text or "")
                stack.append((one, True))
                stack.extend((child, False) for child in reversed(one))

    def _line(self) -> Iterator[Prose]:
        text = re.sub(r"\s+", " ", "".join(self.words)).strip()
        self.words.clear()
        if text:
            self.lines += 1
            yield Prose(text, f"第 {self.lines} 段")

    def _grid(self, table: HtmlElement) -> Iterator[Grid]:
        self.tables += 1
        place = f"表 {self.tables}"
        rows = tuple(self._rows(table, place))
        if any(any(row) for row in rows):
            yield Grid(place=place, rows=rows, title=(table.findtext("caption") or "").strip())

    def _rows(self, table: HtmlElement, place: str) -> Iterator[tuple[Cell, ...]]:
        covered: dict[int, int] = {}  # column -> rows that a cell above still covers
        for number, row in enumerate(table.iter("tr"), start=1):
            self.limits.check(self.name, "rows", number)
            cells: list[Cell] = []
            for cell in row.iterchildren("td", "th"):
                _fill(cells, covered)
                for n in range(_span(cell, "colspan")):
                    covered[len(cells)] = _span(cell, "rowspan") - 1
                    words = "" if n else _words(cell)
                    cells.append(Cell(words, f"{place}第 {number} 行第 {len(cells) + 1} 格") if words else BLANK)
            _fill(cells, covered)
            yield tuple(cells)


def _fill(cells: list[Cell], covered: dict[int, int]) -> None:
    """Blank cells where one above reaches down."""
    while covered.get(len(cells), 0) > 0:
        covered[len(cells)] -= 1
        cells.append(BLANK)


def _span(cell: HtmlElement, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(int(value), _WIDEST) if value.isdigit() and int(value) else 1


def _words(cell: HtmlElement) -> str:
    return re.sub(r"[ \t\r\f\v\u00a0]+", " ", cell.text_content()).strip()
