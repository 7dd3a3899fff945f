"""How a figure changed against another: the difference and the percentage, and a base that gives none says so."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _


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
    def words(self) -> str:
        """“+3.41%”, “−20.82%”, “持平”, or why the base gives no percentage."""
        if not self.difference:
            return _("持平")
        if self.percent is None:
            return _("基数是负数") if self.before else _("÷0 基数是零")
        return f"{'+' if self.difference > 0 else '−'}{abs(self.percent):,f}%"


def change(now: Decimal | None, before: Decimal | None) -> Change | None:
    """None where one of the two is not printed."""
    return None if now is None or before is None else Change(now, before)
