"""What a length is measured against: round amounts from zero up to the largest that is drawn."""

from dataclasses import dataclass
from decimal import Decimal

from disclosures.amounts import AmountUnit
from disclosures.pages.shared.money import in_words

STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


@dataclass(frozen=True)
class Tick:
    """`value` is 元, exact and round; `text` says it in few signs."""

    value: Decimal
    text: str


def ticks(largest: Decimal, at_most: int, unit: AmountUnit) -> tuple[Tick, ...]:
    """Equal steps of 1, 2 or 5 and noughts, none above the largest, which is 元, exact; none below zero.

    Said in `unit`, that of the figures on the page: a reader measures one by the other.
    """
    if largest <= 0:
        return ()
    power = Decimal(10) ** (largest / at_most).adjusted()
    step = next(part * power for part in STEPS if largest / (part * power) < at_most + 1)
    count = int(largest / step)
    return tuple(Tick(step * n, in_words(step * n, unit)) for n in range(1, count + 1))
