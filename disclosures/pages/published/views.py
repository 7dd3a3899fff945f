"""Who has published when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from disclosures.pages.published.page import published_page
from disclosures.publication.caching import of_the_site


@of_the_site
def publications(request: HttpRequest) -> HttpResponse:
    """The disclosures of a year with the days between approval and publication."""
    page = published_page(request.GET, reverse("publications"))
    return render(request, "pages/publications.html", {"page": page})
