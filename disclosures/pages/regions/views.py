"""Where there are units."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.pages.regions.tiles import tiles
from disclosures.pages.shared.list_query import ListQuery
from disclosures.pages.unit.regions import region_questions, region_tree
from disclosures.publication.caching import of_the_site
from disclosures.publication.regions import counted_regions


@of_the_site
def regions(request: HttpRequest) -> HttpResponse:
    """A tile for each province, and below province, city and county with how many units published."""
    counted = counted_regions()
    asked = ListQuery.read({}, *region_questions(counted, ""))
    shown = {
        "tiles": tuple(tiles(counted)),
        "tree": region_tree(counted, asked),
        "units": sum(region.own for region in counted.values()),
        "regions": sum(region.own > 0 for region in counted.values()),
    }
    return render(request, "pages/regions.html", shown)
