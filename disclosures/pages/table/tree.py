"""The tree of a table of codes: the rows that the page shows, each below the nearest code above it."""

from collections.abc import Mapping

from disclosures.pages.charts.shapes import Tile, Tree
from disclosures.pages.table.added import Added
from disclosures.statements.lines import TOTAL
from disclosures.statements.terms import term
from disclosures.tables.rows import Row


def tree_of(rows: list[Row], added: Mapping[str, Added]) -> Tree | None:
    """Every row with an amount to be as wide as; None where there is nothing to divide."""
    drawn = [row for row in rows if added[row.key].width and _key(row)]
    if len(drawn) < 2:
        return None
    keys = {_key(row) for row in drawn}
    return Tree(tuple(_tile(row, added[row.key], keys) for row in _once(drawn)))


def _once(drawn: list[Row]) -> list[Row]:
    """A code that a document prints twice is drawn once."""
    return list({_key(row): row for row in reversed(drawn)}.values())[::-1]


def _tile(row: Row, added: Added, drawn: set[str]) -> Tile:
    """Below the nearest code above that is drawn too, else below the total."""
    above = () if row.is_total else (TOTAL, *row.above)
    return Tile(
        key=_key(row),
        parent=next((key for key in reversed(above) if key in drawn), ""),
        title=term(row.name),
        text=added.main.text,
        value=added.main.value,
        series="" if row.is_total else added.series,
        href=added.focus,
    )


def _key(row: Row) -> str:
    return TOTAL if row.is_total else row.code
