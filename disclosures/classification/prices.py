"""Consumer prices of the whole country, for amounts of different years in prices of one.

`fixtures/consumer_prices.csv` says for each year the index, where it is from and when it was taken over. What is
reckoned with it is nobody's printed figure, and pages keep the two apart.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from disclosures.classification.official import rows_of_list


@dataclass(frozen=True)
class PriceLevel:
    """The index of a year, 2015 = 100, to two decimals as its source gives it."""

    index: Decimal
    source: str
    taken: str  # the day, as 2026-11-28


@cache
def price_levels() -> dict[int, PriceLevel]:
    """All years that are known, oldest first."""
    rows = rows_of_list("consumer_prices.csv")
    return {int(row["year"]): PriceLevel(Decimal(row["index"]), row["source"], row["taken"]) for row in rows}


def in_prices_of(amount: Decimal, year: int, base: int) -> Decimal:
    """What the amount of that year comes to in prices of the base year, 元; as exact as Decimal divides."""
    levels = price_levels()
    return amount * levels[base].index / levels[year].index
