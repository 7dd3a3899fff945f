"""The second reading of scanned pages: it is done while a page is read, and tells there what the two differ in.

What is said here is what was read, so that a file with other pages beside can be compared as a whole: on its way from
the strips into the cells a scanned figure is not looked at again.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from disclosures.documents.figures import sighted
from disclosures.documents.items import Grid, Prose, Sighting
from disclosures.documents.limits import Limits


def look_again_at_pictures(path: Path, limits: Limits, items: Any) -> Iterator[Sighting]:
    """What both looks saw in a file of pictures."""
    return looked_at_twice(items)


def looked_at_twice(items: Any) -> Iterator[Sighting]:
    """What both looks saw on the scanned pages of a file, or is told as a doubt."""
    pages = tuple(f"第 {number} 页" for number, areas in items.areas.items() if areas.is_scan)
    for item in items if pages else ():
        if isinstance(item, Prose) and item.place.startswith(pages):
            yield from sighted(item.text, item.place)
        elif isinstance(item, Grid):
            cells = (cell for row in item.rows for cell in row if cell.place.startswith(pages))
            for cell in cells:
                yield from sighted(cell.text, cell.place)
