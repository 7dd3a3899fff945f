"""A figure that takes part in a relation: its exact number, what it is called, how it is printed, where it stands."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from disclosures.amounts import Precision, places_of, printed
from disclosures.checks.labels import Label
from disclosures.checks.spots import Spot

_MOST_DECIMALS = 6


class Unit(StrEnum):
    """What the number of a figure counts."""

    YUAN = "元"
    PERCENT = "%"
    POINTS = "分"
    NUMBER = ""


@dataclass(frozen=True)
class Figure:
    """A figure as it is printed, or computed from printed ones.

    `value` is exact: 元 for amounts, the printed number for percentages, points and counts; None where nothing is
    printed. `half_step` is how far the printed figure may be from the truth it was rounded from, in the same unit.
    """

    value: Decimal | None
    label: Label
    text: str
    unit: Unit = Unit.YUAN
    spot: Spot | None = None
    half_step: Decimal = Decimal(0)


def plain(value: Decimal) -> str:
    """An exact number without needless zeros."""
    return f"{value.normalize():f}" if value else "0"


def in_words(amount: Decimal, precision: Precision, unit: Unit = Unit.YUAN) -> str:
    """An amount of 元, exact, in the unit of a disclosure, with as many decimals as it needs; other numbers plain."""
    if unit != Unit.YUAN:
        return f"{plain(amount)}{' ' if unit == Unit.POINTS else ''}{unit}"
    needed = max(0, places_of(amount.scaleb(-precision.unit.zeros).normalize()))
    decimals = max(precision.decimals, min(needed, _MOST_DECIMALS))
    return f"{printed(amount, precision.unit, decimals)} {precision.unit}"
