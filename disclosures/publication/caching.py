"""Answers that depend only on their address and on what is published: an ETag for each, 304 for who has it already."""

import hashlib
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from disclosures.addresses.keys import EditionKey, UnitKey
from disclosures.publication.current import public_revision, publication_number, site_state
from disclosures.statements.models import STATEMENTS, Disclosure, State, statements_in

CODE = (
    "disclosures",
    "templates",
    "locale",
    "static",
    "fixtures",
    "var/bundle",
)  # what a page looks like depends on nothing else
FRESH = "public, max-age=0, must-revalidate"  # kept by anybody, asked for again each time: mostly a 304

View = Callable[..., HttpResponseBase]


def build() -> str:
    """What pages are made by: a new version of the code is a new answer, and so is another setting that they show."""
    return version() + ("-mail" if settings.MAIL_ALERTS else "")


@cache
def version() -> str:
    """The SHA-256 of the site's own files, once a process."""
    content = hashlib.sha256()
    for folder in CODE:
        for file in sorted((Path(settings.BASE_DIR) / folder).rglob("*.*")):
            if file.is_file() and file.suffix != ".pyc":
                content.update(f"{file.relative_to(settings.BASE_DIR)}\0".encode() + file.read_bytes())
    return content.hexdigest()


def of_the_site(view: View) -> View:
    """For a page that shows several disclosures: it is a function of the publication number."""

    @require_safe
    @wraps(view)
    def cached(request: Any, **kwargs) -> HttpResponseBase:
        state = site_state()
        request.has_made_up = state.has_made_up  # every page says so in its head
        return _answer(request, f"{state.number} {state.names}", lambda: view(request, **kwargs))

    return cached


def of_a_disclosure(view: View) -> View:
    """For a page of one disclosure: it is looked up by the address, and a function of its revision and state.

    The view takes the disclosure and the edition that was asked for in place of unit and edition.
    """

    @require_safe
    @wraps(view)
    def cached(request: Any, unit: UnitKey, edition: EditionKey, **kwargs) -> HttpResponseBase:
        disclosure = public_revision(unit.region, unit.code, edition.year, edition.revision)
        if disclosure is None or not _has_table(disclosure, kwargs.get("number")):
            raise Http404
        request.has_made_up = disclosure.unit.is_made_up
        return _answer(request, _state(disclosure), lambda: view(request, disclosure, edition, **kwargs))

    return cached


def _has_table(disclosure: Disclosure, number: str | int | None) -> bool:
    """Whether the table that an address names is published for the year; other pages name none."""
    return number not in STATEMENTS or number in statements_in(disclosure.year)


def _state(disclosure: Any) -> str:
    """What the page of a revision depends on: itself, names of units, regions and codes, what is answered to its
    findings and readers, and which one is current once it is not."""
    number = "" if disclosure.state == State.PUBLISHED else publication_number()
    own = f"{disclosure.revision} {disclosure.state} {disclosure.digest} {disclosure.answered_at} {disclosure.shown_at}"
    return f"{own} {disclosure.names} {number}"


def _answer(request: HttpRequest, state: str, make: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """The view's answer, or 304. The whole address counts: a page says whether its own is the canonical one."""
    parts = (request.get_full_path(), get_language() or "", state, build())
    etag = '"' + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32] + '"'
    response = get_conditional_response(request, etag=etag) or make()
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = FRESH
    return response
