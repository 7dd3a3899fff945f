"""Answers that other sites may show in a frame: where the address asks for it, with a frame policy of their own."""

from collections.abc import Callable
from functools import wraps

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.clickjacking import xframe_options_exempt

View = Callable[..., HttpResponseBase]
TABLE, CHART = "1", "chart"  # what `?embed=` may ask for


def embed_of(request: HttpRequest) -> str:
    """What is to be shown in a frame; "" for the page itself, which nobody may frame."""
    asked = request.GET.get("embed", "")
    return asked if asked in (TABLE, CHART) else ""


def embeddable(view: View) -> View:
    """Let every site frame what `?embed=` asks for; outermost, so that the policy comes with a 304 too."""
    framed = xframe_options_exempt(csp_replace({"frame-ancestors": ["*"]})(view))

    @wraps(view)
    def chosen(request: HttpRequest, **kwargs) -> HttpResponseBase:
        return (framed if embed_of(request) else view)(request, **kwargs)

    return chosen


def template_for(request: HttpRequest, page: str, table: str) -> str:
    """The template that the address asks for: the page, its table alone, or its chart alone."""
    return {TABLE: table, CHART: "pages/embed/chart.html"}.get(embed_of(request), page)
