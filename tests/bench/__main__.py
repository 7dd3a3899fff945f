"""Prints the report; each part of the site adds its rows."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "disclosures.settings")

import django

django.setup()

from tests.bench import reading  # noqa: E402 - models need the set-up above
from tests.bench.timing import print_rows  # noqa: E402

if __name__ == "__main__":
    print_rows(reading.rows())
