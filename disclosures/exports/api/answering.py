"""How a request is answered: as the same bytes to everybody, kept by its address and what is published."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from disclosures.exports.api.cursors import cursor_of, place_in
from disclosures.exports.api.fields import asked_for
from disclosures.exports.api.lists import AnyList, Asked
from disclosures.exports.api.problems import ProblemError, answer_to, check_names
from disclosures.exports.api.writing import MEDIA_TYPES, items_of, written
from disclosures.publication.caching import of_the_site
from disclosures.publication.current import publication_number

View = Callable[..., HttpResponseBase]
_OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Expose-Headers": "ETag, Link",
}


def open_to_all(view: View) -> View:
    """A view that any page on any site may read; only reading is answered, and a problem is told as one."""
    kept = of_the_site(view)

    @wraps(view)
    def answered(request: HttpRequest, **kwargs) -> HttpResponseBase:
        response: HttpResponseBase
        if request.method == "OPTIONS":
            response = HttpResponse(status=204, headers={"Allow": _OPEN["Access-Control-Allow-Methods"]})
        elif request.method not in ("GET", "HEAD"):
            problem = ProblemError(405, f"{(request.method or '')[:20]} 在这里没有意义；只能用 GET 或 HEAD。")
            response = answer_to(request, problem)
            response.headers["Allow"] = _OPEN["Access-Control-Allow-Methods"]
        else:
            request.method = "GET"  # a HEAD is answered alike; the server leaves the body out
            try:
                response = kept(request, **kwargs)
            except ProblemError as problem:
                response = answer_to(request, problem)
        for name, value in _OPEN.items():
            response.headers[name] = value
        return response

    return answered


def page_of(request: HttpRequest, listing: AnyList, asked: Asked) -> HttpResponse:
    """A page of the list in the form that was asked for; where it goes on stands in it and in its head."""
    check_names(request, listing.asked.model_fields)
    number = publication_number()
    after = place_in(asked.cursor, number, listing.name) if asked.cursor else []
    fields = asked_for(listing.fields, asked.fields)
    origin = origin_of(request)
    page = listing.page(asked, after, origin)
    following = _following(request, cursor_of(number, listing.name, page.place)) if page.place else None
    around = {"publication": number, "next": following}
    content = written(items_of(page.rows, fields, origin), fields, asked.format, listing.spread, around)
    response = HttpResponse(content, MEDIA_TYPES[asked.format])
    if following:
        response.headers["Link"] = f'<{following}>; rel="next"'
    return response


def _following(request: HttpRequest, cursor: str) -> str:
    query = request.GET.copy()
    query["cursor"] = cursor
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


def origin_of(request: HttpRequest) -> str:
    """What stands before every path of the site."""
    return request.build_absolute_uri("/")[:-1]


def given(request: HttpRequest, content: Any) -> HttpResponse:
    """Bytes of json; nothing can be asked of them."""
    check_names(request, ())
    return HttpResponse(content, MEDIA_TYPES["json"])
