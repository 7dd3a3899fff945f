"""Lists as files: the address names the kind, the query asks for the same as on the page."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict

from disclosures.addresses.keys import EditionKey
from disclosures.exports.lists.content import ListFile
from disclosures.exports.lists.formats import list_answer
from disclosures.finding.front_door import QUESTIONS
from disclosures.pages.lists.answers import answers_list
from disclosures.pages.lists.classes import classes_list
from disclosures.pages.lists.compared import compared_list
from disclosures.pages.lists.findings import findings_list
from disclosures.pages.lists.found import found_list
from disclosures.pages.lists.indicators import indicators_list
from disclosures.pages.lists.matters import matters_list
from disclosures.pages.lists.publications import publications_list
from disclosures.pages.lists.spenders import spenders_list
from disclosures.pages.lists.units import units_list
from disclosures.pages.lists.whole import Site
from disclosures.publication.caching import of_a_disclosure, of_the_site
from disclosures.statements.models import Disclosure

Maker = Callable[[QueryDict, Site], ListFile]

MAKERS: dict[str, Maker] = {
    "units": units_list,
    "codes": classes_list,
    "compare": compared_list,
    "indicators": indicators_list,
    "matters": matters_list,
    "published": publications_list,
    "search": found_list,
}


def _view(make: Maker) -> Callable[..., HttpResponseBase]:
    @of_the_site
    def view(request: HttpRequest, suffix: str) -> HttpResponse:
        return list_answer(make(request.GET, Site.of(request)), suffix)

    return view


OF_THE_SITE = {name: _view(make) for name, make in MAKERS.items()}


@of_the_site
def spenders(request: HttpRequest, scheme: str, code: str, suffix: str) -> HttpResponse:
    """Who spent most under a code."""
    file = spenders_list(scheme, code, request.GET, Site.of(request))
    if file is None:
        raise Http404
    return list_answer(file, suffix)


@of_the_site
def answers(request: HttpRequest, key: str, suffix: str) -> HttpResponse:
    """Who printed what, in answer to a question."""
    if key not in QUESTIONS:
        raise Http404
    return list_answer(answers_list(QUESTIONS[key], request.GET, Site.of(request)), suffix)


@of_a_disclosure
def findings(request: HttpRequest, disclosure: Disclosure, edition: EditionKey, suffix: str) -> HttpResponse:
    """What the checks found in one revision, and how every relation ended."""
    return list_answer(findings_list(disclosure, request.GET, Site.of(request)), suffix)
