"""Search over all that is public."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.pages.search.page import search_page
from disclosures.publication.caching import of_the_site


@of_the_site
def search(request: HttpRequest) -> HttpResponse:
    """What was found in groups, or how to ask."""
    return render(request, "pages/search.html", {"page": search_page(request.GET)})
