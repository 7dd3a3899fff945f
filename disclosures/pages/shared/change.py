"""How a figure changed against another: the difference and the percentage, and a base that gives none says so."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

MANIFOLD = 3  # times the base from which on a percentage is harder to grasp than the times themselves
PLAIN = 10  # times from which on a decimal says nothing


@dataclass(frozen=True)
class Change:
    """Both figures are 元, exact."""

    now: Decimal
    before: Decimal

    @property
    def difference(self) -> Decimal:
        """元, exact: more is positive."""
        return self.now - self.before

    @property
    def percent(self) -> Decimal | None:
        """Percent of the base to two decimals, half up; None where the base is zero or negative."""
        if self.before <= 0:
            return None
        return (self.difference / self.before * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)

    @property
    def times(self) -> Decimal:
        """How many times the base, which is positive: to one decimal, from ten on to none; half up."""
        times = self.now / self.before
        return times.quantize(Decimal("0.1") if times < PLAIN else Decimal(1), ROUND_HALF_UP)

    @property
    def words(self) -> str:
        """“+3.41%”, “−20.82%”, “持平”, “约 108 倍”, “不到 1%”, or why the base gives no percentage."""
        if not self.difference:
            return _("持平")
        if self.percent is None:
            return _("基数是负数") if self.before else _("÷0 基数是零")
        if self.now >= self.before * MANIFOLD:
            return _("约 {times} 倍").format(times=f"{self.times:,f}")
        if 0 < self.now * 100 < self.before:
            return _("不到 1%")
        return f"{'+' if self.difference > 0 else '−'}{abs(self.percent):,f}%"


def change(now: Decimal | None, before: Decimal | None) -> Change | None:
    """None where one of the two is not printed."""
    return None if now is None or before is None else Change(now, before)
