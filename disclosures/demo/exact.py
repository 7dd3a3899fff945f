"""The truth under a made-up disclosure: exact amounts in 元, before any printed figure is rounded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from disclosures.amounts import from_fen

GENERAL, FUND, STATE_CAPITAL = "general_public_budget", "government_fund_budget", "state_capital_budget"
OWN = "own"  # what does not come from a treasury
FISCAL = (GENERAL, FUND, STATE_CAPITAL)

NOTHING = from_fen(0)


def total(amounts: Iterable[Decimal]) -> Decimal:
    """元, exact; 0.00 for none."""
    return sum(amounts, NOTHING)


@dataclass(frozen=True)
class Item:
    """One item (项) paid out of one purse: `income` by the columns of table 02, `spent` by those of 03; 元, exact."""

    code: str
    purse: str
    opening: Decimal = NOTHING
    income: Mapping[str, Decimal] = field(default_factory=dict)
    spent: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def received(self) -> Decimal:
        """元, exact: this year's income."""
        return total(self.income.values())

    @property
    def expenditure(self) -> Decimal:
        """元, exact: this year's expenditure."""
        return total(self.spent.values())

    @property
    def closing(self) -> Decimal:
        """元, exact: what is left at the end of the year."""
        return self.opening + self.received - self.expenditure


@dataclass(frozen=True)
class Project:
    """A project with what it was given and what was spent on it; 元, exact."""

    name: str
    budget: Decimal
    executed: Decimal


@dataclass(frozen=True)
class Exact:
    """A unit-year; 元, exact. `three_public` has budget and outturn by the rows of table 07 that sum up no others."""

    items: tuple[Item, ...]
    surplus_used: Decimal
    surplus_distributed: Decimal
    economic: Mapping[str, Decimal]
    three_public: Mapping[str, tuple[Decimal, Decimal]]
    projects: tuple[Project, ...]
    last_year: Mapping[str, Decimal]  # expenditure by the columns of table 03

    def of(self, *purses: str) -> tuple[Item, ...]:
        """The items paid out of these purses."""
        return tuple(item for item in self.items if item.purse in purses)

    def spent(self, column: str, *purses: str) -> Decimal:
        """元, exact: a column of table 03, of these purses or of all."""
        items = self.of(*purses) if purses else self.items
        return total(item.spent.get(column, NOTHING) for item in items)

    def received(self, *purses: str) -> Decimal:
        """元, exact: this year's income of these purses or of all."""
        return total(item.received for item in (self.of(*purses) if purses else self.items))

    def expenditure(self, *purses: str) -> Decimal:
        """元, exact: this year's expenditure of these purses or of all."""
        return total(item.expenditure for item in (self.of(*purses) if purses else self.items))

    def opening(self, *purses: str) -> Decimal:
        """元, exact: what was left of these purses, or of all, when the year began."""
        return total(item.opening for item in (self.of(*purses) if purses else self.items))

    def closing(self, *purses: str) -> Decimal:
        """元, exact: what is left of these purses; of all, with what the unit's surplus added or took."""
        if purses:
            return total(item.closing for item in self.of(*purses))
        return total(item.closing for item in self.items) + self.surplus_used - self.surplus_distributed

    @property
    def grand_total(self) -> Decimal:
        """元, exact: 总计 of table 01, the same on both sides."""
        return self.received() + self.surplus_used + self.opening()
