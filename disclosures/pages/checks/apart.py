"""How far the two sides of a result are apart, in the language of the page."""

import re
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from disclosures.amounts import AmountUnit, in_unit
from disclosures.checks.figures import Unit
from disclosures.checks.outcomes import Result
from disclosures.pages.terms import term

MOST_DECIMALS = 6
_DECIMALS = re.compile(r"\.(\d+)")


def apart_in_words(result: Result, own: AmountUnit) -> str:
    """The difference without its sign, amounts in the disclosure's own unit; both sides have a number.

    It has as many decimals as the sides print, more only where it would seem to be nothing; "about" where it is longer.
    """
    unit, apart = result.left.unit, abs(result.difference)
    exact = in_unit(apart, own) if unit == Unit.YUAN else apart
    told = max(_decimals(side.text) for side in (result.left, result.right))
    rounded = _rounded(exact, told) or _rounded(exact, MOST_DECIMALS)
    figure = f"{rounded:,f}" if rounded == exact else _("约 {figure}").format(figure=f"{rounded:,f}")
    if unit == Unit.PERCENT:
        return _("{figure} 个百分点").format(figure=figure)
    return f"{figure} {term(own if unit == Unit.YUAN else unit)}" if unit else figure


def _decimals(text: str) -> int:
    """With how many decimals a text prints its figure; the most, where it prints several."""
    return max((len(found) for found in _DECIMALS.findall(text)), default=0)


def _rounded(exact: Decimal, decimals: int) -> Decimal:
    return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
