"""Seven steps through a disclosure, and two pages to be printed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from disclosures.addresses.keys import EditionKey
from disclosures.checks.keeping import report_of
from disclosures.pages.reading.sheet import sheet_of
from disclosures.pages.reading.steps import steps_of
from disclosures.pages.shared.frame import frame_of
from disclosures.publication.caching import of_a_disclosure
from disclosures.statements.loaded import load
from disclosures.statements.models import Disclosure


@of_a_disclosure
def steps(request: HttpRequest, disclosure: Disclosure, edition: EditionKey) -> HttpResponse:
    """One question after the other, each answered in a sentence."""
    frame = frame_of(disclosure, edition, _("七步读懂"))
    found = steps_of(load(disclosure), report_of(disclosure), frame.links)
    return render(request, "pages/steps.html", {"frame": frame, "steps": found})


@of_a_disclosure
def sheet(request: HttpRequest, disclosure: Disclosure, edition: EditionKey) -> HttpResponse:
    """What somebody reads who has to ask questions soon."""
    frame = frame_of(disclosure, edition, _("两页纸"))
    found = sheet_of(load(disclosure), report_of(disclosure), frame.links)
    return render(request, "pages/sheet.html", {"frame": frame, "sheet": found})
