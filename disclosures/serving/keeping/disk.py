"""What a process keeps on disk of its answers, and finds there of its own and of others'."""

import logging

from django.conf import settings
from django.db import DatabaseError

from disclosures.publication.caching import build
from disclosures.publication.models import PublicationCounter
from disclosures.serving.asking import Answer
from disclosures.serving.keeping.kept import Kept, kept_of
from disclosures.serving.keeping.places import place_of
from disclosures.serving.keeping.tree import Tree
from disclosures.serving.requests.asked import Asked

logger = logging.getLogger(__name__)


class Disk:
    """Used from every thread of a process."""

    def __init__(self) -> None:
        self.tree = Tree(settings.PAGES_DIR, build())

    def begin(self) -> None:
        """Make it ready; a disk that takes nothing costs speed and no answer."""
        try:
            self.tree.begin()
        except OSError as error:
            logger.warning("Nothing is kept on disk: %s", error)

    def has(self, asked: Asked) -> bool:
        """Whether the answer was made before."""
        place = place_of(asked)
        return place is not None and self.tree.has(place)

    def find(self, asked: Asked) -> Kept | None:
        """The answer as it was made before, perhaps by another process; to be asked for again with its ETag."""
        place = place_of(asked)
        return self.tree.find(place) if place else None

    def keep(self, asked: Asked, answer: Answer, stamp: int | None) -> Kept | None:
        """The answer as it can be given to everybody, and on disk if it has a place there."""
        kept = kept_of(answer, stamp)
        place = place_of(asked)
        if not (kept and place) or stamp is None or not self.tree.put(place, answer, lambda: _is_current(stamp)):
            return kept
        if answer.file and (found := self.tree.find(place)):
            answer.file.unlink(missing_ok=True)
            found.stamp = stamp
            return found
        return kept


def _is_current(stamp: int) -> bool:
    """Whether nothing was published, named or answered since that number was seen."""
    try:
        return PublicationCounter.stamp() == stamp
    except DatabaseError:
        return False
