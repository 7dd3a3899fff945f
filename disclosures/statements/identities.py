"""Sums that an official form promises, written as the form numbers them: 1 = 2 + 3, 6 = 1 + 2 - 3."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_TERM = re.compile(r"([+-]?)\s*([\w.:]+)")


@dataclass(frozen=True)
class Identity:
    """`total` equals the signed sum of `terms`; names are columns or row keys."""

    text: str
    total: str
    terms: tuple[tuple[int, str], ...]

    @classmethod
    def read(cls, text: str, names: Mapping[str, str] | None = None) -> "Identity":
        """Read "1 = 2 + 3" or "58 = 32:57"; with `names`, each must be known there and is replaced."""
        left, _, right = text.partition("=")
        terms = tuple(
            (-1 if sign == "-" else 1, _named(name, names, text))
            for sign, span in _TERM.findall(right)
            for name in _spread(span)
        )
        if not left.strip() or not terms:
            raise ValueError(f"{text!r} is no identity: expected 'total = term + term'")
        return cls(text, _named(left.strip(), names, text), terms)


def _spread(span: str) -> list[str]:
    """ "32:57" names every number from 32 to 57."""
    first, colon, last = span.partition(":")
    return [str(number) for number in range(int(first), int(last) + 1)] if colon else [first]


def _named(name: str, names: Mapping[str, str] | None, text: str) -> str:
    if names is None:
        return name
    if name not in names:
        raise ValueError(f"{text!r} names {name!r}; the table has {', '.join(names)}")
    return names[name]
