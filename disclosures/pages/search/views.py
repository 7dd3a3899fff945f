"""Search over all that is public."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from disclosures.pages.search.page import search_page
from disclosures.pages.search.typing import words_for
from disclosures.publication.caching import of_the_site


@of_the_site
def search(request: HttpRequest) -> HttpResponse:
    """What was found in groups, or how to ask."""
    return render(request, "pages/search.html", {"page": search_page(request.GET)})


@of_the_site
def words(request: HttpRequest) -> HttpResponse:
    """What may be meant by what is typed so far, for the form in the head of every page."""
    return JsonResponse({"words": words_for(request.GET.get("q", ""))}, json_dumps_params={"ensure_ascii": False})
