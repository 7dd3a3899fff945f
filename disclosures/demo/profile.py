"""What a made-up unit-year is like: what money it has, how large it is, and how its document prints nothing."""

from dataclasses import dataclass
from random import Random

from disclosures.amounts import AmountUnit, Precision
from disclosures.statements.models import STATEMENTS


@dataclass(frozen=True)
class Profile:
    """`zeros` are the numbers of the tables that print 0.00 where there is nothing; the others leave it blank."""

    unit: AmountUnit = AmountUnit.WAN
    decimals: int = 2
    items: int = 8
    projects: int = 2
    funds: bool = False
    state_capital: bool = False
    own_income: bool = False
    carry_over: bool = False
    refund: bool = False
    zeros: frozenset[str] = frozenset({"05"})

    @classmethod
    def drawn(cls, random: Random) -> "Profile":
        """A profile as it occurs in published documents."""
        return cls(
            unit=random.choice((AmountUnit.WAN, AmountUnit.WAN, AmountUnit.YUAN)),
            items=random.randint(1, 16),
            projects=random.randint(0, 3),
            funds=random.random() < 0.3,
            state_capital=random.random() < 0.2,
            own_income=random.random() < 0.3,
            carry_over=random.random() < 0.4,
            refund=random.random() < 0.1,
            zeros=frozenset(number for number in STATEMENTS if random.random() < 0.2),
        )

    @property
    def precision(self) -> Precision:
        return Precision(self.unit, self.decimals)
