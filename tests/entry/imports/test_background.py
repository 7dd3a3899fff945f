"""Uploaded files are read in the background, each once, whoever is killed meanwhile."""

import os
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from disclosures.entry.imports.background import GIVEN_UP, MOST_ATTEMPTS, read_upload, requeue_lost
from disclosures.entry.imports.uploads import MOST_FILES, receive
from disclosures.entry.models import Progress, UploadedFile
from disclosures.staff.roles import Role
from tests.staff.staffed import member

SAMPLE = settings.BASE_DIR / "tests" / "documents" / "fushun-petition-office-2023.xlsx"
NAME = "中共辽宁省抚顺市委抚顺市人民政府信访局（本级）"
MANAGE = str(settings.BASE_DIR / "manage.py")
UPLOAD = """
import sys
from pathlib import Path
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from disclosures.entry.imports.uploads import receive
user = User.objects.create_superuser("clerk")
files = [SimpleUploadedFile(path.name, path.read_bytes()) for path in sorted(Path({folder!r}).iterdir())]
kept, refused = receive(user, files)
assert len(kept) == {count} and not refused, refused
"""


@pytest.fixture
def clerk(db):
    return User.objects.create_user("clerk", is_staff=True)


def sent(name, content):
    return SimpleUploadedFile(name, content)


def received(clerk, name="210400-011001-2023.xlsx", content=None):
    (upload,), refused = receive(clerk, [sent(name, SAMPLE.read_bytes() if content is None else content)])
    assert not refused
    return upload


def test_what_was_read_is_kept_with_unit_and_year(clerk):
    upload = received(clerk)
    assert str(DBTaskResult.objects.get().pk) == upload.task
    read_upload.call(upload.pk)
    upload.refresh_from_db()
    assert (upload.state, upload.year, upload.unit_name) == (Progress.READ, 2023, NAME)
    assert len(upload.report["tables"]) == 9
    assert upload.attempts == 1
    read_upload.call(upload.pk)
    upload.refresh_from_db()
    assert upload.attempts == 1


def test_only_units_that_one_imports_for_are_suggested(db):
    own, other = member(Role.CLERK, unit="011001"), member(Role.CLERK, unit="011002")
    for user, unit in ((own, "011001"), (other, "")):
        upload = received(user)
        read_upload.call(upload.pk)
        upload.refresh_from_db()
        assert (upload.unit.code if upload.unit else "", upload.year) == (unit, 2023)


def test_a_script_with_another_name_is_refused_with_a_sentence(clerk):
    upload = received(clerk, "决算.xlsx", b"#!/bin/sh\nrm -rf /\n")
    read_upload.call(upload.pk)
    upload.refresh_from_db()
    assert upload.state == Progress.REFUSED
    assert upload.message.startswith("决算.xlsx ")


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.xlsx", b"", "a.xlsx 是空文件，没有收下。"),
        ("a.exe", b"MZ", "a.exe 不是能读的文件；应当是"),
    ],
)
def test_what_cannot_be_read_is_not_kept(clerk, name, content, expected):
    kept, (message,) = receive(clerk, [sent(name, content)])
    assert not kept
    assert message.startswith(expected)
    assert not UploadedFile.objects.exists()


def test_limits_hold_and_cost_no_other_file(clerk, settings):
    settings.READING_LIMITS = {"megabytes": 1}
    large, small = sent("a.xlsx", b"x" * 1_100_000), sent("b.xlsx", b"x")
    kept, (message,) = receive(clerk, [large, small])
    assert [upload.name for upload in kept] == ["b.xlsx"]
    assert message == "a.xlsx 太大：文件大小（MB）超过 1，没有读入。"
    assert receive(clerk, [small] * (MOST_FILES + 1))[0] == []


def test_the_same_file_again_is_said_to_be_there(clerk):
    upload = received(clerk)
    kept, (message,) = receive(clerk, [sent("another.xlsx", SAMPLE.read_bytes())])
    assert not kept
    assert message == "another.xlsx 已经上传过，还没有处理完。"
    assert UploadedFile.objects.get() == upload


def test_a_silent_reader_is_followed_by_another_and_a_deadly_file_is_given_up(clerk):
    upload = received(clerk)
    for attempt in range(1, MOST_ATTEMPTS + 1):
        past = timezone.now() - timedelta(seconds=1)
        UploadedFile.objects.update(state=Progress.READING, attempts=attempt, held_until=past)
        requeue_lost()
    upload.refresh_from_db()
    assert (upload.state, upload.message) == (Progress.REFUSED, GIVEN_UP)
    assert DBTaskResult.objects.count() == MOST_ATTEMPTS  # the first, and one after each that was not the last


