"""`read_pdf`: the pages of a file become one sequence of grids and prose."""

from base64 import b64encode
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from disclosures.documents.items import Aside, DocumentError, Doubtful, Item, Unreadable
from disclosures.documents.limits import DEFAULT, Limits
from disclosures.documents.pdf.areas import PageAreas, PlacedItems
from disclosures.documents.pdf.drawn.boxes import Box
from disclosures.documents.pdf.drawn.budget import Budget
from disclosures.documents.pdf.drawn.letters import UNREADABLE
from disclosures.documents.pdf.drawn.sheets import sheet_of
from disclosures.documents.pdf.furniture import without_furniture
from disclosures.documents.pdf.joining import LongTable
from disclosures.documents.pdf.opening import opened, page_at
from disclosures.documents.pdf.pages import Page, PageLine, page_of
from disclosures.documents.pdf.paragraphs import paragraphs_of
from disclosures.documents.pdf.typesetting import settings_of
from disclosures.documents.scans.pages import with_scans_read

READ_FROM_PICTURES = "是图片，由程序辨认；文字和数都可能认错，请对照原件"

Piece = PageLine | LongTable | Unreadable

_PICTURES = 300  # of doubtful places, in one file
_CAPTION = 10  # lines above a table that may be printed again above its next part


def read_pdf(path: Path, limits: Limits = DEFAULT) -> PlacedItems:
    """The grids and prose of a PDF file; places count pages, and the lines and tables of each page, from 1."""
    return items_of(_pages(path, limits), path.name)


def items_of(pages: list[Page], name: str) -> PlacedItems:
    """The grids and prose of pages, whatever they were read from."""
    areas = {page.number: PageAreas(page) for page in pages}
    pages = without_furniture(pages)
    if pages and all(page.unread and not page.pieces for page in pages):
        raise DocumentError(f"{name} {_spelled(pages)}：{pages[0].unread}。")
    items = list(_items(pages, areas))
    return PlacedItems([*items, *_asides(pages, areas), *_doubts(pages, areas)], areas)


def _pages(path: Path, limits: Limits) -> list[Page]:
    budget = Budget(path.name, limits)
    pages = []
    with opened(path, budget) as document:
        budget.spend("pages", len(document))
        for index in range(len(document)):
            budget.check_time()
            with page_at(document, index, path.name) as page:
                sheet = sheet_of(page, index + 1, budget)
            pages.append(page_of(sheet, budget))
        return with_scans_read(document, pages, budget)


def _items(pages: list[Page], areas: dict[int, PageAreas]) -> Iterator[Item]:
    settings = settings_of(pages)
    for kind, pieces in groupby(_over_pages(pages), key=type):
        group: list[Any] = list(pieces)
        if kind is PageLine:
            for paragraph in paragraphs_of(group, settings):
                prose = paragraph.prose()
                for line in paragraph.lines:
                    areas[line.page].set_line(line, prose.place)
                yield prose
        elif kind is LongTable:
            for table in group:
                for part, places in table.places():
                    areas[part.page].set_table(part, places)
                yield table.grid()
        else:
            yield from group


def _over_pages(pages: list[Page]) -> list[Piece]:
    """Everything in the order of the pages, tables whole; a caption printed again above the next part is left out."""
    pieces: list[Piece] = []
    table: LongTable | None = None
    since: list[PageLine | Unreadable] = []
    for page in pages:
        for piece in page.pieces:
            if isinstance(piece, PageLine):
                since.append(piece)
            elif table and table.goes_on_in(piece, since):
                table.add(piece)
                since = []
            else:
                table = LongTable(piece, caption=[line for line in since if isinstance(line, PageLine)][-_CAPTION:])
                pieces += [*since, table]
                since = []
        if unread := _unread(page):
            since.append(unread)
    return [*pieces, *since]


def _asides(pages: list[Page], areas: dict[int, PageAreas]) -> Iterator[Aside]:
    """What was put aside, at the place of the cell or paragraph in which it stands."""
    together: dict[tuple[str, str], list[str]] = {}
    for page in pages:
        for piece in page.put_aside:
            place = _place(areas[page.number], page, piece.box, piece.degrees)
            together.setdefault((place, piece.reason), []).append(piece.text)
    for (place, reason), texts in together.items():
        yield Aside(place, " ".join(texts), reason)


def _doubts(pages: list[Page], areas: dict[int, PageAreas]) -> Iterator[Doubtful]:
    """What scanned pages leave in doubt, at the place of the cell or paragraph in which it stands; and that they do."""
    scanned = [page for page in pages if page.is_scan and page.pieces]
    if scanned:
        yield Doubtful(f"第 {'、'.join(_ranges(scanned))} 页", "", READ_FROM_PICTURES)
    pictures = 0
    for page in scanned:
        for mark in page.marks:
            pictures += 1
            picture = b64encode(mark.picture).decode() if pictures <= _PICTURES else ""
            yield Doubtful(_place(areas[page.number], page, mark.box, 0), mark.text, mark.reason, picture)


def _ranges(pages: list[Page]) -> Iterator[str]:
    """The numbers of pages, those that follow each other together."""
    for _, group in groupby(enumerate(pages), key=lambda pair: pair[1].number - pair[0]):
        numbers = [page.number for _, page in group]
        yield f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else str(numbers[0])


def _place(areas: PageAreas, page: Page, box: Box, degrees: int | None) -> str:
    area = areas.at(box.center, box.middle, degrees)
    return area.place if area and area.place else f"第 {page.number} 页"


def _unread(page: Page) -> Unreadable | None:
    """What is on the page and cannot be read."""
    reasons = []
    if page.unread:
        reasons.append(page.unread)
    elif page.pictures:
        reasons.append(f"有 {page.pictures} 张大图片，图片里的文字读不到")
    if page.unknown:
        reasons.append(f"有 {page.unknown} 个字在文件里没有对应的文字，记作 {UNREADABLE}")
    return Unreadable(f"第 {page.number} 页", "；".join(reasons)) if reasons else None


def _spelled(pages: list[Page]) -> str:
    return f"第 1–{len(pages)} 页" if len(pages) > 1 else "这一页"
