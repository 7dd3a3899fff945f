"""How to cite what is shown, and how to show it elsewhere."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.addresses.keys import EditionKey
from disclosures.pages.cite import page as citing
from disclosures.pages.shared.frame import Crumb, frame_of
from disclosures.publication.caching import of_a_disclosure
from disclosures.statements.models import Disclosure


@of_a_disclosure
def cite(request: HttpRequest, disclosure: Disclosure, edition: EditionKey) -> HttpResponse:
    """The disclosure as a whole."""
    frame = frame_of(disclosure, edition, _("引用"))
    citation = citing.cite_disclosure(disclosure, request.build_absolute_uri("/")[:-1])
    return render(request, "pages/cite.html", {"frame": frame, "cite": citation})


@of_a_disclosure
def cite_table(request: HttpRequest, disclosure: Disclosure, edition: EditionKey, number: str) -> HttpResponse:
    """A table as it is shown, or one of its rows or figures."""
    citation = citing.cite_table(disclosure, number, request.GET, request.build_absolute_uri("/")[:-1])
    table = Crumb(_("公开{number}表").format(number=number), links.of(disclosure, edition).table(number))
    frame = frame_of(disclosure, edition, table, _("引用"))
    return render(request, "pages/cite.html", {"frame": frame, "cite": citation})
