"""A few amounts over the years as upright bars, for a picture that needs no script."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from disclosures.pages.shared.change import Change, change
from disclosures.pages.shared.shares import bar_width

HEIGHT = 48  # of the tallest bar, in units of the picture


@dataclass(frozen=True)
class Bar:
    """One year; `height` is None where nothing is printed or the amount is not positive, `x` where it stands."""

    label: str
    text: str
    x: int
    height: Decimal | None
    change: Change | None
    href: str = ""

    @property
    def y(self) -> Decimal:
        return HEIGHT - (self.height or Decimal(0))


@dataclass(frozen=True)
class Bars:
    """All years, oldest first; every bar is as wide as the gap is, twice."""

    bars: tuple[Bar, ...]

    @property
    def width(self) -> int:
        return 30 * len(self.bars)

    @property
    def newest(self) -> Bar:
        return self.bars[-1]

    @property
    def is_printed(self) -> bool:
        """Whether any year prints something."""
        return any(bar.text for bar in self.bars)


def bars_of(years: Iterable[tuple[int, Decimal | None, str, str]]) -> Bars:
    """From year, exact amount, its text and where it stands; the change is against the year before, if it is there."""
    years = list(years)
    largest = max((amount for _, amount, _, _ in years if amount is not None), default=None)
    amounts = {year: amount for year, amount, _, _ in years}
    bars = []
    for n, (year, amount, text, href) in enumerate(years):
        width = bar_width(amount, largest)
        height = None if width is None else (width * HEIGHT / 100).quantize(Decimal("0.1"))
        bars.append(Bar(str(year), text, 30 * n, height, change(amount, amounts.get(year - 1)), href))
    return Bars(tuple(bars))
