"""Texts of a csv file that no spreadsheet program takes for a formula."""

import re

_STARTS_FORMULA = frozenset("=+-@\t\r\n＝＋－\N{FULLWIDTH COMMERCIAL AT}")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)


def harmless(text: str) -> str:
    """The text, with a quote before it where a spreadsheet program would take it for a formula."""
    if text[:1] in _STARTS_FORMULA and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text
