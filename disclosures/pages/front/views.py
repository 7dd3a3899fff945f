"""The front page of a disclosure."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.addresses.keys import EditionKey
from disclosures.checks.keeping import report_of
from disclosures.pages.attention.noticing import load_for_noting
from disclosures.pages.changes.page import changes_of
from disclosures.pages.embedding import embed_of, embeddable
from disclosures.pages.front.attention import attention_of
from disclosures.pages.front.page import front_of
from disclosures.pages.shared.frame import frame_of
from disclosures.publication.caching import of_a_disclosure
from disclosures.statements.models import Disclosure


@embeddable
@of_a_disclosure
def disclosure(request: HttpRequest, disclosure: Disclosure, edition: EditionKey) -> HttpResponse:
    """How much, from where, for what; then the contents."""
    frame = frame_of(disclosure, edition)
    given = disclosure, report_of(disclosure), frame.links, load_for_noting(disclosure)
    changes = changes_of(disclosure) if frame.newer else None
    shown = {"frame": frame, "front": front_of(*given), "attention": attention_of(*given), "changes": changes}
    return render(request, "pages/embed/disclosure.html" if embed_of(request) else "pages/disclosure.html", shown)
