"""The official document and its workbook at their addresses: of a public revision for readers, of a draft for staff."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from disclosures.addresses import links
from disclosures.addresses.keys import EditionKey
from disclosures.exports.document.portable import NotMadeError, document_pdf
from disclosures.exports.document.workbook import document_xlsx
from disclosures.exports.document.writing import document_docx
from disclosures.exports.packages import digests
from disclosures.exports.table.content import name_of
from disclosures.publication.caching import of_a_disclosure
from disclosures.sentences.narrative import is_explained, last_year_of, narrative
from disclosures.staff.rights import READ
from disclosures.staff.scope import disclosures_for
from disclosures.statements.loaded import load
from disclosures.statements.models import Disclosure, State

_MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_NEVER_KEPT = {"Cache-Control": "no-store"}
_LATER = 503
logger = logging.getLogger(__name__)


def _or_says_why(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Where the document cannot be made, a sentence in its place that nobody keeps."""

    @wraps(view)
    def answered(request: HttpRequest, **asked: Any) -> HttpResponseBase:
        try:
            return view(request, **asked)
        except NotMadeError as error:
            logger.warning("%s was not made: %s", request.path, error.__cause__ or error)
            return HttpResponse(str(error), "text/plain; charset=utf-8", _LATER, headers=_NEVER_KEPT)

    return answered


@_or_says_why
@of_a_disclosure
def document(request: HttpRequest, disclosure: Disclosure, edition: EditionKey, suffix: str) -> HttpResponse:
    """The document of a public revision; with its digest, by which whoever took it away can compare it."""
    return _file(request, disclosure, suffix)


@require_safe
@_or_says_why
def draft_document(request: HttpRequest, pk: int, suffix: str) -> HttpResponse:
    """The document of any revision that whoever asks may read; a draft says on each page that it is one.

    Where nobody has written 决算情况说明 yet, the standard sentences of its tables stand there.
    """
    disclosure = get_object_or_404(disclosures_for(request.user), pk=pk)
    if not request.user.has_perm(READ, disclosure):
        raise PermissionDenied
    return _file(request, disclosure, suffix)


def _file(request: HttpRequest, disclosure: Disclosure, suffix: str) -> HttpResponse:
    if suffix not in _MEDIA_TYPES:
        raise Http404
    content = _workbook(request, disclosure) if suffix == "xlsx" else _document(request, disclosure, suffix)
    name = name_of(suffix, disclosure.unit_name, f"{disclosure.year}年度决算公开", f"第{disclosure.revision}版")
    headers = {"Content-Disposition": content_disposition_header(True, name), **digests.of_content(content)}
    return HttpResponse(content, _MEDIA_TYPES[suffix], headers=headers)


def _workbook(request: HttpRequest, disclosure: Disclosure) -> bytes:
    return document_xlsx(load(disclosure), request.build_absolute_uri("/")[:-1])


def _document(request: HttpRequest, disclosure: Disclosure, suffix: str) -> bytes:
    loaded = load(disclosure)
    has_own_sentences = disclosure.state != State.DRAFT or is_explained(loaded)
    if not has_own_sentences:
        loaded.paragraphs[:] = narrative(loaded, last_year_of(disclosure), loaded.paragraphs)
    content = document_docx(
        loaded, request.build_absolute_uri(links.pinned(disclosure).front()), has_own_sentences=has_own_sentences
    )
    return document_pdf(content) if suffix == "pdf" else content
