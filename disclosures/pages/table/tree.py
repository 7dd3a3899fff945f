"""The tree of a table of codes: the rows that the page shows, each below the nearest code above it."""

from collections.abc import Mapping

from disclosures.classification.code_tree import CodeTree
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
    codes = CodeTree(row.code for row in drawn if not row.is_total)
    root = TOTAL if any(row.is_total for row in drawn) else ""
    return Tree(tuple(_tile(row, added[row.key], codes, root) for row in _once(drawn)))


def _once(drawn: list[Row]) -> list[Row]:
    """A code that a document prints twice is drawn once."""
    return list({_key(row): row for row in reversed(drawn)}.values())[::-1]


def _tile(row: Row, added: Added, codes: CodeTree, root: str) -> Tile:
    """Below the nearest code above that is drawn too, else below the total."""
    return Tile(
        key=_key(row),
        parent="" if row.is_total else codes.parent(row.code) or root,
        title=term(row.name),
        text=added.main.text,
        value=added.main.value,
        series="" if row.is_total else added.series,
        href=added.focus,
    )


def _key(row: Row) -> str:
    return TOTAL if row.is_total else row.code
