"""Kept answers by what was asked, in the memory of one process: so many bytes, those asked for longest ago go first."""

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from disclosures.serving.keeping.kept import Kept
from disclosures.serving.requests.asked import Asked

MEGABYTES = 96  # of all kept answers of a process
_ODD = 0.25  # of that, for what strangers can make up, queries, ports and names: it drives no canonical page out


class Memory:
    """Used from one thread alone.

    `gone` is told of each file that nothing refers to any more; somebody may still be reading it.
    """

    def __init__(self, gone: Callable[[Path], object], most_bytes: int = MEGABYTES << 20):
        self._usual = _Shelf(int(most_bytes * (1 - _ODD)), gone)
        self._odd = _Shelf(int(most_bytes * _ODD), gone)

    def get(self, asked: Asked) -> Kept | None:
        return self._shelf(asked).get(asked)

    def put(self, asked: Asked, kept: Kept) -> None:
        self._shelf(asked).put(asked, kept)

    @property
    def size(self) -> int:
        """Bytes, about."""
        return self._usual.size + self._odd.size

    def _shelf(self, asked: Asked) -> "_Shelf":
        return self._usual if asked.is_usual else self._odd


class _Shelf:
    def __init__(self, most_bytes: int, gone: Callable[[Path], object]):
        self._most, self._gone = most_bytes, gone
        self._kept: OrderedDict[Asked, Kept] = OrderedDict()
        self._sizes: dict[Asked, int] = {}
        self.size = 0

    def get(self, key: Asked) -> Kept | None:
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
        return kept

    def put(self, key: Asked, kept: Kept) -> None:
        """Keep it in place of what was kept for the same; what was asked for longest ago makes room."""
        self._drop(key)
        self._kept[key], self._sizes[key] = kept, kept.size + len(key.path) + len(key.query)
        self.size += self._sizes[key]
        while self.size > self._most:
            self._drop(next(iter(self._kept)))

    def _drop(self, key: Asked) -> None:
        gone = self._kept.pop(key, None)
        self.size -= self._sizes.pop(key, 0)
        if gone and gone.file:
            self._gone(gone.file)
