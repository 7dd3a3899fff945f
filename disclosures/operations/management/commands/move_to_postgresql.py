"""Move everything from this site's database to an empty one of PostgreSQL: copied, compared, verified there."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DEFAULT_DB_ALIAS, DatabaseError

from disclosures.operations.elsewhere import fault_of
from disclosures.operations.migrated import missing_migrations
from disclosures.operations.moving.copying import DiffersError, copy_all
from disclosures.operations.moving.target import UnfitError, target_at


class Command(BaseCommand):
    help = "Copies every row to the PostgreSQL database at URL and verifies it there; all of it or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("url", help="postgres://owner:password@host/name, or without password with ~/.pgpass")

    def handle(self, *args: Any, url: str, **options: Any) -> None:
        if missing_migrations():
            raise CommandError("这里的数据库还没有升级；请先运行 manage.py migrate。")
        try:
            with target_at(url) as target:
                copied = copy_all(DEFAULT_DB_ALIAS, target)
        except UnfitError as unfit:
            raise CommandError(str(unfit)) from None
        except DiffersError as differs:
            raise CommandError(f"{differs} 表搬过去之后与原来不同；什么也没有留下。") from None
        except DatabaseError as error:
            raise CommandError(f"没有搬成，什么也没有留下：{error}") from None
        if differences := fault_of("verify", url):
            raise CommandError(f"搬过去的内容核对不符，请不要使用：\n{differences}")
        self.stdout.write(f"{len(copied)} 张表共 {sum(copied.values())} 行已搬到 PostgreSQL，逐行比对、核对无误。")
