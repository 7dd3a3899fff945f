"""What can be taken away."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.pages.data.page import years
from disclosures.publication.caching import of_the_site


@of_the_site
def data(request: HttpRequest) -> HttpResponse:
    """Files of whole years, and where the files of one disclosure are."""
    return render(request, "pages/data.html", {"years": years()})
