"""An address that leads nowhere."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.pages.not_found.page import nearest
from disclosures.publication.current import site_state


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Says so, and offers what is near."""
    request.has_made_up = site_state().has_made_up
    return render(request, "404.html", {"nearest": nearest(request.path)}, status=404)
