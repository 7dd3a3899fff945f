"""What the document says in words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from disclosures.addresses.keys import EditionKey
from disclosures.pages.shared.frame import frame_of
from disclosures.pages.text.marks import text_marks
from disclosures.pages.text.page import narrative_of
from disclosures.publication.caching import of_a_disclosure
from disclosures.statements.models import Disclosure


@of_a_disclosure
def narrative(request: HttpRequest, disclosure: Disclosure, edition: EditionKey) -> HttpResponse:
    """Chapters, headings and paragraphs, each with an address of its own."""
    frame = frame_of(disclosure, edition, _("文字说明"))
    narrative = narrative_of(disclosure, text_marks(disclosure, frame.links))
    return render(request, "pages/narrative.html", {"frame": frame, "narrative": narrative})
