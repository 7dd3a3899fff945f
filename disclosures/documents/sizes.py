"""How much was read: a small file can unfold to more text than anybody could check."""

from collections.abc import Iterator, Sequence

from disclosures.documents.items import Aside, Doubtful, Grid, Item, Prose
from disclosures.documents.limits import Limits


def check_size(name: str, items: Sequence[Item], limits: Limits) -> None:
    """Refuse more items, cells or characters than the limits allow, in the whole or in one place."""
    limits.check(name, "items", len(items))
    limits.check(name, "cells", sum(len(row) for item in items if isinstance(item, Grid) for row in item.rows))
    total = 0
    for length in _lengths(items):
        total += length
        limits.check(name, "cell_characters", length)
        limits.check(name, "characters", total)


def _lengths(items: Sequence[Item]) -> Iterator[int]:
    """Characters of every text that was read, seen or not."""
    for item in items:
        if isinstance(item, Prose | Aside):
            yield len(item.text)
        elif isinstance(item, Doubtful):
            yield len(item.text) + len(item.picture)
        elif isinstance(item, Grid):
            yield len(item.title)
            for row in item.rows:
                yield from (len(cell.text) + len(cell.stored) for cell in row if cell)
