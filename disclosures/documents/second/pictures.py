"""The second look at scanned pages: every strip as it was recognised, put where it stands.

Nothing of how strips become words, words cells, and cells rows is used here: a strip that is lost on that way, doubled,
moved or changed is one that the cells do not agree with. What is recognised wrongly is doubted where it is recognised.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from disclosures.documents.items import Sighting
from disclosures.documents.limits import Limits
from disclosures.documents.pdf.areas import Area, PageAreas
from disclosures.documents.pdf.drawn.boxes import Box
from disclosures.documents.second.pdf.seen import SeenInFile


def look_again_at_pictures(path: Path, limits: Limits, items: Any) -> Iterator[Sighting]:
    """Every figure that stands in the strips of a file of pictures."""
    file = SeenInFile(items)
    for number, areas in items.areas.items():
        yield from file.page(number, strips_on(areas))
    yield from file.figures()


def strips_on(areas: PageAreas) -> Iterator[tuple["SeenStrip", Area | None]]:
    """The strips of a page with the cell or line at their middle."""
    for strip in areas.strips:
        if text := strip.text.strip():
            yield SeenStrip(text, strip.box), areas.at(strip.box.center, strip.box.middle, 0)


@dataclass(frozen=True)
class SeenStrip:
    """A strip as one piece of what is seen at its place; ink is there once, so that none is another one again."""

    text: str
    box: Box
    follows = True  # strips without figures are pieces, too

    def is_again(self, other: "SeenStrip") -> bool:
        return False

    def is_under(self, other: "SeenStrip") -> bool:
        """Whether it begins below the line of the other."""
        return self.box.middle > other.box.bottom

    def is_close_behind(self, other: "SeenStrip") -> bool:
        """Whether hardly any room is between: never, for then they would be one strip."""
        return False
