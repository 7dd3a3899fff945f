"""The forms of the nine tables, as they are declared."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.pages.forms.page import all_forms
from disclosures.publication.caching import of_the_site


@of_the_site
def forms(request: HttpRequest) -> HttpResponse:
    """Every form with its columns, its own rows and the sums that it promises."""
    return render(request, "pages/forms.html", {"forms": all_forms()})
