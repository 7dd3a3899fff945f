"""What the checks found in one disclosure, and the rules that they follow."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from disclosures.addresses.keys import EditionKey
from disclosures.pages.checks.page import checks_page
from disclosures.pages.checks.rules import rules_page
from disclosures.pages.shared.frame import frame_of
from disclosures.publication.caching import of_a_disclosure, of_the_site
from disclosures.statements.models import Disclosure


@of_a_disclosure
def checks(request: HttpRequest, disclosure: Disclosure, edition: EditionKey) -> HttpResponse:
    """A summary, every finding with both places, and every relation by rule."""
    frame = frame_of(disclosure, edition, _("账目核对"))
    page = checks_page(disclosure, frame.links, request.GET.get("outcome", ""))
    return render(request, "pages/checks.html", {"frame": frame, "page": page})


@of_the_site
def rules(request: HttpRequest) -> HttpResponse:
    """Every rule in plain words, with how many disclosures break it."""
    return render(request, "pages/checks_rules.html", {"page": rules_page()})
