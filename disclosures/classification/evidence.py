"""What speaks for the name of a code: lists that have it, units whose documents print it; and what contradicts it.

A name is official when the documents of two units print it, or those of one and a list. What contradicts an official
or listed name is told; it is never taken for wrong, and changes nothing that was published.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from disclosures.classification.names import is_cut

ENOUGH_UNITS = 2


@dataclass(frozen=True)
class KnownName:
    """A name of a code: `units` print it, last for `last_printed`; it holds from `since` to `until`, if that is known.

    `is_listed` tells of a list of today, `was_listed` of one of earlier years.
    """

    code: str
    name: str
    units: int = 0
    is_listed: bool = False
    was_listed: bool = False
    since: int | None = None
    until: int | None = None
    last_printed: int | None = None

    @property
    def is_official(self) -> bool:
        """Whether the documents of two units print it, or those of one and a list."""
        return self.units >= ENOUGH_UNITS or (self.units > 0 and (self.is_listed or self.was_listed))

    @property
    def weight(self) -> tuple:
        """What is taken where a code has two names in one year."""
        return self.is_official and self.is_listed, self.is_official, self.is_listed, self.units

    def holds_in(self, year: int) -> bool:
        """Whether it is known to hold in that year."""
        return self.since is not None and self.since <= year <= (self.until or year)


@dataclass(frozen=True)
class Contradiction:
    """A printed name beside the one that the code has; `other_code` is the sibling whose name it is, "" for none."""

    printed: KnownName
    name: str
    other_code: str = ""


def accepted(names: Iterable[KnownName], year: int) -> KnownName | None:
    """The name that the code has in that year, as far as lists and documents tell."""
    known = [name for name in names if (name.is_official or name.is_listed) and name.holds_in(year)]
    return max(known, key=lambda name: name.weight, default=None)


def last_known(names: Iterable[KnownName]) -> KnownName | None:
    """The name that the code has, of whatever years that is known: a list need not say when a name began."""
    return max(
        (name for name in names if name.is_official or name.is_listed), key=lambda name: name.weight, default=None
    )


def is_other(printed: str, name: KnownName | None) -> bool:
    """Whether a printed name is another one, and not the same cut short."""
    return name is not None and printed != name.name and not is_cut(printed, name.name)
