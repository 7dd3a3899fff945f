"""What can be taken away of the whole site: a file for each year."""

from dataclasses import dataclass

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from disclosures.publication.caching import of_the_site
from disclosures.publication.current import published


@dataclass(frozen=True)
class Year:
    """A year with how many current disclosures its file holds."""

    year: int
    count: int
    href: str


def years() -> tuple[Year, ...]:
    """The years of which something is current, newest first; one query."""
    counted = published().order_by("-year").values_list("year").annotate(count=Count("pk"))
    return tuple(Year(year, count, reverse("year_file", args=[year])) for year, count in counted)


@of_the_site
def data(request: HttpRequest) -> HttpResponse:
    """Files of whole years, and where the files of one disclosure are."""
    return render(request, "pages/data.html", {"years": years()})
