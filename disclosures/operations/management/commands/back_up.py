"""Write a backup of the whole database to a new file, while the site goes on; the file is there whole or not at all."""

import os
from argparse import ArgumentParser
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from disclosures.operations.backups.kinds import kind_here
from disclosures.operations.backups.postgresql import ProgramError


class Command(BaseCommand):
    help = "Writes the whole database to FILE, readable by its owner alone, and looks the file over."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        kind = kind_here()
        try:
            with NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.") as draft:
                kind.write(Path(draft.name))
                if fault := kind.fault(Path(draft.name)):
                    raise CommandError(f"写出的备份读不回来：{fault}")
                os.fsync(draft.fileno())
                os.link(draft.name, file)  # refuses a file that is there
        except FileExistsError:
            raise CommandError(f"{file} 已经有了；备份不覆盖别的文件。") from None
        except (OSError, ProgramError) as error:
            raise CommandError(f"没有备份成：{error}") from None
        self.stdout.write(f"{file}：{file.stat().st_size / 2**20:.1f} MB")
