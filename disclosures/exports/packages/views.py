"""Packages over HTTP, beside the files that they describe."""

from wsgiref.util import FileWrapper

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse

from disclosures.addresses.keys import EditionKey, UnitKey
from disclosures.exports.naming import disposition, name_of
from disclosures.exports.packages import digests
from disclosures.exports.packages.catalogue import FORMATS, MEDIA_TYPE, catalogue
from disclosures.exports.packages.database_file import database_file
from disclosures.exports.packages.descriptor import MEDIA_TYPE as JSON
from disclosures.exports.packages.descriptor import disclosure_package, year_package
from disclosures.exports.packages.parquet_file import parquet
from disclosures.exports.year_file import digest_of, disclosures_of, figures_of
from disclosures.publication.caching import of_a_disclosure, of_the_site
from disclosures.publication.current import published_years
from disclosures.statements.loaded import load_all_tables
from disclosures.statements.models import Disclosure, statements_in
from disclosures.tables.selection import Selection
from disclosures.tables.showing import tabulate

_SQLITE = "application/vnd.sqlite3"
PIECE = 1 << 18  # bytes sent at a time


def _origin(request: HttpRequest) -> str:
    return request.build_absolute_uri("/")[:-1]


@of_the_site
def year_parquet(request: HttpRequest, year: int) -> HttpResponse:
    """Every figure of the year as Parquet."""
    disclosures = _of(year)
    named = disposition(name_of("parquet", "决算", f"{year}年度", digest_of(disclosures)), f"accounts-{year}.parquet")
    content = parquet(figures_of(year, disclosures))
    headers = {"Content-Disposition": named, **digests.of_content(content)}
    return HttpResponse(content, FORMATS["parquet"], headers=headers)


@of_the_site
def year_descriptor(request: HttpRequest, year: int) -> HttpResponse:
    """What the csv of the year holds."""
    disclosures = _of(year)
    return HttpResponse(year_package(year, len(disclosures), digest_of(disclosures), _origin(request)), JSON)


@of_the_site
def everything(request: HttpRequest) -> StreamingHttpResponse:
    """All that is current as one SQLite file, sent from the disk."""
    file = database_file(_origin(request))
    headers = {"Content-Disposition": disposition("决算.sqlite", "accounts.sqlite"), **digests.of_file(file)}
    return StreamingHttpResponse(FileWrapper(file, PIECE), content_type=_SQLITE, headers=headers)


@of_the_site
def dcat(request: HttpRequest) -> HttpResponse:
    """All data sets of the site."""
    return HttpResponse(catalogue(published_years(), _origin(request)), MEDIA_TYPE)


@of_a_disclosure
def descriptor(request: HttpRequest, disclosure: Disclosure, edition: EditionKey) -> HttpResponse:
    """What the csv files of a disclosure hold; they stand beside this one."""
    key = [UnitKey(disclosure.unit.region_id, disclosure.unit.code), EditionKey(disclosure.year, disclosure.revision)]
    loaded = load_all_tables(disclosure)
    tables = [tabulate(loaded.table(number), Selection()) for number in statements_in(disclosure.year)]
    address = _origin(request) + reverse("disclosure", args=key)
    return HttpResponse(disclosure_package(disclosure, tables, address), JSON)


def _of(year: int) -> list[Disclosure]:
    if year not in published_years():
        raise Http404
    return disclosures_of(year)
