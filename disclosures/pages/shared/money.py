"""Amounts in few signs, in the language of the page: for an axis, and beside figures that English does not count so."""

from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import get_language

from disclosures.amounts import AmountUnit, parse_amount
from disclosures.statements.terms import ENGLISH

LARGE = ((Decimal(10**9), "billion"), (Decimal(10**6), "million"))
CLOSE = 3  # digits that tell a size


def in_words(value: Decimal, unit: AmountUnit) -> str:
    """元, exact, that is a round amount, in the unit of the page: 500 万元, 5,000,000 元; ¥5 million in English."""
    if get_language() == ENGLISH:
        return in_english(value)
    return f"{_plain(value.scaleb(-unit.zeros))} {unit}"


def beside(text: str, unit: str) -> str:
    """What English adds to a figure printed in `unit`: " (¥12.6 million)"; "" in Chinese and for what is short."""
    if get_language() != ENGLISH or unit not in set(AmountUnit) or not (value := parse_amount(text, AmountUnit(unit))):
        return ""
    return f" ({in_english(value)})" if unit != AmountUnit.YUAN or abs(value) >= LARGE[-1][0] else ""


def in_english(value: Decimal) -> str:
    """元, exact, as English counts it: ¥12.6 million; three digits at least, rounded half up."""
    sign, size = "−" if value < 0 else "", abs(value)
    for unit, name in LARGE:
        if _close(size) >= unit:
            return f"{sign}¥{_plain(_close(size) / unit)} {name}"
    return f"{sign}¥{_plain(_close(size) if size >= 1 else size)}"


def _close(size: Decimal) -> Decimal:
    """Rounded half up to three digits; whole where it has more than three before the point."""
    places = size.adjusted() - CLOSE + 1
    return size.quantize(Decimal(1).scaleb(places), ROUND_HALF_UP) if size else size


def _plain(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
