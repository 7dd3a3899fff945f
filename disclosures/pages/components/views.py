"""Every component of the templates on one page, for staff: the admin's site lets nobody else see it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.pages.components.catalogue import shown


def components(request: HttpRequest) -> HttpResponse:
    """As they look with what is published now."""
    return render(request, "pages/components.html", {"groups": shown(request)})
