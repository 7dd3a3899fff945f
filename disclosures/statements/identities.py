"""Sums that an official form promises, written as the form numbers them: 1 = 2 + 3, 6 = 1 + 2 - 3."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_NAME = r"[\w.]+(?::\d+)?"  # a name, or a span of numbers
_SUM = re.compile(rf"\s*(?P<total>[\w.]+)\s*=(?P<terms>\s*-?\s*{_NAME}(?:\s*[+-]\s*{_NAME})*)\s*")
_TERM = re.compile(rf"(-?)\s*({_NAME})")


@dataclass(frozen=True)
class Identity:
    """`total` equals the signed sum of `terms`; names are columns or row keys."""

    text: str
    total: str
    terms: tuple[tuple[int, str], ...]

    @classmethod
    def read(cls, text: str, names: Mapping[str, str] | None = None) -> "Identity":
        """Read "1 = 2 + 3" or "58 = 32:57"; with `names`, each must be known there and is replaced."""
        match = _SUM.fullmatch(text)
        if not match:
            raise ValueError(f"{text!r} is no identity: expected 'total = term + term'")
        terms = tuple(
            (-1 if sign else 1, _named(name, names, text))
            for sign, span in _TERM.findall(match["terms"])
            for name in _spread(span, text)
        )
        return cls(text, _named(match["total"], names, text), terms)


def _spread(span: str, text: str) -> Iterator[str]:
    """ "32:57" names every number from 32 to 57."""
    first, colon, last = span.partition(":")
    if not colon:
        yield first
    elif first.isdecimal() and int(first) < int(last):
        yield from map(str, range(int(first), int(last) + 1))
    else:
        raise ValueError(f"{text!r} has {span!r}, which is no span of numbers")


def _named(name: str, names: Mapping[str, str] | None, text: str) -> str:
    if names is None:
        return name
    if name not in names:
        raise ValueError(f"{text!r} names {name!r}; the table has {', '.join(names)}")
    return names[name]
