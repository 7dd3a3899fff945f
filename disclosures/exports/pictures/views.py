"""The pictures at their addresses, functions of the revision, kept on disk like other dear files."""

import logging
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from disclosures.addresses.keys import EditionKey
from disclosures.exports.pictures.card import card_of
from disclosures.exports.pictures.drawing import NoFontError, png_of
from disclosures.publication.caching import of_a_disclosure
from disclosures.statements.models import Disclosure

PNG = "image/png"
_LATER = 503
logger = logging.getLogger(__name__)


def card(request: HttpRequest, **asked: Any) -> HttpResponseBase:
    """The disclosure, or with a number one table; where there is no Chinese type, a sentence that nobody keeps."""
    try:
        return _card(request, **asked)
    except NoFontError as error:
        logger.warning("%s was not drawn: %s", request.path, error)
        said = "这台服务器没有中文字体，画不了图。\n"
        return HttpResponse(said, "text/plain; charset=utf-8", _LATER, headers={"Cache-Control": "no-store"})


@of_a_disclosure
def _card(request: HttpRequest, disclosure: Disclosure, edition: EditionKey, number: str = "") -> HttpResponse:
    return HttpResponse(png_of(card_of(disclosure, number)), PNG)
