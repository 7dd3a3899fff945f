"""What is seen at one place of a file, piece by piece, and the figures in it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, product
from typing import Any, Protocol

from disclosures.documents.figures import figures_in
from disclosures.documents.items import Grid, Item, Prose, Sighting
from disclosures.documents.pdf.areas import Area

_GOES_ON = re.compile(r"[\d,.，．][\d,.，．%％)）]")
_DRAWN_AGAIN = 8  # pieces of one place within which the second drawing of one follows
_TRIED = 6  # joints of one place that are tried both ways, each for itself


class Piece(Protocol):
    """A stretch of pdfium's text, or a strip of a scanned page."""

    @property
    def text(self) -> str: ...

    @property
    def follows(self) -> bool:
        """Whether no other text stands between the piece before and this one."""

    def is_again(self, other: Any) -> bool:
        """Whether this is the other drawn a second time, to look bold."""

    def is_under(self, other: Any) -> bool:
        """Whether it begins on a lower line than that on which the other ends."""

    def is_close_behind(self, other: Any) -> bool:
        """Whether only a little room is between, as in spaced digits."""


class Seen:
    """The pieces of one place in the order of the file, those drawn again in their place only once."""

    def __init__(self):
        self.pieces: list[tuple[int, Piece]] = []
        self.joints: list[int] = []  # pieces that may be one figure with the piece before
        self.turned: list[int] = []  # the same the other way round: pdfium may begin a page that is turned at its foot

    def add(self, piece: Piece, page: int) -> None:
        """One more piece, on that page."""
        if not any(page == other_page and piece.is_again(other) for other_page, other in self.pieces[-_DRAWN_AGAIN:]):
            self.pieces.append((page, piece))
            if len(self.pieces) > 1 and piece.follows:
                self._look_at_joint(*self.pieces[-2:])

    def _look_at_joint(self, before: tuple[int, Piece], now: tuple[int, Piece]) -> None:
        """Asked while the page is open."""
        number = len(self.pieces) - 1
        if self._may_be_one(before, now):
            self.joints.append(number)
        if before[0] == now[0] and _goes_on(now[1], before[1]) and before[1].is_under(now[1]):
            self.turned.append(number)

    def figures(self, read: Counter) -> list[str]:
        """The figures; one over two lines is whole where the first reading has it with these very digits."""
        figures = figures_in(self._text({}))
        if Counter(figures) == read:
            return figures
        for joints, is_turned in ((self.joints, False), (self.turned, True)):
            if not joints:
                continue
            for choice in chain([("",) * len(joints)], product((" ", ""), repeat=min(len(joints), _TRIED))):
                text = self._text(dict(zip(joints, choice, strict=False)), is_turned=is_turned)
                if Counter(tried := figures_in(text)) == read:
                    return tried
        return figures

    @staticmethod
    def _may_be_one(before: tuple[int, Piece], now: tuple[int, Piece]) -> bool:
        """Whether two pieces may be one figure: over the end of a line, or of digits that stand a little apart."""
        (page, above), (other, below) = before, now
        if not _goes_on(above, below):
            return False
        return page != other or below.is_under(above) or below.is_close_behind(above)

    def _text(self, joints: Mapping[int, str], *, is_turned: bool = False) -> str:
        parts: list[str] = []
        for number, (_, piece) in enumerate(self.pieces):
            parts += [joints.get(number, " ") if piece.follows else "、", piece.text]
        return "".join(reversed(parts) if is_turned else parts)


def _goes_on(above: Piece, below: Piece) -> bool:
    return bool(_GOES_ON.fullmatch(above.text[-1] + below.text[0]))


class SeenInFile:
    """What is seen at all places of a file, and what stands at none."""

    def __init__(self, items: Sequence[Item]):
        self.read = _read(items)
        self.seen: dict[str, Seen] = {}

    def page(self, number: int, placed: Iterable[tuple[Piece, Area | None]]) -> Iterator[Sighting]:
        """Take in all pieces of a page; the figures are those that stand where something else was left out."""
        nowhere = f"第 {number} 页段落和表格之外"
        left_out: dict[Area, Seen] = {}
        for piece, area in placed:
            if area and not area.place:
                left_out.setdefault(area, Seen()).add(piece, number)
            else:
                self.seen.setdefault(area.place if area else nowhere, Seen()).add(piece, number)
        for area, seen in left_out.items():
            known = Counter(figures_in(area.text))
            for figure in (Counter(seen.figures(known)) - known).elements():
                yield Sighting(figure, nowhere)

    def figures(self) -> Iterator[Sighting]:
        """Every figure with its place, once all pages have been taken in."""
        for place, seen in self.seen.items():
            yield from (Sighting(figure, place) for figure in seen.figures(self.read.get(place, Counter())))


def _read(items: Sequence[Item]) -> dict[str, Counter]:
    """The figures of the first reading by their place: to tell how those over several lines are meant, no more."""
    texts = [(item.place, item.text) for item in items if isinstance(item, Prose)]
    texts += [(cell.place, cell.text) for item in items if isinstance(item, Grid) for row in item.rows for cell in row]
    return {place: Counter(figures_in(text)) for place, text in texts}
