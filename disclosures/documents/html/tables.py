"""Tables of a page: rows and cells in order, the columns that spans cover, and which tables only lay out a page."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from disclosures.documents.html.styles import Look, PageStyles
from disclosures.documents.items import BLANK, Cell

CELLS = ("td", "th")
_SECTIONS = ("thead", "tbody", "tfoot")
_WIDEST = 200  # columns that one cell may cover
_TALLEST = 20_000


class Part(NamedTuple):
    """A row, a cell or something else that stands right in a table, and how what is around it is seen."""

    element: HtmlElement
    around: Look
    section: HtmlElement


class Layouts:
    """Tells tables of figures from tables of tables: the latter have more cells in others than of their own."""

    def __init__(self, page: HtmlElement):
        self.own: Counter = Counter()
        self.nested: Counter = Counter()
        for cell in page.iter(*CELLS):
            if (table := next(cell.iterancestors("table"), None)) is not None:
                self.own[table] += 1
        for table in reversed(list(page.iter("table"))):
            if (around := next(table.iterancestors("table"), None)) is not None:
                self.nested[around] += self.own[table] + self.nested[table]

    def has(self, table: HtmlElement) -> bool:
        return self.nested[table] > self.own[table]


def parts_of(table: HtmlElement, look: Look, styles: PageStyles) -> Iterator[Part]:
    """Rows, cells and captions in their order, and every element around them, whose own text stands in no cell."""
    stack = [Part(child, look, table) for child in reversed(table)]
    while stack:
        part = stack.pop()
        yield part
        element = part.element
        if not isinstance(element.tag, str) or element.tag in (*CELLS, "caption"):
            continue
        inner = styles.inside(element, part.around)
        section = element if element.tag in _SECTIONS else part.section
        stack.extend(Part(child, inner, section) for child in reversed(element))


class Columns:
    """Which columns of the row at hand cells above reach down into."""

    def __init__(self):
        self.row = 0
        self.last: dict[int, int] = {}  # column -> the last row that a cell in it covers
        self.section: HtmlElement | None = None

    def enter_row(self, section: HtmlElement) -> None:
        """No cell reaches from one section of a table into the next."""
        self.row += 1
        if section is not self.section:
            self.section, self.last = section, {}

    def fill(self, cells: list[Cell]) -> None:
        """Blank cells where one above is there."""
        while self.last.get(len(cells), 0) >= self.row:
            cells.append(BLANK)

    def cover(self, column: int, cell: HtmlElement) -> None:
        self.last[column] = self.row + _span(cell, "rowspan", _TALLEST) - 1


def width_of(cell: HtmlElement) -> int:
    return _span(cell, "colspan", _WIDEST)


def _span(cell: HtmlElement, name: str, most: int) -> int:
    """How many rows or columns a cell covers; what is no sensible number counts as one."""
    value = cell.get(name, "1").strip()
    if not (value.isascii() and value.isdigit()) or len(value) > 9:
        return 1
    return min(int(value), most) or (most if name == "rowspan" else 1)
