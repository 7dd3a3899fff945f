"""The addresses for programs; each is answered alike to everybody, and a wrong one with a problem."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, re_path
from django.urls.resolvers import URLResolver

from disclosures.addresses import programs
from disclosures.exports.api.answering import open_to_all
from disclosures.exports.api.description import described, reference
from disclosures.exports.api.problems import ProblemError, answer_to
from disclosures.exports.api.site import api


@open_to_all
def missing(request: HttpRequest) -> HttpResponse:
    """No list and no thing stands here."""
    return answer_to(request, ProblemError(404, f"这个网址上没有东西；全部网址见 {programs.api()}。"))


def _opened(patterns: list[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    """The operations, open to all; its own pages of description are made here."""
    own = [pattern for pattern in patterns if isinstance(pattern, URLPattern) and pattern.name != "openapi-json"]
    for pattern in own:
        pattern.callback = open_to_all(pattern.callback)
    return list(own)


_patterns, _, _namespace = api.urls
urlpatterns = [
    path("v1/", reference, name="api"),
    path("v1/openapi.json", described, name="openapi"),
    path("v1/", (_opened(_patterns), "ninja", _namespace)),
    re_path("", missing),
]
