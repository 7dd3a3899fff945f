"""The site as granian serves it: what was answered before is answered from memory, the rest by Django in threads.

Nothing here waits for a client in a thread: bodies are read before, and answers sent after a thread has done its part.
"""

import asyncio
import gc
import gzip
import io
import logging
from collections.abc import Callable, Coroutine, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings

from disclosures.outages import is_of_the_disk
from disclosures.serving.asking import Answer, Headers, ask, environ_of
from disclosures.serving.cookies import STAFF
from disclosures.serving.keeping.disk import Disk
from disclosures.serving.keeping.following import Follower
from disclosures.serving.keeping.keeper import Keeper
from disclosures.serving.keeping.kept import FOREVER, GZIP, PLAIN, Kept
from disclosures.serving.keeping.making import Scope
from disclosures.serving.keeping.memory import Memory
from disclosures.serving.pools import OverloadError, Pool, Pools
from disclosures.serving.refusals import refusal, refused_unread
from disclosures.serving.requests.asked import Asked, asked_by, encoding_of, has
from disclosures.serving.requests.bodies import Bodies, BodyError, takes_forms
from disclosures.serving.requests.limits import Limit, client_of, is_dear, is_file
from disclosures.serving.requests.ranges import ACCEPTED, part_of
from disclosures.serving.watching import Watch
from disclosures.wsgi import application as django

_READ = ("GET", "HEAD")
_UNLINKED_AFTER = 60  # seconds in which somebody may begin to read a file that is not kept any more
_CHUNK = 1 << 18
_OBJECTS = 100_000  # more than before, when the youngest are looked through
logger = logging.getLogger(__name__)


class Site:
    """One process of the site."""

    def __init__(self) -> None:
        self.watch, self.bodies = Watch(self._follow), Bodies()
        self.memory, self.limit = Memory(self._forget), Limit()
        self.disk = Disk()
        self.follower = Follower(self.disk.tree)
        self.keeper = Keeper(self.disk.tree, self._make, lambda: self.pools.pages.rested)
        self.pools: Pools
        self.flights: dict[Asked, asyncio.Task] = {}  # what is being asked, so that it is asked once
        self.folder = settings.KEPT_DIR

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.disk.begin()
        self.pools = Pools()
        self.watch.start()
        self.keeper.start(loop, self.pools.dear)
        _look_for_cycles_seldom()

    def __rsgi_del__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.keeper.stop()
        self.watch.stop()
        self.pools.close()

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        if scope.proto != "http":
            return protocol.close(None)
        is_staff = scope.path.startswith(STAFF)
        try:
            if scope.method in _READ and not is_staff:
                await self._read(scope, protocol)
            else:
                await self._serve(scope, protocol, is_staff)
        except BodyError as refused:
            _give(protocol, refusal(refused.status))
        except OverloadError:
            _give(protocol, refusal(503))
        except Exception as error:
            logger.exception("No answer to %s", scope.path)
            _give(protocol, refusal(503 if is_of_the_disk(error) else 500))

    # What everybody may read ----------------------------------------------------------------------------------------

    async def _read(self, scope: Any, protocol: Any) -> None:
        headers = scope.headers  # made anew each time it is looked at
        encoding = encoding_of(headers)
        asked = asked_by(scope, headers, encoding)
        kept = self.memory.get(asked)
        if kept and not kept.is_there:
            kept = None
        answer: Kept | Answer
        if kept and kept.stamp in (self.watch.stamp, FOREVER):
            answer = kept
        else:
            answer = self._refused(asked, scope, kept) or await self._asked(asked, scope, kept)
        if isinstance(answer, Answer):
            await self._send(protocol, answer)
        elif sending := _give_kept(protocol, answer, encoding, headers, scope.method):
            await sending

    def _refused(self, asked: Asked, scope: Any, known: Kept | None) -> Answer | None:
        """What is said instead of asking Django; what is kept, or being asked by another already, costs nothing."""
        if odd := refused_unread(scope):
            return odd
        if known or asked in self.flights or not is_dear(asked.path) or self.disk.has(asked):
            return None
        seconds = self.limit.take(client_of(scope))
        return refusal(429, seconds) if seconds else None

    async def _asked(self, asked: Asked, scope: Any, known: Kept | None) -> Kept | Answer:
        """What Django says, asked once however many wait for it."""
        flight = self.flights.get(asked)
        if flight is None:
            environ = environ_of(scope, asked.headers, asked.query, io.BytesIO())
            environ["REQUEST_METHOD"] = "GET"
            flight = asyncio.get_running_loop().create_task(self._fly(asked, environ, known))
            self.flights[asked] = flight
            flight.add_done_callback(lambda _: self.flights.pop(asked, None))
        return await asyncio.shield(flight)

    async def _fly(self, asked: Asked, environ: dict, known: Kept | None) -> Kept | Answer:
        pool: Pool = self.pools.dear if is_file(asked.path) else self.pools.pages
        stamp = self.watch.stamp  # before Django looks: what changes meanwhile makes the answer old at once
        found = await self.pools.pages.run(partial(self.disk.find, asked)) if known is None else None
        known = known or found
        if known and known.etag:
            environ["HTTP_IF_NONE_MATCH"] = known.etag
        answer = await pool.run(partial(ask, django, environ, self.folder))
        if answer.status == 304 and known and stamp is not None:
            known.stamp = stamp
            kept: Kept | None = known
        elif answer.status == 503 and found:
            return found  # the database is away, and whoever changes something takes away what it makes old
        else:
            kept = await pool.run(partial(self.disk.keep, asked, answer, stamp))
        if kept is None:
            return answer
        self.memory.put(asked, kept)
        return kept

    def _follow(self) -> None:
        """Take away from disk what is old, and see to it that it is made again."""
        self.keeper.has_changed(self.follower.look())

    def _make(self, asked: Asked) -> None:
        """Make a page for the disk, in a thread, before anybody asks for it."""
        if not self.disk.has(asked):
            stamp = self.watch.stamp
            environ = environ_of(Scope(asked.path), asked.headers, "", io.BytesIO())
            self.disk.keep(asked, ask(django, environ, self.folder), stamp)

    async def _send(self, protocol: Any, answer: Answer) -> None:
        """An answer that is not kept."""
        if not answer.file:
            return _give(protocol, answer)
        self._forget(answer.file)  # not at once: somebody else may have waited for the same answer
        with answer.file.open("rb") as file:
            await _give_pieces(protocol, answer.status, answer.headers, partial(asyncio.to_thread, file.read, _CHUNK))
        return None

    def _forget(self, file: Path) -> None:
        """Remove a file that nothing refers to any more, once whoever was told of it has begun to read."""
        if file.parent != self.folder:
            return  # the disk's own
        asyncio.get_running_loop().call_later(_UNLINKED_AFTER, partial(file.unlink, missing_ok=True))

    # What staff do, and what nobody may -----------------------------------------------------------------------------

    async def _serve(self, scope: Any, protocol: Any, is_staff: bool) -> None:
        if odd := refused_unread(scope):
            return _give(protocol, odd)
        takes_body = is_staff or takes_forms(scope.path)
        body = await self.bodies.read(scope, protocol) if takes_body else io.BytesIO()
        pool = self.pools.staff if is_staff else self.pools.pages
        environ = environ_of(scope, _headers(scope), scope.query_string, body)
        return await self._send(protocol, await pool.run(partial(ask, django, environ, self.folder)))


