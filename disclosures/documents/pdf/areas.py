"""Where on its page each cell and line stood: so that a second reading can ask what is written at that place."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from disclosures.documents.items import Item
from disclosures.documents.pdf.drawn.boxes import Box
from disclosures.documents.pdf.drawn.glyphs import NOTE_MARK
from disclosures.documents.pdf.pages import Page, PageLine, PageTable

_STRIPE = 20.0  # points
_SLACK = 1.0  # points by which text may stand out of the line that it is part of


@dataclass(eq=False)
class Area:
    """A cell or line; `place` is empty for what was left out, such as page numbers: only its text may be there."""

    text: str
    place: str = ""


class PlacedItems(list[Item]):
    """The items of a file, with the areas of each page by its number."""

    def __init__(self, items: Iterable[Item], areas: "dict[int, PageAreas]"):
        super().__init__(items)
        self.areas = areas


class PageAreas:
    """All areas of a page; nothing has a place before it is set."""

    def __init__(self, page: Page):
        self.degrees, self.turn, self.box = page.degrees, page.turn, page.box
        self.is_scan, self.strips = page.is_scan, page.strips
        self.unseen = Counter(char for piece in page.put_aside if piece.reason != NOTE_MARK for char in piece.text)
        lines = [piece for piece in page.pieces if isinstance(piece, PageLine)]
        tables = [piece for piece in page.pieces if isinstance(piece, PageTable)]
        self._tables = {id(piece): (piece, _areas_of(piece)) for piece in sorted(tables, key=_size)}
        self._lines = {id(piece): (piece, Area(piece.text)) for piece in lines}
        self._bands: dict[tuple[int | None, int], list[tuple[PageLine, Area]]] = defaultdict(list)
        for piece, area in self._lines.values():
            for band in range(_band(piece.box.top - _SLACK), _band(piece.box.bottom + _SLACK) + 1):
                self._bands[piece.degrees, band].append((piece, area))

    def set_line(self, line: PageLine, place: str) -> None:
        """Say to which paragraph a line came."""
        self._lines[id(line)][1].place = place

    def set_table(self, part: PageTable, places: list[list[str]]) -> None:
        """Say where the fields of a table are in the grid."""
        for row, names in zip(self._tables[id(part)][1], places, strict=True):
            for area, name in zip(row, names, strict=True):
                area.place = name

    def at(self, x: float, y: float, degrees: int | None) -> Area | None:
        """The area at a point of the upright page, for text that is turned by so much there."""
        if degrees is not None:
            for piece, areas in self._tables.values():
                if _has(piece.box, x, y):
                    row, column = piece.table.seat_at(x, y)
                    return areas[row][column]
        lines = self._bands.get((degrees, _band(y)), ())
        near = [(line, area) for line, area in lines if _has(line.box, x, y, _SLACK)]
        return min(near, key=lambda pair: abs(pair[0].box.middle - y))[1] if near else None


def _size(piece: PageTable) -> float:
    """One within another comes first."""
    return piece.box.area


def _band(y: float) -> int:
    """The stripe of the page in which a height is, so that few lines have to be asked."""
    return int(y // _STRIPE)


def _areas_of(piece: PageTable) -> list[list[Area]]:
    return [[Area(entry.text) for entry in row] for row in piece.table.rows]


def _has(box: Box, x: float, y: float, slack: float = 0) -> bool:
    return box.left - slack <= x <= box.right + slack and box.top - slack <= y <= box.bottom + slack
