"""The front page of a disclosure."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.pages.contents.checks.attention import attention_of
from disclosures.pages.contents.frame import frame_of
from disclosures.pages.contents.front import front_of
from disclosures.pages.contents.revisions.changes import changes_of
from disclosures.publication.caching import of_a_disclosure
from disclosures.statements.addresses import EditionKey
from disclosures.statements.models import Disclosure


@of_a_disclosure
def disclosure(request: HttpRequest, disclosure: Disclosure, edition: EditionKey) -> HttpResponse:
    """How much, from where, for what; then the contents."""
    frame = frame_of(disclosure, edition)
    front, attention = front_of(disclosure, frame.links), attention_of(disclosure, frame.links)
    changes = changes_of(disclosure) if frame.newer else None
    shown = {"frame": frame, "front": front, "attention": attention, "changes": changes}
    return render(request, "pages/disclosure.html", shown)
