"""What one file may still cost: counted through all its pages, because many small pages cost as much as a large one."""

from collections import Counter
from dataclasses import dataclass, field
from time import monotonic

from disclosures.documents.limits import Limits


@dataclass
class Budget:
    """Counts against the limits of one file, which errors name."""

    name: str
    limits: Limits
    began: float = field(default_factory=monotonic)
    spent: Counter = field(default_factory=Counter)

    def spend(self, measure: str, count: int) -> None:
        """Count `characters`, `cells`, `rows` or `pages`, before memory or time is used for them."""
        self.spent[measure] += count
        self.limits.check(self.name, measure, self.spent[measure])

    def begin_again(self) -> None:
        """Count the time from now on: after a page that was allowed its own."""
        self.began = monotonic()

    def check_time(self) -> None:
        """Raise where the file has taken too long."""
        self.limits.check(self.name, "seconds", int(monotonic() - self.began))
