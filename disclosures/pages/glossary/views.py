"""The terms that documents explain."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.pages.glossary.page import glossary as entries
from disclosures.publication.caching import of_the_site


@of_the_site
def glossary(request: HttpRequest) -> HttpResponse:
    """Each term with every wording that a published disclosure gives."""
    return render(request, "pages/glossary.html", {"entries": entries()})
