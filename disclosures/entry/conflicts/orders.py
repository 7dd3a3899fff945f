"""Where a row was moved to, said by numbers that may have changed since: they are read as the rows that had them."""

from collections.abc import Mapping
from dataclasses import dataclass

from disclosures.entry.conflicts.blocks import Rows
from disclosures.entry.conflicts.cells import ORDER, Cells


@dataclass(frozen=True)
class Orders:
    """The places of rows as they were shown and as they are now."""

    shown: Rows
    now: Rows

    @property
    def were_moved(self) -> bool:
        """Whether rows that were shown stand in another sequence now; new and deleted ones move nothing."""
        return _sequence(self.shown, self.now) != _sequence(self.now, self.shown)

    def now_of(self, typed: str) -> str:
        """The number that stands today for “before the row that was shown with that number”; "" is the end."""
        if not typed.isdecimal():
            return typed
        places = sorted((int(cells[ORDER]), key) for key, cells in self.shown.items() if key in self.now)
        return next((self.now[key][ORDER] for place, key in places if place >= int(typed)), "")


def _sequence(rows: Rows, others: Mapping[str, Cells]) -> list[str]:
    return sorted((key for key in rows if key in others), key=lambda key: int(rows[key][ORDER]))
