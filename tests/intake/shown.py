"""What a workbook shows of the sample's figures: two decimals, where the document prints as many as a figure has."""

import re
from decimal import ROUND_HALF_UP, Decimal

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def as_shown(data):
    """The data with every text that is a number rounded to two decimals, without zeros at its end."""
    if isinstance(data, dict):
        return {key: as_shown(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_shown(one) for one in data]
    if isinstance(data, str) and _NUMBER.fullmatch(data):
        return str(Decimal(data).quantize(Decimal("0.01"), ROUND_HALF_UP))
    return data
