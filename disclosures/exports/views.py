"""Files: the address names the kind, the query asks for the same as on the page."""

from django.http import Http404, HttpRequest, HttpResponse

from disclosures.addresses.keys import EditionKey
from disclosures.checks.register.rules import VERSION
from disclosures.exports.naming import disposition
from disclosures.exports.requested import requested_table
from disclosures.exports.rules_file import MEDIA_TYPES, WRITERS
from disclosures.exports.table.formats import FILE_FORMATS
from disclosures.publication.breaks import disclosures_breaking
from disclosures.publication.caching import of_a_disclosure, of_the_site
from disclosures.statements.models import Disclosure


@of_a_disclosure
def table_file(
    request: HttpRequest, disclosure: Disclosure, edition: EditionKey, number: str, suffix: str
) -> HttpResponse:
    """The table with the rows, columns and unit that the query asks for."""
    if suffix not in FILE_FORMATS:
        raise Http404
    return FILE_FORMATS[suffix].answer(requested_table(request, disclosure, number))


@of_the_site
def rules_file(request: HttpRequest, suffix: str) -> HttpResponse:
    """All rules of the checks."""
    if suffix not in WRITERS:
        raise Http404
    named = disposition(f"核对规则-{VERSION}.{suffix}", f"rules-{VERSION}.{suffix}", is_saved=suffix == "csv")
    content = WRITERS[suffix](disclosures_breaking())
    return HttpResponse(content, MEDIA_TYPES[suffix], headers={"Content-Disposition": named})
