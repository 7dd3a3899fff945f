"""Many documents side by side: all of them once, whatever stops the import in between."""

import csv
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest
from django.conf import settings

from disclosures.documents.items import DocumentError
from disclosures.intake.jobs import Job, jobs_in

SAMPLE = settings.BASE_DIR / "tests" / "documents" / "fushun-petition-office-2023.xlsx"


@pytest.fixture
def site(tmp_path, empty_site):
    """A database of its own and a way to run commands on it."""
    shutil.copy(empty_site.database, tmp_path / "site.sqlite3")
    return site_in(tmp_path)


@pytest.fixture(scope="module")
def empty_site(migrated, tmp_path_factory):
    """What each begins with: the tables, and the code lists in theirs."""
    site = site_in(tmp_path_factory.mktemp("site"))
    shutil.copy(migrated, site.database)
    assert site.run("load_codes")[0] == 0
    return site


def site_in(folder):
    """The site whose database is in that folder."""

    class Site:
        database = folder / "site.sqlite3"
        environment = os.environ | {"DATABASE_URL": f"sqlite:///{database}", "PYTHONPATH": str(settings.BASE_DIR)}

        def start(self, *arguments):
            command = [sys.executable, str(settings.BASE_DIR / "manage.py"), *map(str, arguments)]
            return subprocess.Popen(
                command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
            )

        def run(self, *arguments):
            process = self.start(*arguments)
            out, err = process.communicate(timeout=300)
            return process.returncode, out, err

        def count(self, table="statements_disclosure"):
            with closing(sqlite3.connect(self.database)) as connection:
                return connection.execute(f"select count(*) from {table}").fetchone()[0]  # noqa: S608 - a test's own

    return Site()


def copies(folder, count):
    """That many units' disclosures, all the sample's."""
    folder.mkdir()
    for number in range(1, count + 1):
        shutil.copy(SAMPLE, folder / f"210400-011{number:03}-2023.xlsx")
    return folder


def stop_and_go_on(site, folder, count, stop_at):
    process = site.start("import_document", folder)
    while site.count() < stop_at and process.poll() is None:
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    time.sleep(1)  # a worker finishes what it was at
    assert stop_at <= site.count() < count
    code, out, err = site.run("import_document", folder)
    assert code == 0, err
    assert site.count() == site.count("statements_unit") == count
    assert site.count("statements_summary") == 62 * count
    assert "没有导入 0 份" in out
    assert "100%" in err


def test_an_import_that_was_killed_goes_on_and_ends_with_every_document_once(site, tmp_path):
    stop_and_go_on(site, copies(tmp_path / "many", 16), 16, stop_at=4)


@pytest.mark.soak
def test_two_hundred_workbooks(site, tmp_path):
    stop_and_go_on(site, copies(tmp_path / "many", 200), 200, stop_at=100)


def test_one_bad_file_costs_itself_and_the_end_says_why(site, tmp_path):
    folder = copies(tmp_path / "many", 3)
    (folder / "210400-011002-2023.xlsx").write_bytes(SAMPLE.read_bytes()[:20_000])
    code, out, err = site.run("import_document", folder)
    assert code == 1
    assert site.count() == 2
    assert "没有导入\t210400-011002-2023.xlsx\t210400-011002-2023.xlsx 损坏了，打不开。" in out
    assert "1 份没有导入" in err


def test_a_list_names_file_unit_and_year(tmp_path):
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([["file", "unit", "year", "name"], ["a.xlsx", "210400-011001", "2023", "信访局"]])
    assert jobs_in(path) == [Job(str(tmp_path / "a.xlsx"), "210400-011001", 2023, "信访局")]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([["file", "unit"]], "缺少 year"),
        ([["file", "unit", "year"], ["a.xlsx", "", "2023"]], "第 2 行不完整"),
        ([["file", "unit", "year"], ["a.xlsx", "1", "今年"]], "第 2 行不完整"),
    ],
)
def test_an_incomplete_list_is_refused_before_anything_is_read(tmp_path, rows, sentence):
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    with pytest.raises(DocumentError, match=sentence):
        jobs_in(path)


def test_a_file_name_without_unit_and_year_is_refused(tmp_path):
    (tmp_path / "决算.xlsx").touch()
    with pytest.raises(DocumentError, match=r"决算\.xlsx 的名称里看不出单位和年度"):
        jobs_in(tmp_path)
