"""Readers who ask for the same disclosure in many ways, and hold every answer against what was published when."""

import http.client
import re
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from random import Random

TABLE = "/units/210400-011001/{edition}/tables/03{form}"
FORMS = ("/", ".json", ".csv")
_TAG = re.compile(r"<[^>]*>")
_CORRECTED = re.compile(r"第\s*\d+\s*版改为\s*[\d,.]+")  # what an old revision tells of the current one
_PRINTED, _PLAIN = re.compile(r"\b2,?(\d{3})\.77\b"), re.compile(r"\b2(\d{3})7700\.00\b")


@dataclass(frozen=True)
class Published:
    """When a revision was there for all to see."""

    revision: int
    at: float


@dataclass
class Seen:
    """What readers were told; `wrong` are sentences, each about an answer that should not have been given."""

    statuses: Counter = field(default_factory=Counter)
    broken: list[float] = field(default_factory=list)  # when connections ended without an answer
    away: list[tuple[float, bool]] = field(default_factory=list)  # when 503 was said, and whether the page was kept
    wrong: list[str] = field(default_factory=list)
    read: list[tuple[float, str, int]] = field(default_factory=list)  # when it was asked, for what, which revision came


@dataclass
class Reader:
    """Asks for one page after the other, some of them for the first time."""

    port: int
    seed: int
    until: float
    seen: Seen = field(default_factory=Seen)

    def run(self) -> None:
        chance = Random(self.seed)
        number = 0
        while time.time() < self.until:
            number += 1
            form = chance.choice(FORMS)
            edition = chance.choice(("2023", "2023", "2023.r1"))
            is_new = form == "/" and chance.random() < 0.3
            query = f"?code=201&sort=project_expenditure&page={self.seed}{number}" if is_new else ""
            self._ask(TABLE.format(edition=edition, form=form) + query, is_kept=form == "/" and not is_new)

    def _ask(self, path: str, is_kept: bool) -> None:
        asked = time.time()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            status, text = answer.status, answer.read().decode()
        except (ConnectionError, http.client.HTTPException):
            self.seen.broken.append(asked)
            return
        finally:
            connection.close()
        self.seen.statuses[status] += 1
        if status == 503:
            self.seen.away.append((asked, is_kept))
        elif status == 200:
            self._hold(asked, path, text)
        elif status not in (301, 302):
            self.seen.wrong.append(f"{status} for {path}")

    def _hold(self, asked: float, path: str, text: str) -> None:
        text = _CORRECTED.sub("", _TAG.sub(" ", text)) if "2023.r1/" in path else text
        told = {int(number) for number in (*_PRINTED.findall(text), *_PLAIN.findall(text))}
        if len(told) != 1:
            self.seen.wrong.append(f"{path} shows the amounts of revisions {sorted(told)}")
        elif "2023.r1/" in path and told != {1}:
            self.seen.wrong.append(f"{path} shows revision {told}")
        else:
            self.seen.read.append((asked, path, *told))


def read_on(port: int, readers: int, seconds: float) -> tuple[list[Reader], list[threading.Thread]]:
    """So many readers, each in a thread of its own."""
    reading = [Reader(port, seed, time.time() + seconds) for seed in range(1, readers + 1)]
    threads = [threading.Thread(target=reader.run) for reader in reading]
    for thread in threads:
        thread.start()
    return reading, threads


def late(seen: Seen, published: list[Published], within: float) -> list[str]:
    """Answers that show an older revision than had been published that many seconds before they were asked for."""
    said = []
    for asked, path, revision in seen.read:
        due = max((one.revision for one in published if one.at + within < asked), default=1)
        if "2023.r1" not in path and revision < due:
            said.append(f"{path} showed revision {revision} when {due} was due")
    return said
