"""Sign the digests of everything that was published by the end of a month and is in no earlier list."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from disclosures.publication.signed.lists import UnfitError, sign_month


class Command(BaseCommand):
    help = "Makes the signed list of a month's digests, of last month if none is named."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--month", default="", help="as in 2026-11")

    def handle(self, *args: Any, month: str, **options: Any) -> None:
        try:
            made = sign_month(month or _last_month())
        except UnfitError as unfit:
            raise CommandError(str(unfit)) from None
        told = made.told()
        self.stdout.write(f"{made}：{len(told['revisions'])} 个校验码，根 {told['root']}。")


def _last_month() -> str:
    first = timezone.localdate().replace(day=1)
    return f"{first - timedelta(days=1):%Y-%m}"
