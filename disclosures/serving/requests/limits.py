"""How often one client may have something dear made; what was made before is given as often as anybody asks."""

import math
import re
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from django.conf import settings

from disclosures.pages.language import plain
from disclosures.staff.signing_in.address import address_of

_FILES = (".zip", ".csv", ".xlsx", ".docx", ".pdf", ".parquet", ".sqlite", ".png")
_PAGES = ("/search/", "/compare/", "/api/v1/search")
_NAMES = "units|indicators|matters|compare|search|published|codes(?:/[^/]+/[0-9]+)?|questions/[^/]+"
_LIST = re.compile(rf"/(?:{_NAMES})\.json")  # of all its rows
CLIENTS = 20_000  # that are remembered; who asked longest ago is forgotten first


def is_file(path: str) -> bool:
    """Whether it is a file that takes long to make."""
    return path.endswith(_FILES)


def is_dear(path: str) -> bool:
    """Whether making it takes much longer than another page."""
    return is_file(path) or plain(path) in _PAGES or bool(_LIST.fullmatch(path))


def client_of(scope: Any) -> str:
    """Who asks: an address, or "" where the connection has none."""
    connected = scope.client.rpartition(":")[0].strip("[]")
    return address_of(connected, scope.headers.get("x-forwarded-for") or "") or ""


class Limit:
    """So many a minute for each client, all at once or spread; used from one thread alone.

    What is remembered of a client is the moment at which all that it has had would have been due.
    """

    def __init__(self, a_minute: int | None = None, now: Callable[[], float] = time.monotonic):
        self._a_minute = settings.DEAR_A_MINUTE if a_minute is None else a_minute
        self._now = now
        self._due: OrderedDict[str, float] = OrderedDict()

    def take(self, client: str) -> int:
        """0 when the client may have one more, which is counted; else the seconds until it may."""
        if not self._a_minute:
            return 0
        now = self._now()
        due = max(self._due.get(client, now), now) + 60 / self._a_minute
        if due > now + 60:
            return math.ceil(due - now - 60)
        self._due[client] = due
        self._due.move_to_end(client)
        if len(self._due) > CLIENTS:
            self._due.popitem(last=False)
        return 0
