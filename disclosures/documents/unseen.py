"""What a file holds between its characters and nobody sees, such as a vertical tab in a name, taken out again."""

from dataclasses import replace

from disclosures.characters import has_unseen, without_unseen
from disclosures.documents.items import BLANK, Cell, Grid, Item, Prose, Sighting


def clear_items(items: list[Item]) -> None:
    """Replace, in place, the items that hold such characters; most files have none."""
    for number, item in enumerate(items):
        if isinstance(item, Grid):
            if any(has_unseen(cell.text) for row in item.rows for cell in row):
                items[number] = replace(item, rows=tuple(tuple(map(_cleared, row)) for row in item.rows))
        elif isinstance(item, Prose) and has_unseen(item.text):
            items[number] = replace(item, text=without_unseen(item.text))


def clear_sighting(sighting: Sighting) -> Sighting:
    """The same of what the second reading sees."""
    return sighting._replace(text=without_unseen(sighting.text))


def _cleared(cell: Cell) -> Cell:
    if not cell:
        return BLANK
    text = without_unseen(cell.text).strip()
    return cell._replace(text=text) if text else BLANK
