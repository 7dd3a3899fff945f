"""A backup is written while the site goes on, is whole or not there, and brings back everything."""

import sqlite3
import stat
from pathlib import Path

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from tests.operations.conftest import manage


def assert_brought_back(url: str, file: Path, empty: str) -> None:
    manage(url, "back_up", str(file))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.glob(f".{file.name}*")) == []
    assert "核对无误" in manage(empty, "restore", str(file))


def test_sqlite_comes_back_as_it_was_committed_while_somebody_writes(filled_file, tmp_path):
    with sqlite3.connect(filled_file.removeprefix("sqlite:///")) as writer:
        writer.execute("UPDATE publication_publicationcounter SET number = 0")
        assert_brought_back(filled_file, tmp_path / "backup", f"sqlite:///{tmp_path}/restored.sqlite3")
        writer.rollback()


def test_postgresql_comes_back_whole_and_guarded(moved, new_postgresql, tmp_path):
    restored = new_postgresql()
    assert_brought_back(moved, tmp_path / "backup", restored)
    with pytest.raises(psycopg.errors.IntegrityConstraintViolation), psycopg.connect(restored) as there:
        there.execute("UPDATE statements_expenditure SET total_expenditure = 1")
    with psycopg.connect(moved) as ours, psycopg.connect(restored) as theirs:
        question = "SELECT count(*) FROM statements_disclosure"
        assert ours.execute(question).fetchone() == theirs.execute(question).fetchone() > (0,)


def test_a_damaged_dump_leaves_the_database_empty(moved, new_postgresql, tmp_path):
    manage(moved, "back_up", str(tmp_path / "backup"))
    content = (tmp_path / "backup").read_bytes()
    (tmp_path / "backup").write_bytes(content[: len(content) // 2])
    url = new_postgresql()
    assert "备份是坏的" in manage(url, "restore", str(tmp_path / "backup"), status=1)
    with psycopg.connect(url) as there:
        assert there.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)


def test_a_damaged_file_is_told(filled_file, tmp_path):
    content = bytearray(Path(filled_file.removeprefix("sqlite:///")).read_bytes())
    content[50_000:90_000] = bytes(40_000)
    (tmp_path / "backup").write_bytes(content)
    new = f"sqlite:///{tmp_path}/new.sqlite3"
    assert "备份是坏的" in manage(new, "restore", str(tmp_path / "backup"), status=1)


@pytest.mark.parametrize(("content", "told"), [(None, "打不开"), (b"", "不是备份"), (b"anything", "不是备份")])
@pytest.mark.django_db
def test_what_is_no_backup_is_refused(content, told, tmp_path):
    if content is not None:
        (tmp_path / "backup").write_bytes(content)
    with pytest.raises(CommandError, match=told):
        call_command("restore", tmp_path / "backup")


@pytest.mark.django_db
def test_a_backup_of_the_other_kind_is_named(tmp_path):
    magic, name = {"sqlite": (b"PGDMP", "PostgreSQL"), "postgresql": (b"SQLite format 3\0", "SQLite")}[
        connection.vendor
    ]
    (tmp_path / "backup").write_bytes(magic)
    with pytest.raises(CommandError, match=f"是 {name} 的备份"):
        call_command("restore", tmp_path / "backup")


@pytest.mark.django_db
def test_neither_a_file_nor_a_filled_database_is_overwritten(tmp_path):
    magic = {"sqlite": b"SQLite format 3\0", "postgresql": b"PGDMP"}[connection.vendor]
    (tmp_path / "backup").write_bytes(magic)
    with pytest.raises(CommandError, match="不是空的"):
        call_command("restore", tmp_path / "backup")
    assert (tmp_path / "backup").read_bytes() == magic


def test_no_backup_is_written_over_a_file(filled_file, tmp_path):
    (tmp_path / "backup").write_text("the one of yesterday")
    assert "备份不覆盖别的文件" in manage(filled_file, "back_up", str(tmp_path / "backup"), status=1)
    assert (tmp_path / "backup").read_text() == "the one of yesterday"
    assert "没有备份成" in manage(filled_file, "back_up", str(tmp_path / "nowhere" / "backup"), status=1)
