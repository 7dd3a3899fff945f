"""How figures are spread: median and quartiles, and where one of them stands. All exact, in whatever unit they are."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

LEAST = 8  # figures; of fewer a rank says more of chance than of a unit


@dataclass(frozen=True)
class Spread:
    """Figures, smallest first.

    A quartile is the figure at that part of the way from the first to the last, and where the way ends between two
    figures, as far between them: what spreadsheets call QUARTILE.INC. The median is the one half-way.
    """

    values: Sequence[Decimal]

    @property
    def count(self) -> int:
        return len(self.values)

    @property
    def is_enough(self) -> bool:
        """Whether a rank among them says something."""
        return self.count >= LEAST

    @property
    def least(self) -> Decimal:
        return self.values[0]

    @property
    def most(self) -> Decimal:
        return self.values[-1]

    @property
    def median(self) -> Decimal:
        return self.quarter(2)

    def quarter(self, number: int) -> Decimal:
        """The first, second or third quartile; quarters of a decimal are exact decimals."""
        place, rest = divmod((self.count - 1) * number, 4)
        if not rest:
            return self.values[place]
        return self.values[place] + (self.values[place + 1] - self.values[place]) * rest / 4

    def rank(self, value: Decimal) -> int:
        """From 1 for the largest; equal figures share one."""
        return self.count - bisect_right(self.values, value) + 1

    def times(self, value: Decimal) -> int:
        """How many have just this figure."""
        return bisect_right(self.values, value) - bisect_left(self.values, value)
