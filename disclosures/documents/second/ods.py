"""A second look at an .ods: the texts that its cells show, cut out of content.xml tag by tag, without a tree."""

import html
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import ZipFile

from disclosures.documents.figures import has_digit, sighted
from disclosures.documents.items import Aside, DocumentError, Grid, Item, Sighting
from disclosures.documents.limits import Limits
from disclosures.documents.sheets.seen import column_name

_TAG = re.compile(
    r"<(/?)(table:table-row|table:table-cell|table:covered-table-cell|table:table|text:p|office:annotation)"
    r"(?![\w-])([^>]*?)(/?)>"
)
_MARKUP, _SPACE = re.compile(r"<[^>]*>"), re.compile(r"<text:(?:s|tab|line-break)\b[^>]*>")
_LAST = re.compile(r"![A-Z]+(?=\d+$)")
_MOST = 100_000  # rows and columns that are looked at; the rest of a sheet only repeats what is empty


def look_again_at_ods(path: Path, limits: Limits, items: Sequence[Item]) -> Iterator[Sighting]:
    """Every figure that a cell shows, at its address; what the first reading put aside excuses its own digits alone."""
    with ZipFile(path) as archive:
        content = archive.read("content.xml").decode("utf-8")
    read = {cell.place: cell for item in items if isinstance(item, Grid) for row in item.rows for cell in row if cell}
    aside: dict[str, str] = defaultdict(str)
    for item in items:
        if isinstance(item, Aside):
            aside[item.place] += item.text
            aside[_LAST.sub("!", item.place)] += item.text
    shown = dict(_Pass(path.name).texts(content))
    for place, text in shown.items():
        cell = read.get(place)
        if cell is None:
            if not _is_held(text, aside[_LAST.sub("!", place)], mark=aside.get(place, "")):
                yield from sighted(text, place)
        elif place in aside and sorted(_digits(cell.text + aside[place])) == sorted(_digits(text)):
            yield from sighted(cell.text, place)
        else:
            yield from sighted(text, place)
    for place, cell in read.items():  # a formula that had no result of its own, or what shows no text: said already
        if place not in shown and (cell.doubt or place in aside):
            yield from sighted(cell.text, place)


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _is_held(text: str, aside: str, mark: str = "") -> bool:
    """Whether what was put aside holds the digits; those of a note mark stand there on their own."""
    return bool(aside) and _digits(text).removesuffix(_digits(mark)) in _digits(aside)


@dataclass
class _Pass:
    """Counts sheets, rows and cells as the tags come."""

    name: str
    sheet: str = ""
    row: int = 0
    column: int = 0
    times: int = 1  # that the row which is open repeats
    wide: int = 1  # that the cell which is open repeats
    notes: int = 0  # comments that are open
    begun: int = -1  # where the paragraph which is open begins
    lines: list[str] = field(default_factory=list)

    def texts(self, content: str) -> Iterator[tuple[str, str]]:
        """Address and text of each cell that shows any."""
        for tag in _TAG.finditer(content):
            closes, name, attributes, is_empty = tag.groups()
            if name == "office:annotation":
                self.notes += 0 if is_empty else -1 if closes else 1
            elif name == "text:p":
                self._paragraph(content, tag)
            elif name == "table:table" and not closes:
                self.sheet, self.row = html.unescape(_said(attributes, "name")), 0
            elif name == "table:table-row":
                self._row(closes, attributes, is_empty)
            elif name.endswith("cell"):
                yield from self._cell(closes, attributes, is_empty)
        if self.notes:
            raise DocumentError(f"{self.name} 再看一遍时读不下去：内容有错，没有读入。")

    def _paragraph(self, content: str, tag: re.Match[str]) -> None:
        if self.notes:
            return
        if tag[1] and self.begun >= 0:
            self.lines.append(_plain(content[self.begun : tag.start()]))
        self.begun = -1 if tag[1] or tag[4] else tag.end()

    def _cell(self, closes: str, attributes: str, is_empty: str) -> Iterator[tuple[str, str]]:
        if not closes:
            self.wide, self.lines = _times(attributes, "columns"), []
        if closes or is_empty:
            yield from self._shown("\n".join(self.lines).strip(), self.wide)
            self.column += self.wide

    def _row(self, closes: str, attributes: str, is_empty: str) -> None:
        if not closes:
            self.times, self.column = _times(attributes, "rows"), 0
        if closes or is_empty:
            self.row += self.times

    def _shown(self, text: str, wide: int) -> Iterator[tuple[str, str]]:
        if not has_digit(text):
            return
        for row in range(self.row + 1, self.row + min(self.times, _MOST) + 1):
            for column in range(self.column + 1, self.column + min(wide, _MOST) + 1):
                yield f"{self.sheet}!{column_name(column)}{row}", text


def _plain(text: str) -> str:
    return html.unescape(_MARKUP.sub("", _SPACE.sub(" ", text)))


def _said(attributes: str, name: str) -> str:
    attribute = re.search(rf'\btable:{name}="([^"]*)"', attributes)
    return attribute[1] if attribute else ""


def _times(attributes: str, what: str) -> int:
    return int(_said(attributes, f"number-{what}-repeated") or 1)
