"""Files: the address names the kind, the query asks for the same as on the page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from disclosures.addresses.keys import EditionKey
from disclosures.exports.asked import asked_for
from disclosures.exports.rules_file import MEDIA_TYPES, WRITERS
from disclosures.exports.table.kinds import KINDS
from disclosures.publication.breaks import disclosures_breaking
from disclosures.publication.caching import of_a_disclosure, of_the_site
from disclosures.statements.models import Disclosure


@of_a_disclosure
def table_file(
    request: HttpRequest, disclosure: Disclosure, edition: EditionKey, number: str, suffix: str
) -> HttpResponse:
    """The table with the rows, columns and unit that the query asks for."""
    if suffix not in KINDS:
        raise Http404
    return KINDS[suffix].answer(asked_for(request, disclosure, number))


@of_the_site
def rules_file(request: HttpRequest, suffix: str) -> HttpResponse:
    """All rules of the checks."""
    if suffix not in WRITERS:
        raise Http404
    named = content_disposition_header(suffix == "csv", f"核对规则.{suffix}")
    content = WRITERS[suffix](disclosures_breaking())
    return HttpResponse(content, MEDIA_TYPES[suffix], headers={"Content-Disposition": named})
