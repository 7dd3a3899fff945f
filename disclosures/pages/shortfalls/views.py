"""Performance indicators that were missed, across projects."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.pages.shortfalls.page import shortfalls_page
from disclosures.publication.caching import of_the_site


@of_the_site
def shortfalls(request: HttpRequest) -> HttpResponse:
    """Missed, or points lost, or lost without a reason; the largest losses first."""
    return render(request, "pages/shortfalls.html", {"page": shortfalls_page(request.GET)})
