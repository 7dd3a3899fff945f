"""The rows of a table of codes largest first: each among those beside it, below the code that it is part of."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby

from disclosures.classification.code_tree import CodeTree
from disclosures.tables.rows import Row

Rank = tuple[bool, Decimal, int]  # blank or not, the amount turned round, the place in print: the smallest comes first


def largest_first(rows: Iterable[Row], column: str) -> list[Row]:
    """By that column, in 元 as this table's lines have it; blank ones last, equal ones as they are printed.

    Totals and what leads to the code in focus stay where they are, and nothing passes them.
    """
    runs = groupby(rows, key=_stays)
    return [row for stays, run in runs for row in (run if stays else _sorted(list(run), column))]


def _stays(row: Row) -> bool:
    return row.is_total or row.is_above_focus


def _sorted(run: list[Row], column: str) -> list[Row]:
    """By the ranks of all that a row is part of, then its own, so that it comes below them and above what follows."""
    tree = CodeTree(row.code for row in run)
    ranks: dict[str, tuple[Rank, ...]] = {}  # of the nearest row before with that code
    ranked = []
    for place, row in enumerate(run):
        above = next((ranks[code] for code in reversed(tree.above(row.code)) if code in ranks), ())
        ranks[row.code] = (*above, _rank(row.amount(column), place))
        ranked.append((ranks[row.code], row))
    return [row for _, row in sorted(ranked, key=lambda pair: pair[0])]


def _rank(amount: Decimal | None, place: int) -> Rank:
    return amount is None, -(amount or Decimal(0)), place
