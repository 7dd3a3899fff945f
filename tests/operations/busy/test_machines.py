"""Workers on several machines read uploaded files, each once, while one is killed and one is cut off."""

import signal
import subprocess
import time
from pathlib import Path

import psycopg
import pytest

from tests.entry.imports.test_background import UPLOAD, small_files
from tests.operations.busy.machines import can_be_had, machines, open_to_the_bridge
from tests.operations.conftest import manage
from tests.operations.serving import until
from tests.postgres import cluster, programs

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed"),
    pytest.mark.skipif(not can_be_had(), reason="network namespaces cannot be made here"),
]

COUNT = 24
SILENT = {"READER_SILENT_SECONDS": "4"}
DONE = "select count(*) from entry_uploadedfile where state in ('read', 'refused')"


def test_files_are_read_once_though_one_machine_dies_and_one_is_cut_off(tmp_path):
    folder = small_files(tmp_path / "many", COUNT)
    with cluster(programs()) as local, machines(3) as (first, second, third):
        manage(local, "migrate")
        manage(local, "shell", "-c", UPLOAD.format(folder=str(folder), count=COUNT))
        url = open_to_the_bridge(local)
        started = [machine.start(url, "work_in_background", **SILENT) for machine in (first, second)]
        try:
            with psycopg.connect(local, autocommit=True) as watching:
                until(lambda: _done(watching) >= 3, 90)
                _kill(first.name, started[0])
                at = _done(watching)
                until(lambda: _done(watching) > at or started[1].poll() is not None, 60)  # the second goes on
                second.unplug()
                assert _done(watching) < COUNT
                started.append(third.start(url, "work_in_background", "--until-done", **SILENT))
                assert started[2].wait(180) == 0
                rows = _rows(watching)
                second.plug()
                time.sleep(6)  # what the one that was cut off still has to say
                assert started[1].poll() is None  # it waits for work
                assert _rows(watching) == rows
            assert [name for name, *_ in rows] == sorted(path.name for path in folder.iterdir())
            assert {state for _, state, *_ in rows} == {"read"}
            assert sum(attempts for *_, attempts in rows) <= COUNT + 2
        finally:
            for machine, process in zip((first, second, third), started, strict=False):
                _kill(machine.name, process)


def _done(watching: psycopg.Connection) -> int:
    return watching.execute(DONE).fetchone()[0]


def _rows(watching: psycopg.Connection) -> list[tuple]:
    return watching.execute("select name, state, unit_name, attempts from entry_uploadedfile order by name").fetchall()


def _kill(machine: str, process: subprocess.Popen) -> None:
    """All that runs on the machine, as when its power fails."""
    pids = subprocess.run(("ip", "netns", "pids", machine), capture_output=True, text=True, check=True).stdout.split()
    for pid in pids:
        if Path(f"/proc/{pid}").exists():
            subprocess.run(("kill", f"-{signal.SIGKILL.value}", pid), check=False)
    process.wait(30)
