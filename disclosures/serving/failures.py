"""What is said when an answer could not be made: that the database is away, or that something is wrong here."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader

from disclosures.outages import is_of_the_disk

_SOON = {"Retry-After": "5", "Cache-Control": "no-store"}  # seconds


def failed(request: HttpRequest) -> HttpResponse:
    """503 while the database or the disk is away, busy or full, which passes; 500 for everything else."""
    error = sys.exception()
    if isinstance(error, (OperationalError, InterfaceError)) or is_of_the_disk(error):
        return HttpResponse(loader.get_template("503.html").render(), status=503, headers=_SOON)
    return HttpResponse(loader.get_template("500.html").render(), status=500)
