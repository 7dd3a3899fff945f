"""What one process of the machine does beside its requests: it keeps the answers on disk in order."""

import asyncio
import logging
from functools import partial

from disclosures.serving.keeping.sweeping import Leading, sweep
from disclosures.serving.keeping.tree import Tree
from disclosures.serving.pools import Pool

SECONDS = 300  # between two looks at how much room is taken
logger = logging.getLogger(__name__)


class Keeper:
    """Every process has one; that of which process works, the disk decides."""

    def __init__(self, tree: Tree):
        self._tree, self._leading = tree, Leading(tree.root)
        self._task: asyncio.Task | None = None

    def start(self, loop: asyncio.AbstractEventLoop, pool: Pool) -> None:
        self._task = loop.create_task(self._work(pool))

    def stop(self) -> None:
        if self._task:
            self._task.cancel()
        self._leading.stop()

    async def _work(self, pool: Pool) -> None:
        while True:
            await asyncio.sleep(SECONDS)
            try:
                if self._leading.is_mine():
                    await pool.run(partial(sweep, self._tree))
            except Exception:
                logger.exception("The answers on disk could not be put in order; it is tried again.")
