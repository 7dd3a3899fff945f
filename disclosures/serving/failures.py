"""What is said when an answer could not be made: that the database is away, or that something is wrong here."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader

_SOON = {"Retry-After": "5", "Cache-Control": "no-store"}  # seconds


def failed(request: HttpRequest) -> HttpResponse:
    """503 while the database is away or busy, which passes; 500 for everything else."""
    if isinstance(sys.exception(), (OperationalError, InterfaceError)):
        return HttpResponse(loader.get_template("503.html").render(), status=503, headers=_SOON)
    return HttpResponse(loader.get_template("500.html").render(), status=500)
