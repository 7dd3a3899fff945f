#!/usr/bin/env python
"""The commands of the site: `python manage.py help` lists them."""

import os
import sys

from django.core.management import execute_from_command_line
from django.db import InterfaceError, OperationalError

from disclosures.outages import is_of_the_disk, sentence


def main() -> None:
    """Run a command; a database or a disk that fails it is one sentence, for whoever runs the site."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "disclosures.settings")
    try:
        execute_from_command_line(sys.argv)
    except (OperationalError, InterfaceError) as error:
        sys.exit(sentence(error))
    except OSError as error:
        if not is_of_the_disk(error):
            raise
        sys.exit(sentence(error))


if __name__ == "__main__":
    main()
