"""Unit-years side by side."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.pages.compare.page import compare_page
from disclosures.publication.caching import of_the_site


@of_the_site
def compare(request: HttpRequest) -> HttpResponse:
    """Up to six on any table: rows aligned, differences against the first."""
    return render(request, "pages/compare.html", {"page": compare_page(request.GET)})
