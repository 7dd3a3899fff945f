"""The isolated reader with the limits of the settings."""

from django.conf import settings

from disclosures.documents.isolated.reader import IsolatedReader
from disclosures.documents.limits import Limits


def isolated_reader() -> IsolatedReader:
    """A reader whose process may die of a file; use it as a context manager."""
    return IsolatedReader(Limits(**settings.READING_LIMITS))
