"""Pages are right while revisions follow each other, workers are killed and the database is restarted."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings

from tests.operations import standby
from tests.operations.busy.reading import Published, Seen, late, read_on
from tests.operations.conftest import manage
from tests.operations.serving import answers, served_by, until
from tests.postgres import cluster, programs

pytestmark = pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed")

FIRST = (
    "from tests.building import build_disclosure as b; from tests.operations.busy.publishing import mark;"
    "from disclosures.publication import workflow as w; d = b(); mark(d); w.submit(d); w.publish(d)"
)


@dataclass(frozen=True)
class Day:
    """How long it lasts, and when in it what happens; in seconds."""

    seconds: float
    kills: tuple[float, ...]
    restarts: tuple[float, ...]
    away: float
    within: float = 1.0  # in which a publication is to be seen everywhere
    after: float = 3.0  # in which the site finds a database that is there again


DAYS = [
    pytest.param(Day(20, kills=(6,), restarts=(12,), away=1.5, within=5, after=9), id="short"),  # beside other tests
    pytest.param(
        Day(600, kills=tuple(range(30, 600, 30)), restarts=(200, 400), away=5), id="long", marks=pytest.mark.soak
    ),
]


def workers_of(server: subprocess.Popen) -> list[int]:
    """The processes that answer, which the server looks after."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    return [int(child) for child in children if b"resource_tracker" not in Path(f"/proc/{child}/cmdline").read_bytes()]


def kill_one(server: subprocess.Popen) -> float:
    os.kill(workers_of(server)[0], signal.SIGKILL)
    return time.time()


def restart(folder: Path, away: float) -> tuple[float, float]:
    """Stop the database for so long; when it was away."""
    begun = time.time()
    standby.stop(folder)
    time.sleep(away)
    standby.start(folder)
    return begun, time.time()


@pytest.mark.parametrize("day", DAYS)
def test_no_answer_is_wrong_whatever_ends_and_returns(day, tmp_path):
    with cluster(programs()) as url:
        manage(url, "migrate")
        manage(url, "shell", "--command", FIRST, PYTHONPATH=".")
        with served_by(url, tmp_path, "--workers", "2") as (server, port):
            publisher = _publishing(url, day.seconds)
            first = publisher.stdout.readline()  # it has begun
            readers, threads = read_on(port, 4, day.seconds)
            kills, gaps = _happenings(day, server, standby.folder_of(url))
            for thread in threads:
                thread.join()
            published = [
                Published(int(line.split()[0]), float(line.split()[1]))
                for line in (first, *publisher.communicate()[0].splitlines())
            ]
            assert publisher.returncode == 0
            assert answers(port)
    seen = Seen()
    for reader in readers:
        for name, told in vars(reader.seen).items():
            getattr(seen, name).update(told) if name == "statuses" else getattr(seen, name).extend(told)
    sys.stdout.write(f"{dict(seen.statuses)}, {len(seen.broken)} broken off, {len(published)} revisions published\n")
    assert len(published) >= day.seconds / 10
    assert seen.wrong == []
    assert late(seen, published, day.within) == []
    assert [asked for asked, is_kept in seen.away if is_kept] == []  # what is kept is shown throughout
    assert [asked for asked, _ in seen.away if not any(a - 0.5 < asked < b + day.after for a, b in gaps)] == []
    assert [asked for asked in seen.broken if not any(abs(asked - kill) < 2 for kill in kills)] == []
    assert seen.statuses[200] > 10 * day.seconds


def _publishing(url: str, seconds: float) -> subprocess.Popen:
    code = f"from tests.operations.busy.publishing import publish_for as p; p({seconds})"
    command = [sys.executable, "manage.py", "shell", "--verbosity", "0", "--command", code]
    given = os.environ | {"DATABASE_URL": url, "PYTHONPATH": "."}
    return subprocess.Popen(command, cwd=settings.BASE_DIR, env=given, stdout=subprocess.PIPE, text=True)


def _happenings(day: Day, server: subprocess.Popen, database: Path) -> tuple[list[float], list[tuple[float, float]]]:
    """Kill and restart at their times; when each was."""
    begun, kills, gaps = time.time(), [], []
    for at, what in sorted([(at, "kill") for at in day.kills] + [(at, "restart") for at in day.restarts]):
        time.sleep(max(0.0, begun + at - time.time()))
        if what == "kill":
            kills.append(kill_one(server))
            until(lambda: len(workers_of(server)) >= 2, 30)
        else:
            gaps.append(restart(database, day.away))
    return kills, gaps
