"""The rows of a table of codes largest first: each among those beside it, below the code that it is part of."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby

from disclosures.classification.codes import parents_of
from disclosures.tables.folding import Placed

Rank = tuple[bool, Decimal, int]  # blank or not, the amount turned round, the place in print: the smallest comes first


def largest_first(placed: list[Placed], column: str) -> list[Placed]:
    """By that column, in 元 as this table's lines have it; blank ones last, equal ones as they are printed.

    Totals and what leads to the code in focus stay where they are, and nothing passes them.
    """
    runs = groupby(placed, key=_stays)
    return [one for stays, run in runs for one in (run if stays else _sorted(run, column))]


def _stays(one: Placed) -> bool:
    return one.line.is_total or one.is_above_focus


def _sorted(run: Iterable[Placed], column: str) -> list[Placed]:
    """By the ranks of all that a line is part of, then its own, so that it comes below them and above what follows."""
    ranks: dict[str, tuple[Rank, ...]] = {}  # of the nearest line before with that code
    ranked = []
    for place, one in enumerate(run):
        above = next((ranks[code] for code in reversed(parents_of(one.line.code)) if code in ranks), ())
        ranks[one.line.code] = (*above, _rank(getattr(one.line, column), place))
        ranked.append((ranks[one.line.code], one))
    return [one for _, one in sorted(ranked, key=lambda pair: pair[0])]


def _rank(amount: Decimal | None, place: int) -> Rank:
    return amount is None, -(amount or Decimal(0)), place
