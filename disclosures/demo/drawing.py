"""Amounts at random: plausible sizes, exact to the 分, and parts that add up to their whole."""

from decimal import Decimal
from random import Random

from disclosures.amounts import from_fen, to_fen


def amount(random: Random, low: int = 100, high: int = 5_000_000) -> Decimal:
    """元, exact to the 分: small amounts are as usual as large ones of ten times the size."""
    return from_fen(round(100 * low * (high / low) ** random.random()) + random.randrange(100))


def part_of(random: Random, whole: Decimal) -> Decimal:
    """元, exact: something between nothing and the whole, seldom either."""
    return from_fen(random.randint(0, to_fen(whole)))


def split(random: Random, whole: Decimal, count: int) -> list[Decimal]:
    """元, exact: that many parts of a whole that is not negative."""
    cuts = sorted(random.randint(0, to_fen(whole)) for _ in range(count - 1))
    return [from_fen(high - low) for low, high in zip([0, *cuts], [*cuts, to_fen(whole)], strict=True)]
