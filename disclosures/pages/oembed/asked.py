"""Which page of ours an address of anybody's making means: of this site, in its language, and one that has a frame."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.http import QueryDict
from django.urls import Resolver404, resolve

from disclosures.pages.language import of_path, plain
from disclosures.publication.current import public_revision
from disclosures.statements.models import Disclosure, statements_in

LONGEST = 2_000  # characters of an address
_FRAMED = ("disclosure", "table")
_UNSEEN = re.compile(r"[\x00-\x20\x7f]")


@dataclass(frozen=True)
class Page:
    """`number` is the table, "" for the disclosure as a whole; `query` what the address asks of it."""

    disclosure: Disclosure
    number: str
    query: QueryDict
    language: str


def page_at(url: str, host: str) -> Page | None:
    """The page at that address of the site `host`; None for anything else. At most one query."""
    if len(url) > LONGEST or _UNSEEN.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that are no address
        return None
    if parts.scheme not in ("http", "https") or parts.netloc.lower() != host.lower():
        return None
    return _page(unquote(parts.path), parts.query)


def _page(path: str, query: str) -> Page | None:
    try:
        match = resolve(plain(path))
    except Resolver404:
        return None
    if match.url_name not in _FRAMED:
        return None
    unit, edition, number = match.kwargs["unit"], match.kwargs["edition"], match.kwargs.get("number", "")
    disclosure = public_revision(unit.region, unit.code, edition.year, edition.revision)
    if disclosure is None or (number and number not in statements_in(disclosure.year)):
        return None
    return Page(disclosure, number, QueryDict(query), of_path(path))
