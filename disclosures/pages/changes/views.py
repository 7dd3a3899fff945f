"""What was corrected from one revision to another."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from disclosures.addresses.keys import EditionKey
from disclosures.pages.changes.page import changes_of
from disclosures.pages.shared.frame import frame_of
from disclosures.publication.caching import of_a_disclosure
from disclosures.statements.models import Disclosure


@of_a_disclosure
def changes(request: HttpRequest, disclosure: Disclosure, edition: EditionKey) -> HttpResponse:
    """Every difference, with both values."""
    frame = frame_of(disclosure, edition, _("更正对照"))
    return render(request, "pages/changes.html", {"frame": frame, "changes": changes_of(disclosure)})