def test_a_reader_that_lives_and_a_file_that_waits_its_turn_are_left_alone(clerk):
    received(clerk)
    UploadedFile.objects.update(held_until=timezone.now() - timedelta(days=1))
    assert requeue_lost() == 0
    UploadedFile.objects.update(state=Progress.READING, held_until=timezone.now() + timedelta(seconds=9))
    assert requeue_lost() == 0
    assert DBTaskResult.objects.count() == 1


# ---------------------------------------------------------------------------------------------------------------------
# Killed
# ---------------------------------------------------------------------------------------------------------------------


class Site:
    """A database of its own, with workers that are real processes."""

    def __init__(self, folder):
        self.database = folder / "site.sqlite3"
        changed = {"DATABASE_URL": f"sqlite:///{self.database}", "READER_SILENT_SECONDS": "3"}
        self.environment = os.environ | changed | {"PYTHONPATH": str(settings.BASE_DIR)}

    def start(self, *arguments):
        pipe = subprocess.PIPE
        command = [sys.executable, MANAGE, *arguments]
        return subprocess.Popen(command, env=self.environment, stdout=pipe, stderr=pipe, text=True)

    def run(self, *arguments):
        process = self.start(*arguments)
        _, err = process.communicate(timeout=600)
        assert process.returncode == 0, err

    def rows(self, query):
        with closing(sqlite3.connect(self.database)) as connection:
            return connection.execute(query).fetchall()


def small_files(folder, count):
    """That many documents, each of another content."""
    folder.mkdir()
    for number in range(1, count + 1):
        file = folder / f"210400-011{number:03}-2023.csv"
        file.write_text(f"公开03表 支出决算表\n部门：第{number}局,金额单位：万元\n项目,决算数\n合计,{number}.00\n")
    return folder


def killed_again_and_again(migrated, tmp_path, count, seed, kills):
    site, chance = Site(tmp_path), random.Random(seed)
    shutil.copy(migrated, site.database)
    folder = small_files(tmp_path / "many", count)
    site.run("shell", "-c", UPLOAD.format(folder=str(folder), count=count))
    done = "select count(*) from entry_uploadedfile where state in ('read', 'refused')"
    for kill in range(kills):
        worker = site.start("work_in_background")
        while site.rows(done)[0][0] <= kill * count // (kills + 1) and worker.poll() is None:
            time.sleep(0.02)
        time.sleep(chance.random() / 2)
        worker.send_signal(signal.SIGKILL)
        worker.communicate()
        for state, report, message in site.rows("select state, report, message from entry_uploadedfile"):
            assert (state in ("read", "refused")) == (report != "{}" or message != "")
    assert site.rows(done)[0][0] < count
    site.run("work_in_background", "--until-done")
    rows = site.rows("select name, state, attempts, unit_name from entry_uploadedfile order by name")
    assert [name for name, *_ in rows] == sorted(path.name for path in folder.iterdir())
    assert {state for _, state, *_ in rows} == {"read"}
    assert sum(attempts for _, _, attempts, _ in rows) <= count + kills
    assert site.rows("select count(*) from statements_disclosure") == [(0,)]  # nothing is stored before it is accepted


def test_a_killed_worker_leaves_nothing_half_done_and_the_next_goes_on(migrated, tmp_path):
    killed_again_and_again(migrated, tmp_path, count=12, seed=1, kills=1)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(3))
def test_fifty_files_and_four_killed_workers(migrated, tmp_path, seed):
    killed_again_and_again(migrated, tmp_path, count=50, seed=seed, kills=4)


SILENT_SUBSCRIBERS = """
from disclosures.publication.callbacks.models import Subscription
for number in range(5):
    callback = f"http://127.0.0.1:{port}/{{number}}"
    Subscription.objects.create(callback=callback, topic="/feed.atom", secret="s" * 16, origin="http://testserver")
"""


def test_files_do_not_wait_for_subscribers_who_never_answer(migrated, tmp_path):
    site = Site(tmp_path)
    shutil.copy(migrated, site.database)
    site.environment["PRIVATE_CALLBACKS"] = "1"
    with socket.create_server(("127.0.0.1", 0)) as silent:
        site.run("shell", "-c", SILENT_SUBSCRIBERS.format(port=silent.getsockname()[1]))
        site.run("shell", "-c", UPLOAD.format(folder=str(small_files(tmp_path / "few", 2)), count=2))
        worker = site.start("work_in_background")
        waiting = "select count(*) from entry_uploadedfile where state <> 'read'"
        while site.rows(waiting)[0][0] and worker.poll() is None:
            time.sleep(0.02)
        worker.send_signal(signal.SIGKILL)
        worker.communicate()
    assert site.rows("select count(*) from publication_subscription where attempts = 0")[0][0], "all were waited for"
