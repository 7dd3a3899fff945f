"""The threads in which Django answers; dear answers have their own, and so have staff: nobody waits for them."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Result = TypeVar("Result")


class OverloadError(Exception):
    """More is asked for than can be answered in time."""


class Pool:
    """Some threads, and how many requests may wait for one; used from the loop of one process alone."""

    def __init__(self, name: str, threads: int, waiting: int):
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._most = threads + waiting
        self._taken = 0
        self._ended = float("-inf")  # when somebody was last answered

    @property
    def rested(self) -> float:
        """The seconds since somebody was last answered here; none while somebody waits."""
        return 0.0 if self._taken else time.monotonic() - self._ended

    async def run(self, work: Callable[[], Result]) -> Result:
        """What the work comes to, done in a thread as soon as one is free; refused where too many wait already."""
        if self._taken >= self._most:
            raise OverloadError
        self._taken += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._executor, work)
        finally:
            self._taken -= 1
            self._ended = time.monotonic()

    def close(self) -> None:
        self._executor.shutdown(wait=False, cancel_futures=True)


class Pools:
    """The three kinds of work of a process."""

    def __init__(self) -> None:
        self.pages = Pool("pages", threads=4, waiting=400)
        self.dear = Pool("dear", threads=1, waiting=100)
        self.staff = Pool("staff", threads=2, waiting=50)

    def close(self) -> None:
        for pool in (self.pages, self.dear, self.staff):
            pool.close()
