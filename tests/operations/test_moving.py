"""From a SQLite file to PostgreSQL: everything arrives, works on, and is guarded; or nothing arrives."""

from pathlib import Path

import psycopg
import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.db import connection

from disclosures.operations.moving import copying
from disclosures.operations.moving.fingerprints import stored_models
from tests.operations.conftest import manage

SAMPLE = ("fixtures/fushun-petition-office-2023.txt", "--unit", "210400-011001", "--year", "2023")

UNFIT_REGION = """
from disclosures.classification.models import Region
Region.objects.bulk_create([Region(code="110000", name="a\\0b")])
"""


def value(url: str, question: str):
    with psycopg.connect(url) as there:
        return there.execute(question).fetchone()[0]


def test_the_site_goes_on_where_it_was_moved(moved):
    assert value(moved, "SELECT count(*) FROM statements_disclosure WHERE state = 'published'") == 3
    manage(moved, "import_document", *SAMPLE, "--publish")
    assert manage(moved, "verify") == ""


def test_what_arrived_is_guarded(moved):
    with pytest.raises(psycopg.errors.IntegrityConstraintViolation), psycopg.connect(moved) as there:
        there.execute("UPDATE statements_expenditure SET total_expenditure = 1")


def test_nothing_is_moved_over_what_is_there(filled_file, moved):
    assert "已有数据" in manage(filled_file, "move_to_postgresql", moved, status=1)


def test_a_row_that_does_not_fit_leaves_nothing_behind(tmp_path, new_postgresql):
    """SQLite keeps any length and any character; PostgreSQL does not."""
    url, file = new_postgresql(), f"sqlite:///{tmp_path}/site.sqlite3"
    assert "请先运行 manage.py migrate" in manage(file, "move_to_postgresql", url, status=1)
    manage(file, "migrate")
    manage(file, "shell", "--command", UNFIT_REGION)
    assert "什么也没有留下：classification_region" in manage(file, "move_to_postgresql", url, status=1)
    assert value(url, "SELECT count(*) FROM classification_region") == 0
    assert value(url, "SELECT count(*) FROM auth_permission") > 0  # what migrate made is there for the next attempt


@pytest.mark.django_db
def test_only_postgresql_is_a_target(tmp_path):
    with pytest.raises(CommandError, match="不是 PostgreSQL"):
        call_command("move_to_postgresql", f"sqlite:///{tmp_path}/other.sqlite3")
    assert list(Path(tmp_path).iterdir()) == []


@pytest.mark.django_db
def test_every_table_is_moved_but_those_that_a_database_keeps_of_itself():
    tables = set(connection.introspection.table_names())
    own = {name for name in tables if name.startswith("publication_search_index")} | {"django_migrations"}
    assert tables - own == {model._meta.db_table for model in stored_models()}


@pytest.mark.usefixtures("django_db_setup")
def test_what_differs_on_arrival_is_not_kept(new_postgresql, monkeypatch, django_db_blocker):
    stored = copying._stored

    def changed(fields, row, there):
        values = stored(fields, row, there)
        return [*values[:-1], f"{values[-1]} "] if fields[0].model is ContentType else values

    monkeypatch.setattr(copying, "_stored", changed)
    url = new_postgresql()
    with django_db_blocker.unblock(), pytest.raises(CommandError, match="django_content_type 表搬过去之后与原来不同"):
        call_command("move_to_postgresql", url)
    assert value(url, "SELECT count(*) FROM django_content_type WHERE model LIKE '% '") == 0
