"""One page as a sequence of tables and lines of text, in the order in which they are read."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from disclosures.documents.pdf.drawn.boxes import Box, Turn, around
from disclosures.documents.pdf.drawn.budget import Budget
from disclosures.documents.pdf.drawn.letters import UNREADABLE
from disclosures.documents.pdf.drawn.lines import Line, lines_of, text_of
from disclosures.documents.pdf.drawn.sheets import PutAside, Sheet
from disclosures.documents.pdf.drawn.words import Word
from disclosures.documents.pdf.tables.aligned import aligned_tables
from disclosures.documents.pdf.tables.ruled import Table, ruled_tables
from disclosures.documents.scans.marks import Mark, Strip

_LARGE = 0.2  # of the page: a picture that large may show a table
_WHOLE = 0.5  # of the page that a picture covers on a scanned page
_FEW = 5  # words on a picture that is more than a background
_LITTLE = 10  # characters: “第 12 页 共 34 页”
_MANY = 200  # strokes without a word: text drawn as curves


@dataclass(frozen=True)
class PageLine:
    """A line of text outside tables; `number` counts those of the page."""

    page: int
    number: int
    text: str
    box: Box
    em: float
    blank_after: bool = False  # at the end of the line, where it was broken
    degrees: int | None = 0  # by which it stands sideways; None for what stands askew

    @property
    def place(self) -> str:
        return f"第 {self.page} 页第 {self.number} 行"


@dataclass(frozen=True)
class PageTable:
    """A table; `number` counts those of the page."""

    page: int
    number: int
    table: Table

    @property
    def box(self) -> Box:
        return self.table.box

    @property
    def place(self) -> str:
        return f"第 {self.page} 页表 {self.number}"


Piece = PageLine | PageTable


@dataclass
class Page:
    """What a page consists of; `pictures` counts the large ones that nobody can read."""

    number: int
    degrees: int
    turn: Turn
    box: Box
    pieces: list[Piece] = field(default_factory=list)
    pictures: int = 0
    is_scan: bool = False  # if nothing else is on it
    unread: str = ""  # why nothing was read from such a picture
    marks: list[Mark] = field(default_factory=list)  # what was read from it with doubt
    strips: list[Strip] = field(default_factory=list)  # of its text as they were recognised
    put_aside: list[PutAside] = field(default_factory=list)
    unknown: int = 0  # characters that the file draws without saying which they are


def page_of(sheet: Sheet, budget: Budget) -> Page:
    """Tables between lines first, then text in columns, then the rest line by line."""
    tables, rest = ruled_tables(sheet, budget)
    lines = lines_of(word for word in rest if not word.degrees)
    levels = [rule.middle for rule in sheet.rules if rule.width > rule.height]
    for members, table in list(aligned_tables(lines, levels)):
        tables.append(table)
        lines = lines[: lines.index(members[0])] + lines[lines.index(members[-1]) + 1 :]
    covered = sum(picture.area for picture in sheet.pictures) / max(sheet.box.area, 1)
    return Page(
        sheet.number,
        sheet.degrees,
        sheet.turn,
        sheet.box,
        [*_in_order(sheet.number, tables, lines), *_aside(sheet, rest, len(lines))],
        pictures=_unread_pictures(sheet),
        unknown=sum(word.text.count(UNREADABLE) for word in sheet.words),
        put_aside=sheet.put_aside,
        is_scan=(covered > _WHOLE and _says_little(sheet)) or (not sheet.words and sheet.strokes > _MANY),
    )


def _in_order(page: int, tables: list[Table], lines: list[Line]) -> list[Piece]:
    pieces: list[Piece] = []
    counts: dict[type, int] = {Line: 0, Table: 0}
    both: list[Line | Table] = [*tables, *lines]
    for item in sorted(both, key=lambda item: (item.box.top, item.box.left)):
        counts[type(item)] += 1
        if isinstance(item, Table):
            pieces.append(PageTable(page, counts[Table], item))
        else:
            pieces.append(PageLine(page, counts[Line], item.text, item.box, item.em, item.words[-1].after))
    return pieces


def _aside(sheet: Sheet, words: list[Word], number: int) -> Iterator[PageLine]:
    """Text that stands sideways beside the rest, or askew over it; it comes after the page."""
    for degrees in sorted({word.degrees for word in words if word.degrees}):
        sideways = [word for word in words if word.degrees == degrees]
        number += 1
        box, em = around(word.box for word in sideways), sideways[0].em
        yield PageLine(sheet.number, number, text_of(sideways)[0], box, em, degrees=degrees)
    if sheet.askew:
        yield PageLine(sheet.number, number + 1, sheet.askew, sheet.box, 0, degrees=None)


def _says_little(sheet: Sheet) -> bool:
    """Whether the text on a picture is at most the number of the page, and not what the picture shows."""
    return sum(len(word.text) for word in sheet.words) < _LITTLE


def _unread_pictures(sheet: Sheet) -> int:
    return sum(
        picture.area > _LARGE * sheet.box.area and sum(picture.holds(word.box) for word in sheet.words) < _FEW
        for picture in sheet.pictures
    )