def _headers(scope: Any) -> Mapping[str, str]:
    """All headers of a request; those that come twice joined, as the field's grammar has it."""
    headers: dict[str, str] = {}
    for name, value in scope.headers.items():
        joint = "; " if name == "cookie" else ", "
        headers[name] = f"{headers[name]}{joint}{value}" if name in headers else value
    return headers


def _give_kept(protocol: Any, kept: Kept, encoding: str, headers: Any, method: str) -> Coroutine | None:
    """Most is given at once; what has to be unpacked for its reader is still to be waited for."""
    if not kept.is_compressed:
        encoding = encoding_of(headers, (GZIP,)) if kept.is_packed else PLAIN
    told = kept.headers_for(encoding)
    if has(kept.etag, headers):
        protocol.response_empty(304, told)
    elif kept.file and kept.is_packed and not encoding:
        return _give_unpacked(protocol, kept, kept.file)
    elif not kept.is_compressed and not kept.is_packed and method == "GET":
        _give_part(protocol, kept, headers)
    elif kept.file:
        protocol.response_file(kept.status, told, str(kept.file))
    else:
        protocol.response_bytes(kept.status, told, kept.body(encoding))
    return None


def _give_part(protocol: Any, kept: Kept, headers: Any) -> None:
    """The part that is asked for of a body that is kept as it is, or all of it."""
    told, body = [*kept.headers, ACCEPTED], kept.bodies.get(PLAIN, b"")
    part = part_of(headers, kept.etag, kept.file.stat().st_size if kept.file else len(body))
    if part and not part.is_there:
        protocol.response_empty(part.status, [part.header])
    elif part and kept.file:
        protocol.response_file_range(part.status, [*told, part.header], str(kept.file), part.start, part.end)
    elif part:
        protocol.response_bytes(part.status, [*told, part.header], body[part.start : part.end])
    elif kept.file:
        protocol.response_file(kept.status, told, str(kept.file))
    else:
        protocol.response_bytes(kept.status, told, body)


async def _give_unpacked(protocol: Any, kept: Kept, packed: Path) -> None:
    with gzip.open(packed) as file:
        await _give_pieces(protocol, kept.status, kept.headers, partial(asyncio.to_thread, file.read, _CHUNK))


async def _give_pieces(
    protocol: Any, status: int, headers: Headers, piece: Callable[[], Coroutine[Any, Any, bytes]]
) -> None:
    """Piece by piece, as fast as its reader takes it."""
    transport = protocol.response_stream(status, headers)
    while chunk := await piece():
        await transport.send_bytes(chunk)


def _give(protocol: Any, answer: Answer) -> None:
    protocol.response_bytes(answer.status, answer.headers, answer.body)


def _look_for_cycles_seldom() -> None:
    """A page makes tens of thousands of objects, which go with it: to look through all others takes a quarter of it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS, 20, 20)


application = Site()
