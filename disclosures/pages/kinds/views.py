"""Kinds of office."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.pages.kinds.page import kinds_page
from disclosures.publication.caching import of_the_site


@of_the_site
def kinds(request: HttpRequest) -> HttpResponse:
    """How units of one kind are known, how many there are, and which."""
    return render(request, "pages/kinds.html", {"page": kinds_page(request.GET)})
