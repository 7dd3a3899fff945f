"""The number that says whether any public page may have changed, read again and again beside all requests."""

import logging
import threading
from collections.abc import Callable

from django.db import DatabaseError, connections

from disclosures.operations.reading import for_the_public
from disclosures.publication.models import PublicationCounter

SECONDS = 0.25  # between two looks: what was published is seen everywhere within twice that
logger = logging.getLogger(__name__)


class Watch:
    """`stamp` is the number as it was seen last; None before it was seen at all.

    `on_change` is called once it is another one, and again until that went well. While the database is away the last
    one stays: nobody can publish then, and what was seen can still be shown.
    """

    def __init__(self, on_change: Callable[[], object] = lambda: None) -> None:
        self.stamp: int | None = None
        self._on_change = on_change
        self._followed: int | None = None
        self._is_away = False
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._look_on, name="watch", daemon=True)

    def start(self) -> None:
        self.look()
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()

    def look(self) -> None:
        """See the number once."""
        try:
            with for_the_public():  # the pages that are kept under it are read there too
                stamp = PublicationCounter.stamp()
            self.stamp = stamp
            if stamp != self._followed:
                self._on_change()
                self._followed = stamp
        except DatabaseError:
            connections.close_all()
            if not self._is_away:
                logger.exception("The database does not answer; what was seen before goes on being shown.")
            self._is_away = True
        else:
            self._is_away = False

    def _look_on(self) -> None:
        while not self._stop.wait(SECONDS):
            try:
                self.look()
            except Exception:
                logger.exception("It could not be seen what has changed; it is tried again.")
