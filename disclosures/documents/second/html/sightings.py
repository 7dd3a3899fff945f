"""The second reading of web pages: every figure with its place, from the tags in their order instead of a tree."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from disclosures.documents.figures import sighted
from disclosures.documents.items import DocumentError, Item, Sighting
from disclosures.documents.limits import Limits
from disclosures.documents.second.drawn import seen_in_lines
from disclosures.documents.second.html.stream import Row, Stream, Table
from disclosures.documents.second.html.styles import Sheet
from disclosures.documents.second.marks import SEEN, text_without_marks

_STYLES = re.compile(r"<style\b[^>]*>(.*?)</style", re.DOTALL | re.IGNORECASE)
_SAYS_BIG5 = re.compile(rb"charset\W{1,3}big5", re.IGNORECASE)
_Stretch = tuple[str, str]


def look_again_at_html(path: Path, limits: Limits, items: Sequence[Item]) -> Iterator[Sighting]:
    """Figures of a page, read from its tags as they come."""
    text = _text(path).replace("\0", "")
    sheet = Sheet()
    for block in _STYLES.findall(text):
        sheet.add(block)
    stream = Stream(sheet)
    try:
        stream.feed(text)
        stream.close()
        yield from _Places().figures(stream.flow)
    except (AssertionError, RecursionError) as error:
        raise DocumentError(f"{path.name} 再看一遍时读不下去：内容有错，没有读入。") from error


def _text(path: Path) -> str:
    content = path.read_bytes()
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    for encoding in ("utf-8-sig", "big5hkscs" if _SAYS_BIG5.search(content[:4096]) else "gb18030"):
        text = content.decode(encoding, errors="replace")
        if "\ufffd" not in text or content.startswith(b"\xef\xbb\xbf"):
            return text
    return content.decode("gb18030", errors="replace")


class _Places:
    """Counts lines of text, and tables with their rows and columns."""

    def __init__(self):
        self.tables = 0
        self.lines = 0
        self.texts: list[tuple[str, str]] = []  # place and text of the lines since the last table

    def figures(self, flow: list) -> Iterator[Sighting]:
        yield from self._flow(flow)
        yield from seen_in_lines(self.texts)

    def _flow(self, flow: list) -> Iterator[Sighting]:
        """Text and tables in their order; a table that lays out a page is what stands in it."""
        waiting: list[_Stretch] = []
        for item in _laid_out(flow):
            if isinstance(item, Table):
                self._text(waiting)
                waiting = []
                yield from self._table(item)
            else:
                waiting.append(item)
        self._text(waiting)

    def _text(self, stretches: list[_Stretch]) -> None:
        for is_break, group in groupby(stretches, key=(SEEN, "\n").__eq__):
            line = "" if is_break else " ".join(text_without_marks(group).split())
            if line:
                self.lines += 1
                self.texts.append((f"第 {self.lines} 段", line))

    def _table(self, table: Table) -> Iterator[Sighting]:
        self.tables += 1
        self._text(table.around)
        cells = list(_cells(table, f"表 {self.tables}"))
        if any(text for _, text in cells):
            yield from seen_in_lines(self.texts)
            self.texts = []
        for place, text in cells:
            yield from sighted(text, place)


def _laid_out(flow: list) -> Iterator[_Stretch | Table]:
    stack = [iter(flow)]
    while stack:
        item = next(stack[-1], None)
        if item is None:
            stack.pop()
        elif isinstance(item, Table) and item.lays_out:
            stack.append(iter(item.flow))
        else:
            yield item


def _cells(table: Table, place: str) -> Iterator[tuple[str, str]]:
    """Place and text of the cells that are seen."""
    reach: dict[int, int] = {}
    shown, section = 0, 0
    for number, row in enumerate(table.rows, start=1):
        if row.is_gone:
            continue
        shown += 1
        if row.section != section:
            section, reach = row.section, {}
        yield from _row(row, f"{place}第 {number} 行", reach, shown)


def _row(row: Row, place: str, reach: dict[int, int], shown: int) -> Iterator[tuple[str, str]]:
    column = 1
    for cell in row.cells:
        if cell.is_gone:
            continue
        while reach.get(column, 0) >= shown:
            column += 1
        yield f"{place}第 {column} 格", text_without_marks(cell.stretches).strip()
        for covered in range(column, column + cell.width):
            reach[covered] = shown + cell.height - 1
        column += cell.width
