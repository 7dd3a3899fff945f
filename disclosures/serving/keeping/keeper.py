"""What one process of the machine does beside its requests: it makes new pages, and keeps the disk in order."""

import asyncio
import logging
import time
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue

from disclosures.serving.keeping.changes import Edition
from disclosures.serving.keeping.making import pages_of, sites_of
from disclosures.serving.keeping.sweeping import Leading, sweep
from disclosures.serving.keeping.tree import Tree
from disclosures.serving.pools import Pool
from disclosures.serving.requests.asked import Asked

PAUSE = 1.0  # seconds between two looks at what is new
QUIET = 0.5  # seconds without a reader, after which one may be taken not to come at once
PATIENCE = 5.0  # seconds that a page waits for readers who keep coming
SWEEPING = 300  # seconds between two looks at how much room is taken
logger = logging.getLogger(__name__)


class Keeper:
    """Every process has one; which of them works, the disk decides. `make` makes one page and keeps it on disk.

    `rested` tells for how many seconds no reader of this process has waited for a page: they come first.
    """

    def __init__(self, tree: Tree, make: Callable[[Asked], object], rested: Callable[[], float]):
        self._tree, self._make, self._rested, self._leading = tree, make, rested, Leading(tree.root)
        self._new: SimpleQueue[set[Edition]] = SimpleQueue()
        self._swept = float("-inf")
        self._task: asyncio.Task | None = None

    def start(self, loop: asyncio.AbstractEventLoop, pool: Pool) -> None:
        self._task = loop.create_task(self._work(pool))

    def stop(self) -> None:
        if self._task:
            self._task.cancel()
        self._leading.stop()

    def has_changed(self, editions: set[Edition]) -> None:
        """Their pages are gone and will be asked for; told in any thread."""
        self._new.put(editions)

    async def _work(self, pool: Pool) -> None:
        while True:
            await asyncio.sleep(PAUSE)
            new: set[Edition] = set()
            while not self._new.empty():
                new |= self._new.get()
            try:
                if self._leading.is_mine():
                    await self.keep(pool, new)
            except Exception:
                logger.exception("Not all pages could be made beforehand; the rest is when somebody asks.")

    async def keep(self, pool: Pool, new: set[Edition]) -> None:
        """Make the pages of the new editions, resting as long as each took; remove what was taken away, make room."""
        await pool.run(self._tree.clear)
        sites = sites_of(self._tree)
        for edition in sorted(new):
            for asked in await pool.run(partial(pages_of, edition, sites)):
                await self._let_readers_pass()
                begun = time.monotonic()
                await pool.run(partial(self._make, asked))
                await asyncio.sleep(time.monotonic() - begun)
        if time.monotonic() - self._swept > SWEEPING:
            await pool.run(partial(sweep, self._tree))
            self._swept = time.monotonic()

    async def _let_readers_pass(self) -> None:
        patient_until = time.monotonic() + PATIENCE
        while (rested := self._rested()) < QUIET and time.monotonic() < patient_until:
            await asyncio.sleep(QUIET - rested)
