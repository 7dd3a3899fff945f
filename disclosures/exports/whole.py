"""Files of more than a table: a disclosure as one zip and as what describes it, and a year of the site."""

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse

from disclosures.addresses.keys import EditionKey, UnitKey
from disclosures.exports.archive import archive, archive_name, plain_archive_name
from disclosures.exports.dataset_file import MEDIA_TYPE, dataset_json
from disclosures.exports.naming import disposition
from disclosures.exports.table.formats import FILE_FORMATS
from disclosures.exports.year_file import disclosures_of, year_csv, year_name
from disclosures.publication.caching import of_a_disclosure, of_the_site
from disclosures.publication.current import published_years
from disclosures.statements.models import Disclosure, statements_in


@of_a_disclosure
def archive_file(request: HttpRequest, disclosure: Disclosure, edition: EditionKey) -> HttpResponse:
    """Everything of the disclosure; the addresses in it are those that stay."""
    key = _key(disclosure)
    tables = {number: reverse("table", args=[*key, number]) for number in statements_in(disclosure.year)}
    content = archive(disclosure, request.build_absolute_uri("/")[:-1], reverse("disclosure", args=key), tables)
    named = disposition(archive_name(disclosure), plain_archive_name(disclosure))
    return HttpResponse(content, "application/zip", headers={"Content-Disposition": named})


@of_a_disclosure
def metadata(request: HttpRequest, disclosure: Disclosure, edition: EditionKey) -> HttpResponse:
    """The disclosure as a data set, for search engines."""
    whole, key = request.build_absolute_uri, _key(disclosure)
    pages = {"page": reverse("disclosure", args=key), "archive": reverse("archive", args=key)}
    pages |= {"unit": reverse("unit", args=key[:1]), "site": reverse("home")}
    tables = statements_in(disclosure.year)
    files = {
        (number, suffix): whole(reverse("table_file", args=[*key, number, suffix]))
        for number in tables
        for suffix in FILE_FORMATS
    }
    addresses = {name: whole(path) for name, path in pages.items()}
    return HttpResponse(dataset_json(disclosure, addresses, files), MEDIA_TYPE)


@of_the_site
def year_file(request: HttpRequest, year: int) -> StreamingHttpResponse:
    """Every figure of the year, sent while it is read."""
    if year not in published_years():
        raise Http404
    disclosures = disclosures_of(year)
    content = year_csv(year, disclosures)
    named = disposition(year_name(year, disclosures), f"accounts-{year}.csv")
    headers = {"Content-Disposition": named}
    return StreamingHttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)


def _key(disclosure: Disclosure) -> list:
    """The address of this revision, for ever."""
    unit = UnitKey(disclosure.unit.region_id, disclosure.unit.code)
    return [unit, EditionKey(disclosure.year, disclosure.revision)]
