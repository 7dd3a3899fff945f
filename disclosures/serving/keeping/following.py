"""Takes away from disk what a publication, a withdrawal, an answer or a new name makes old.

Each process that changes something does so right after its change, and each server when it sees that there was one; to
do it twice costs little. Where it is not plain what has changed, everything goes: what is gone is made again.
"""

import json
import logging
from dataclasses import asdict
from functools import cache
from pathlib import Path
from threading import Lock

from django.conf import settings

from disclosures.drafts import draft
from disclosures.serving.keeping.changes import Edition, Position, UnknownError, numbers_now, position_after
from disclosures.serving.keeping.places import is_of_edition
from disclosures.serving.keeping.tree import Tree

_OF_A_REVISION = ("units", "en")  # folders of a site in which pages of revisions stand; the rest shows several
logger = logging.getLogger(__name__)


class Follower:
    """Follows the database for one process."""

    def __init__(self, tree: Tree):
        self._tree = tree
        self._file = tree.root / "position.json"
        self._seen: Position | None = None
        self._lock = Lock()

    def look(self) -> set[Edition]:
        """Take away what is old; the editions of which pages have changed, as far as that is plain."""
        with self._lock:
            return self._look() if self._tree.is_there() else set()

    def _look(self) -> set[Edition]:
        numbers = numbers_now()
        if self._seen and self._seen.numbers == numbers:
            return set()
        seen = self._seen or self._remembered()
        now = position_after(seen, numbers)
        try:
            changed = now.changed_since(seen)
            self._drop(changed, has_published=now.numbers.published != seen.numbers.published)
        except UnknownError:
            changed = set()
            self._tree.drop_all()
        self._seen = now.trimmed()
        self._remember(self._seen)
        return changed

    def _drop(self, changed: set[Edition], has_published: bool) -> None:
        for site in (*_in(self._tree.heads), *_in(self._tree.pages)):
            if has_published:
                self._tree.drop(*(path for path in _in(site) if path.name not in _OF_A_REVISION))
            for unit, year in changed:
                units = (site / "units" / unit, site / "en" / "units" / unit)
                self._tree.drop(*(path for each in units for path in _in(each) if is_of_edition(path.name, year)))

    def _remembered(self) -> Position:
        """What a process saw before this one."""
        try:
            return Position.read(json.loads(self._file.read_bytes()))
        except (OSError, ValueError, KeyError, TypeError):
            return Position()

    def _remember(self, position: Position) -> None:
        try:
            with draft(self._file) as file:
                file.write(json.dumps(asdict(position)).encode())
        except OSError as error:  # the next process takes away more than it must
            logger.warning("What was seen of the database could not be written: %s", error)


@cache
def follower() -> Follower:
    """That of this process."""
    return Follower(Tree(settings.PAGES_DIR, build=""))


def follow(**kwargs: object) -> set[Edition]:
    """Right after a change, in the process that made it or saw it; the editions of which pages have changed."""
    return follower().look()


def _in(folder: Path) -> list[Path]:
    """What is in the folder; another process may just have taken it away."""
    try:
        return list(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
