"""The language of an answer: what its address says and nothing else, so that answers can be kept for everybody.

Django's own middleware would also ask a cookie and what the browser prefers, and vary by them.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation

from disclosures.statements.terms import ENGLISH

PREFIX = f"/{ENGLISH}/"


def of_path(path: str) -> str:
    """`/en/…` is English, everything else the language that the site is written in."""
    return ENGLISH if path.startswith(PREFIX) else settings.LANGUAGE_CODE


def plain(address: str) -> str:
    """The address without what says its language."""
    return address.removeprefix(f"/{ENGLISH}") if address.startswith(PREFIX) else address


def translated(address: str, language: str) -> str:
    """The address of the same page in that language."""
    return f"/{ENGLISH}{plain(address)}" if language == ENGLISH else plain(address)


def language_by_address(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable:
    """The middleware that answers in the language of the address."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        with translation.override(of_path(request.path_info)):
            request.LANGUAGE_CODE = translation.get_language()
            return get_response(request)

    return answer
