"""The answer of oEmbed 1.0 (oembed.com): a frame with its size, who published it, and from where."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from disclosures.addresses import links
from disclosures.pages.cite.page import Citation, Frame, cite_disclosure, cite_table
from disclosures.pages.embedding import CHART
from disclosures.pages.oembed.asked import Page, page_at
from disclosures.publication.caching import of_the_site

WIDTH = 720  # px, as wide as a column of text; a table that is wider scrolls within
_DAY = 24 * 3600  # seconds for which who asked need not ask again
_TALLEST = 10_000  # px: beyond it a size is a mistake


@require_safe
def oembed(request: HttpRequest) -> HttpResponseBase:
    """Section 2.3.5 of the specification: 501 for another format than json, 404 for a page that has no frame."""
    if request.GET.get("format", "json") != "json":
        return HttpResponse("只有 format=json。\n", status=501, content_type="text/plain; charset=utf-8")
    if not all(_is_size(request.GET.get(name, "1")) for name in ("maxwidth", "maxheight")):
        said = f"maxwidth 和 maxheight 是 1 到 {_TALLEST} 的整数。\n"
        return HttpResponse(said, status=400, content_type="text/plain; charset=utf-8")
    return _found(request)


def _is_size(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 5 and 0 < int(text) <= _TALLEST


@of_the_site
def _found(request: HttpRequest) -> HttpResponse:
    page = page_at(request.GET.get("url", ""), request.get_host())
    if page is None:
        raise Http404
    with override(page.language):
        answer = JsonResponse(_told(page, request), json_dumps_params={"ensure_ascii": False})
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


def _told(page: Page, request: HttpRequest) -> dict[str, Any]:
    """Sizes are px. The frame shows this revision for ever, whichever is current when it is looked at."""
    origin = request.build_absolute_uri("/")[:-1]
    disclosure = page.disclosure
    cited = _cited(page, origin)
    frame = _frame(cited, page.query.get("embed", ""))
    width, height = (
        min(usual, int(request.GET.get(name, usual)))
        for name, usual in (("maxwidth", WIDTH), ("maxheight", frame.height))
    )
    title = _("{unit_name} {year} 年度决算").format(unit_name=disclosure.unit_name, year=disclosure.year)
    title = f"{title}{_('：')}{cited.table}" if cited.table else title
    shown = '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" style="border:0"></iframe>'
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "author_name": disclosure.unit_name,
        "author_url": origin + links.unit(disclosure.unit),
        "provider_name": _("决算公开"),
        "provider_url": origin + links.home(),
        "cache_age": _DAY,
        "html": format_html(shown, frame.address, title, width, height),
        "width": width,
        "height": height,
    }


def _cited(page: Page, origin: str) -> Citation:
    if page.number:
        return cite_table(page.disclosure, page.number, page.query, origin)
    return cite_disclosure(page.disclosure, origin)


def _frame(cited: Citation, asked: str) -> Frame:
    """The chart where it was asked for, and there is one of it."""
    return cited.frames[-1] if asked == CHART else cited.frames[0]
