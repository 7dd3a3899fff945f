"""The isolated reader with the limits of the settings."""

from django.conf import settings

from disclosures.documents.isolated.reader import IsolatedReader
from disclosures.documents.limits import Limits
from disclosures.documents.scans.progress import Listener


def isolated_reader(listener: Listener | None = None) -> IsolatedReader:
    """A reader whose process may die of a file; use it as a context manager.

    The listener is told how many of all scanned pages have been read.
    """
    return IsolatedReader(Limits(**settings.READING_LIMITS), listener)
