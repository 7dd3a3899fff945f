"""A table as a file: the address names the kind, the query asks for the same as on the page."""

from django.http import Http404, HttpRequest, HttpResponse

from disclosures.exports.asked import asked_for
from disclosures.exports.kinds import KINDS
from disclosures.publication.caching import of_a_disclosure
from disclosures.statements.addresses import EditionKey
from disclosures.statements.models import Disclosure


@of_a_disclosure
def table_file(
    request: HttpRequest, disclosure: Disclosure, edition: EditionKey, number: str, suffix: str
) -> HttpResponse:
    """The table with the rows, columns and unit that the query asks for."""
    if suffix not in KINDS:
        raise Http404
    return KINDS[suffix].answer(asked_for(request, disclosure, number))
