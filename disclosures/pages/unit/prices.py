"""A unit's spending over the years in prices of one year: reckoned, and apart from what is printed."""

from dataclasses import dataclass
from decimal import Decimal

from disclosures.amounts import AmountUnit, printed
from disclosures.classification.prices import in_prices_of, price_levels
from disclosures.pages.shared.change import Change


@dataclass(frozen=True)
class PricedYear:
    """The printed amount and what it comes to, as texts; `change` is of the latter against the year before."""

    year: int
    text: str
    priced: str
    change: Change | None


@dataclass(frozen=True)
class PricedYears:
    """Newest first, in prices of `base`; `taken` is the day on which the prices were taken over."""

    base: int
    years: tuple[PricedYear, ...]
    taken: str


def priced_years(amounts: dict[int, Decimal], unit: AmountUnit) -> PricedYears | None:
    """From the amounts of the years, 元, exact; None where prices are known of fewer than two of them."""
    levels = price_levels()
    known = sorted(year for year in amounts if year in levels)
    if len(known) < 2:
        return None
    base = known[-1]
    priced = {year: in_prices_of(amounts[year], year, base) for year in known}
    years = tuple(
        PricedYear(
            year,
            printed(amounts[year], unit),
            printed(priced[year], unit),
            Change(priced[year], priced[year - 1]) if year - 1 in priced else None,
        )
        for year in reversed(known)
    )
    return PricedYears(base, years, levels[base].taken)
