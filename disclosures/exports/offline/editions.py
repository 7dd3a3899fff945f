"""What is current stands once in the archive, below its year, although two addresses lead there.

`/2023/` and `/2023.r1/` say the same while revision 1 is the current one; the second differs by its own address and by
the number of the revision in the path at the head of the page. A link to it leads to the first.
"""

import re
from functools import lru_cache

from disclosures.publication.current import published

_REMEMBERED = 1 << 12  # disclosures
_BELOW = re.compile(r"(?P<year_of_unit>(?:/en)?/units/(?P<unit>[^/?]+)/(?P<year>\d{4}))(?P<rest>[/.].*)")
_PINNED = re.compile(r"\.r(?P<revision>\d{1,4})(?P<rest>[/.].*)")


class Editions:
    """Which revision of each year is current, as far as it was asked."""

    def __init__(self) -> None:
        self._current = lru_cache(_REMEMBERED)(_current)

    def canonical(self, address: str) -> str:
        """The address below the year for one that names the current revision by number, else the address itself."""
        below = _BELOW.fullmatch(address)
        pinned = below and _PINNED.fullmatch(below["rest"])
        if not below or not pinned or self._current(below["unit"], below["year"]) != int(pinned["revision"]):
            return address
        return below["year_of_unit"] + pinned["rest"]

    def pinned(self, address: str) -> str | None:
        """The address for ever of what stands below a year; None for anything else."""
        below = _BELOW.fullmatch(address)
        if not below or _PINNED.fullmatch(below["rest"]):
            return None
        revision = self._current(below["unit"], below["year"])
        return f"{below['year_of_unit']}.r{revision}{below['rest']}" if revision else None

    def forget(self) -> None:
        """Something was published meanwhile."""
        self._current.cache_clear()


def _current(unit: str, year: str) -> int | None:
    """The number of the current revision; None where nothing is current."""
    region, _, code = unit.partition("-")
    found = published().filter(unit__region=region, unit__code=code, year=int(year))
    return found.values_list("revision", flat=True).first()
