"""A database that is locked, away or only read, a full disk, a missing folder: told in a sentence, nothing lost."""

import errno
import re
import sqlite3
import subprocess
import time
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest
from django.db import OperationalError

from disclosures.outages import sentence
from tests.serving.conftest import MANAGE, environment, free_port, serving
from tests.serving.disks import disk

FRONT = "/units/210400-011001/2023/"
WITHDRAW = (
    "from disclosures.publication import workflow as w; from disclosures.statements.models import Disclosure as D;"
    "w.withdraw(D.objects.get(state='published'), '有误')"
)
STATE = "from disclosures.statements.models import Disclosure as D; print(D.objects.get().state)"
SECONDS = [pytest.param(1, id="short"), pytest.param(30, id="long", marks=pytest.mark.soak)]
SOON = 5  # seconds, on a busy machine


@pytest.fixture
def database(published_database, tmp_path):
    copy = tmp_path / "db.sqlite3"
    copy.write_bytes(published_database.read_bytes())
    return copy


def commanded(database, *words: str, within: tuple[str, ...] = (), **variables: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [*within, *MANAGE, *words], env=environment(database) | variables,
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


@contextmanager
def locked(database):
    """Another program holds the lock to write."""
    with closing(sqlite3.connect(database, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        yield


def is_one_sentence(done: subprocess.CompletedProcess, words: str) -> bool:
    return done.returncode == 1 and words in done.stderr and done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", [("migrate",), ("load_codes",), ("serve", "--port", str(free_port()))])
def test_a_missing_folder_is_one_sentence(tmp_path, command):
    done = commanded(tmp_path / "nowhere" / "db.sqlite3", *command)
    assert is_one_sentence(done, "文件夹不存在"), done.stderr


@pytest.mark.parametrize("seconds", SECONDS)
def test_a_command_waits_for_another_writer_and_then_says_so(database, seconds):
    url = f"sqlite:///{database}?timeout={seconds}"
    with locked(database):
        begun = time.monotonic()
        done = commanded(database, "shell", "--command", WITHDRAW, DATABASE_URL=url)
        assert time.monotonic() - begun >= seconds
    assert is_one_sentence(done, "另一个程序写入"), done.stderr
    assert commanded(database, "shell", "--command", STATE).stdout.split()[-1] == "published"


@pytest.mark.parametrize("seconds", SECONDS)
def test_while_somebody_writes_for_long_the_public_reads_and_staff_are_told(published_database, tmp_path, seconds):
    url = f"sqlite:///{tmp_path / 'db.sqlite3'}?timeout={seconds}"
    with serving(published_database, tmp_path, DATABASE_URL=url) as served:
        with locked(served.database):
            begun = time.monotonic()
            assert [served.get(page).status for page in (FRONT, "/glossary/", "/admin/login/")] == [200, 200, 200]
            assert time.monotonic() - begun < SOON
            assert _signs_in_wrongly(served) == (503, "5")
        assert _signs_in_wrongly(served) == (200, None)


def _signs_in_wrongly(served) -> tuple[int, str | None]:
    """What somebody is told who tries to sign in, which is written down; with when to try again."""
    page = served.get("/admin/login/")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)[1]
    form = urlencode({"csrfmiddlewaretoken": token, "username": "nobody", "password": "x"})
    connection = HTTPConnection("127.0.0.1", served.port, timeout=120)
    cookie = page.headers["set-cookie"].partition(";")[0]
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie, "Origin": served.url}
    with closing(connection):
        connection.request("POST", "/admin/login/", form, headers)
        answer = connection.getresponse()
        return answer.status, answer.headers["Retry-After"]


def test_the_worker_goes_on_after_the_database_was_locked(database):
    url = f"sqlite:///{database}?timeout=1"
    command = [*MANAGE, "work_in_background", "--until-done"]
    variables = environment(database) | {"DATABASE_URL": url}
    with subprocess.Popen(command, env=variables, stderr=subprocess.PIPE, text=True) as worker:
        with locked(database):
            assert "另一个程序写入" in worker.stderr.readline()
        assert "Traceback" not in worker.stderr.read()
    assert worker.returncode == 0


@pytest.fixture
def small(tmp_path):
    """A disk with room for the database and little else."""
    with disk(tmp_path / "disk", megabytes=24) as small:
        yield small


def test_a_full_disk_loses_nothing(published_database, tmp_path, small):
    with serving(published_database, small.folder, log=tmp_path / "log", within=small.within) as served:
        seen = {served.get(FRONT).body for _ in range(100)}  # by either process
        small.fill()
        assert {served.get(FRONT).body for _ in range(12)} == seen
        assert served.get(f"{FRONT}tables/05/").status == 200
        refused = commanded(served.database, "shell", "--command", WITHDRAW, within=small.within)
        assert is_one_sentence(refused, "磁盘已满"), refused.stderr
        assert _signs_in_wrongly(served)[0] == 503
        small.free()
        assert _signs_in_wrongly(served)[0] == 200
        assert commanded(served.database, "verify", within=small.within).stdout == ""
        assert {served.get(FRONT).body for _ in range(12)} == seen
        assert commanded(served.database, "shell", "--command", WITHDRAW, within=small.within).returncode == 0
        end = time.monotonic() + SOON
        while served.get(FRONT).status != 404:
            assert time.monotonic() < end


@pytest.mark.parametrize("command", [("shell", "--command", WITHDRAW), ("serve", "--port", str(free_port()))])
def test_a_disk_that_is_only_read_is_one_sentence(published_database, small, command):
    database = small.folder / "db.sqlite3"
    small.run("cp", str(published_database), str(database))
    small.only_read()
    done = commanded(database, *command, within=small.within)
    assert is_one_sentence(done, "不能写"), done.stderr
    small.write_again()
    assert commanded(database, "verify", within=small.within).returncode == 0


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OperationalError("attempt to write a readonly database"), "只能读"),
        (OperationalError("cannot execute UPDATE in a read-only transaction"), "只能读"),
        (OperationalError('could not extend file "base/1/2": No space left on device'), "磁盘已满"),
        (OSError(errno.ENOSPC, "No space left on device"), "磁盘已满"),
        (OperationalError("database disk image is malformed"), "备份"),
        (
            OperationalError("connection refused\n\tIs the server running?"),
            "没有应答：connection refused Is the server",
        ),
    ],
)
def test_what_else_can_be_wrong_has_a_sentence_too(error, words):
    assert words in sentence(error)
    assert "\n" not in sentence(error)
