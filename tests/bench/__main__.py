"""Prints the report; each part of the site adds its rows."""

import os
from itertools import chain

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "disclosures.settings")

import django

django.setup()

from tests.bench import checking, reading, searching  # noqa: E402 - models need the set-up above
from tests.bench.timing import print_rows  # noqa: E402

if __name__ == "__main__":
    print_rows(chain(reading.rows(), checking.rows(), searching.rows()))
