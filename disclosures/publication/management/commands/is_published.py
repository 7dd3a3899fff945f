"""Whether a disclosure is public: `is_published 210400-011001 2023`; exit status 0 when it is, 1 when not."""

import sys

from django.core.management.base import BaseCommand

from disclosures.publication.current import public_revision


class Command(BaseCommand):
    help = "Exit status 0 when the unit's disclosure of that year is published, 1 when not."

    def add_arguments(self, parser):
        parser.add_argument("unit", help="region and code, as in 210400-011001")
        parser.add_argument("year", type=int)

    def handle(self, *args, unit: str, year: int, **options):
        region, _, code = unit.partition("-")
        is_published = public_revision(region, code, year) is not None
        self.stdout.write(f"{unit} {year} 年度决算{'已经发布' if is_published else '还没有发布'}。")
        if not is_published:
            sys.exit(1)
