"""The tree of a table of codes: the rows that the page shows, each below the nearest code above it."""

from disclosures.pages.charts.shapes import Tile, Tree
from disclosures.pages.table.page import Line
from disclosures.pages.terms import term
from disclosures.statements.lines import TOTAL


def tree_of(lines: list[Line]) -> Tree | None:
    """Every row with an amount to be as wide as; None where there is nothing to divide."""
    drawn = [line for line in lines if line.width and _key(line)]
    if len(drawn) < 2:
        return None
    return Tree(tuple(_tile(line, drawn) for line in _once(drawn)))


def _once(drawn: list[Line]) -> list[Line]:
    """A code that a document prints twice is drawn once."""
    return list({_key(line): line for line in reversed(drawn)}.values())[::-1]


def _tile(line: Line, drawn: list[Line]) -> Tile:
    return Tile(
        key=_key(line),
        parent=_parent(line, drawn),
        title=term(line.row.name),
        text=line.main.text,
        value=line.main.value,
        series="" if line.row.is_total else line.series,
        href=line.focus,
    )


def _key(line: Line) -> str:
    return TOTAL if line.row.is_total else line.row.code


def _parent(line: Line, drawn: list[Line]) -> str:
    """The nearest code above that is drawn too, then the total."""
    if line.row.is_total:
        return ""
    above = [one.row.code for one in drawn if line.row.code.startswith(one.row.code) and one.row.code < line.row.code]
    root = TOTAL if any(one.row.is_total for one in drawn) else ""
    return max((code for code in above if code), key=len, default=root)
