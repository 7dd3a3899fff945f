"""The text of a wording taken apart: words, places for figures, choices and repetitions, in the order of the text."""

import re
from collections.abc import Iterator

_MARKS = re.compile(r"([\[\]{}|])")

# A str is words, ("{", inside) a place, ("?" or "*", head, text, else or separator) what stands in brackets.
Part = str | tuple


def parsed(text: str) -> list[Part]:
    """The parts of the text."""
    return _parsed(iter(_MARKS.split(text)), "")


def _parsed(tokens: Iterator[str], end: str) -> list:
    """What stands up to that mark, parted by bars where it is a bracket."""
    parts: list[list] = [[]]
    for token in tokens:
        if token == end and end:
            return parts
        if token == "{":
            parts[-1].append(("{", next(tokens)))
            next(tokens)
        elif token == "[":
            parts[-1].append(_choice(_parsed(tokens, "]")))
        elif token == "|" and end:
            parts.append([])
        elif token:
            parts[-1].append(token)
    if end:
        raise ValueError("a bracket is not closed")
    return parts[0]


def _choice(parts: list[list]) -> tuple:
    head, mark, text = re.split(r"([?*])", parts[0][0], maxsplit=1)
    return (mark, head, [text, *parts[0][1:]], parts[1] if len(parts) > 1 else [])
