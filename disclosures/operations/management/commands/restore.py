"""Bring back what a backup holds into this site's database, which must be empty, and verify it."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from disclosures.operations.backups.kinds import kind_here, kind_of
from disclosures.operations.backups.postgresql import ProgramError


class Command(BaseCommand):
    help = "Puts the backup FILE into the empty database of this site, brings it up to date and verifies it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        kind = kind_here()
        _refuse_other(file, kind)
        if connection.introspection.table_names():
            raise CommandError("数据库不是空的；恢复只写入空的数据库，请先换一个或清空。")
        if fault := kind.fault(file):
            raise CommandError(f"备份是坏的：{fault}")
        try:
            kind.load(file)
        except ProgramError as error:
            raise CommandError(f"没有恢复成：{error}") from None
        connection.close()
        call_command("migrate", verbosity=0)
        call_command("verify", stdout=self.stdout)
        self.stdout.write("已恢复，核对无误。")


def _refuse_other(file: Path, kind: Any) -> None:
    try:
        held = kind_of(file)
    except OSError as error:
        raise CommandError(f"打不开 {file}：{error.strerror}。") from None
    if held is None:
        raise CommandError(f"{file} 不是备份。")
    if held != kind:
        raise CommandError(f"{file} 是 {held.name} 的备份，这里的数据库是 {kind.name}。")
