"""The document as it was received."""

from pathlib import PurePath

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from disclosures.addresses.keys import EditionKey
from disclosures.exports.naming import disposition
from disclosures.pages.shared.frame import frame_of
from disclosures.pages.source.page import source_of
from disclosures.pages.table.scanned import scan_of
from disclosures.publication.caching import of_a_disclosure
from disclosures.statements.models import Disclosure


@of_a_disclosure
def source(request: HttpRequest, disclosure: Disclosure, edition: EditionKey) -> HttpResponse:
    """What the file is; the lines of a text, each with an address of its own."""
    content = source_of(disclosure)
    if content is None:
        raise Http404
    frame = frame_of(disclosure, edition, _("原公开文件"))
    shown = {"frame": frame, "source": content, "scan": scan_of(disclosure)}
    return render(request, "pages/source.html", shown)


@of_a_disclosure
def source_file(request: HttpRequest, disclosure: Disclosure, edition: EditionKey) -> HttpResponse:
    """The file itself, to the byte; never shown in the browser, whatever it holds."""
    if disclosure.source is None:
        raise Http404
    document = disclosure.source
    name = PurePath(" ".join(document.name.split()))  # a header is one line
    if document.original_sha256:
        name = name.with_stem(f"{name.stem}（清理后）")
    named = disposition(str(name), f"{disclosure.unit.slug}-{disclosure.year}-source{name.suffix}")
    return HttpResponse(bytes(document.content), document.media_type, headers={"Content-Disposition": named})
