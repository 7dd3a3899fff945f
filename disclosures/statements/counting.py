"""How many tables there are, as a sentence says it: nothing else may count them."""

from disclosures.statements.form_rows import ORDINALS
from disclosures.statements.models import STATEMENTS


def in_chinese(count: int) -> str:
    """九 for 9, as far as official forms count."""
    return ORDINALS[count - 1]


def span_of_tables() -> str:
    """From the first table to the last: 公开01–09表."""
    first, *_, last = STATEMENTS
    return f"公开{first}–{last}表"
