"""Figures far from other text in what was taken for one cell: a faint line between them may have been missed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from disclosures.documents.pdf.drawn.letters import is_figure
from disclosures.documents.pdf.tables.ruled import Seat, Table
from disclosures.documents.scans.marks import Leavings, Mark, Strip

REASON = "和同一格里别的字隔得很远，可能是另一格的"


def strays(tables: Sequence[Table], left: Leavings) -> Iterator[Mark]:
    """A doubt at each figure that shares a line of its cell with another strip; text closer than that is one strip."""
    for table in tables:
        seats: dict[Seat, list[Strip]] = defaultdict(list)
        for strip in left.strips:
            if table.box.holds(strip.box):
                seats[table.seat_at(strip.box.center, strip.box.middle)].append(strip)
        for strips in seats.values():
            for strip in strips:
                if is_figure(strip.text) and any(_are_beside(strip, other) for other in strips):
                    yield Mark(strip.box, strip.text, REASON, left.picture_of(strip.box))


def _are_beside(strip: Strip, other: Strip) -> bool:
    return strip is not other and strip.box.levels_with(other.box)
