"""Gaps: what a standard sentence cannot know, such as a reason, marked so that nobody takes it for text."""

import re

_OPEN, _CLOSE = "【待填：", "】"
GAP = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")


def gap(what: str) -> str:
    """The mark in the place of what is to be filled in: 【待填：主要原因】."""
    return f"{_OPEN}{what}{_CLOSE}"


def gaps_in(text: str) -> list[str]:
    """What a text still lacks, in its order."""
    return GAP.findall(text)
