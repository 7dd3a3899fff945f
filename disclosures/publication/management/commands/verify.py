"""Verify that everything the public is shown is what was published; a line for each difference, exit status 1."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from disclosures.publication.verifying.whole import all_differences


class Command(BaseCommand):
    help = (
        "Recomputes digests, findings, totals and search entries and names each difference; silent where all is well."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        differs = False
        for sentence in all_differences():
            self.stdout.write(sentence)
            differs = True
        if differs:
            sys.exit(1)
