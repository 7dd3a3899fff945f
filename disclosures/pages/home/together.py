"""What all units of a year spent on together, by functional class: the answer to the question at the front door."""

from dataclasses import dataclass
from decimal import Decimal

from disclosures.addresses import links
from disclosures.amounts import AmountUnit, printed
from disclosures.classification.codes import FUNCTIONAL
from disclosures.pages.code.classes import class_names
from disclosures.pages.code.figures import main_figure
from disclosures.pages.front.shares import in_a_row
from disclosures.pages.shared.shares import Share, percent, ranked
from disclosures.publication.current import main_year, published_years
from disclosures.publication.totals import ranking

LARGE = Decimal(10**9)  # 元: a sum that is easier to read in 亿元


@dataclass(frozen=True)
class Together:
    """Of every 100 yuan of that year, how many for each class; amounts in `unit`, exact sums of what units print."""

    year: int
    disclosures: int
    unit: str
    shares: tuple[Share, ...]


def together() -> Together | None:
    """The newest year that is not only begun; None where they print nothing under a class. Three queries."""
    years, names = published_years(), class_names(FUNCTIONAL)
    year = main_year(years)
    sums = ranking.of_codes(main_figure(FUNCTIONAL), list(names), year) if year else {}
    amounts = {code: total.amount for code, total in sums.items() if total.amount > 0}
    if not amounts:
        return None
    whole, series = sum(amounts.values(), Decimal(0)), ranked(amounts)
    unit = AmountUnit.YI if whole >= LARGE else AmountUnit.WAN
    shares = [
        Share(names[code].name, printed(amounts[code], unit), percent(amounts[code], whole), series[code],
              links.code(FUNCTIONAL, code))
        for code in sorted(amounts, key=amounts.get, reverse=True)
    ]  # fmt: skip
    return Together(year, years[year], unit.value, in_a_row(shares))
