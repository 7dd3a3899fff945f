"""The front door."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.pages.home import page as shelf
from disclosures.publication.caching import of_the_site


@of_the_site
def home(request: HttpRequest) -> HttpResponse:
    """What this site holds and what came last."""
    return render(request, "pages/home.html", {"home": shelf.home()})
