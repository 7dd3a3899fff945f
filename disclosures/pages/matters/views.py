"""Running expenses, procurement, vehicles, receptions: what the text gives beside the tables."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from disclosures.addresses.keys import EditionKey
from disclosures.checks.keeping import report_of
from disclosures.pages.matters.listing import matters_page
from disclosures.pages.matters.page import groups_of
from disclosures.pages.shared.frame import frame_of
from disclosures.publication.caching import of_a_disclosure, of_the_site
from disclosures.statements.models import Disclosure


@of_a_disclosure
def other_matters(request: HttpRequest, disclosure: Disclosure, edition: EditionKey) -> HttpResponse:
    """Each figure as the text prints it, leading to its place."""
    frame = frame_of(disclosure, edition, _("其他事项"))
    groups = groups_of(report_of(disclosure).links, frame.links)
    return render(request, "pages/other_matters.html", {"frame": frame, "groups": groups})


@of_the_site
def matters(request: HttpRequest) -> HttpResponse:
    """One matter, unit by unit and year by year."""
    return render(request, "pages/matters.html", {"page": matters_page(request.GET)})
