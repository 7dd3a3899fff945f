"""The figures by which units stand beside each other, from what is kept of a year."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from disclosures.publication.totals.models import YearTotal

_STEP = Decimal("0.000001")  # percent; finer shares count as equal


@dataclass(frozen=True)
class StandingFigure:
    """A figure of `YearTotal`, or with `whole` what it is of that one in percent."""

    key: str
    amount: str
    whole: str = ""

    def value_in(self, total: YearTotal) -> Decimal | None:
        """元, exact, or percent to six decimals, half up; None for a blank, and where there is no whole."""
        amount = getattr(total, self.amount)
        if not self.whole or amount is None:
            return amount
        whole = getattr(total, self.whole)
        return (amount / whole * 100).quantize(_STEP, ROUND_HALF_UP) if whole else None


FIGURES: Mapping[str, StandingFigure] = {
    figure.key: figure
    for figure in (
        StandingFigure("expenditure", "expenditure"),
        StandingFigure("basic_share", "basic_expenditure", "expenditure"),
        StandingFigure("three_public", "three_public"),
        StandingFigure("three_public_share", "three_public", "expenditure"),
    )
}
