"""Bring the lists of `fixtures/`, or a ministry's list of codes, into the database: `load_codes FILE --year 2026`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from disclosures.classification.loading import load_lists
from disclosures.classification.ministry.loading import load_list
from disclosures.classification.ministry.reading import UnfitListError, read_list

YEARS = range(2007, 2100)  # of the classification as it is


class Command(BaseCommand):
    help = (
        "Load the code lists and regions of fixtures/ into the database; names that staff changed stay. With FILE, a "
        "csv with the columns 编码 and 名称, load a ministry's list for --year and say what changes."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="a ministry's list, as csv")
        parser.add_argument("--year", type=int, help="the year for which the list holds")

    def handle(self, *args: Any, file: Path | None, year: int | None, **options: Any) -> None:
        if file is None and year is None:
            self._load_fixtures()
        elif file and year and year in YEARS:
            self._load_file(file, year)
        else:
            raise CommandError("载入一份科目表，要写明文件和年度，如 load_codes 科目.csv --year 2026。")

    @transaction.atomic
    def _load_fixtures(self) -> None:
        for loaded in load_lists():
            self.stdout.write(loaded.sentence)
            for sentence in loaded.kept:
                self.stdout.write(f"  {sentence}")

    def _load_file(self, file: Path, year: int) -> None:
        try:
            changes = load_list(read_list(file), year)
        except UnfitListError as unfit:
            raise CommandError(str(unfit)) from None
        for sentence in changes.sentences():
            self.stdout.write(sentence)
