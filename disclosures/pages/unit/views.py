"""All units, and one unit over the years."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.addresses.keys import UnitKey
from disclosures.pages.charts.plotly import figure_json
from disclosures.pages.unit.chart import years_chart, years_of
from disclosures.pages.unit.listing import units_page
from disclosures.pages.unit.page import unit_page
from disclosures.publication.caching import of_the_site


@of_the_site
def units(request: HttpRequest) -> HttpResponse:
    """Every unit that has published something, with its newest year."""
    return render(request, "pages/units.html", {"page": units_page(request.GET)})


@of_the_site
def unit(request: HttpRequest, unit: UnitKey) -> HttpResponse:
    """One unit's disclosures, current ones and those that were replaced."""
    page = unit_page(unit)
    if page is None:
        raise Http404
    return render(request, "pages/unit.html", {"page": page, "crumbs": page.crumbs, "chart": years_chart(page)})


@of_the_site
def chart(request: HttpRequest, unit: UnitKey) -> HttpResponse:
    """Income and spending over the years, as a figure in JSON that plotly draws."""
    page = unit_page(unit)
    drawing = page and years_of(page)
    if not drawing:
        raise Http404
    return HttpResponse(figure_json(drawing), content_type="application/json")
