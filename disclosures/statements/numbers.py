"""The number in a figure that is no amount: a score, a rate, a target, a count."""

import re
from decimal import Decimal
from functools import lru_cache

from disclosures.amounts import plain

_NUMBER = re.compile(r"([-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(%|‰)?", re.ASCII)
_SCALE = {"": 0, "%": -2, "‰": -3}


@lru_cache(maxsize=10_000)  # weights, scores and targets come again and again
def number_in(text: str) -> Decimal | None:
    """The exact number that the whole text is, without unit; None for words. "67.21%" is 67.21, "— 21.05" -21.05."""
    match = _NUMBER.fullmatch(plain(text))
    return Decimal(match[1].replace(",", "")) if match else None


def ratio_in(text: str) -> Decimal | None:
    """Like `number_in`, with a percent sign carried out: "67.21%" is 0.6721, "0.95" is 0.95."""
    match = _NUMBER.fullmatch(plain(text))
    return Decimal(match[1].replace(",", "")).scaleb(_SCALE[match[2] or ""]) if match else None
