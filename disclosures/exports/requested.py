"""What a request for a file asks for."""

from django.http import HttpRequest
from django.urls import reverse

from disclosures.addresses.keys import EditionKey, UnitKey
from disclosures.exports.table.content import TableFile
from disclosures.statements.models import Disclosure
from disclosures.tables.selection import Selection
from disclosures.tables.showing import table_of


def requested_table(request: HttpRequest, disclosure: Disclosure, number: str) -> TableFile:
    """The table as the query asks for it, in two queries.

    A file outlives the revision that is current now, so it names the address that stays.
    """
    table = table_of(disclosure, number, Selection.read(request.GET))
    unit = UnitKey(disclosure.unit.region_id, disclosure.unit.code)
    page = reverse("table", args=[unit, EditionKey(disclosure.year, disclosure.revision), number])
    query = table.selection.query
    return TableFile(table, disclosure, request.build_absolute_uri(f"{page}?{query}" if query else page))
