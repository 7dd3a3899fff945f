"""Public answers know no visitor: a cookie that comes with the request of a public page is not looked at."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

STAFF = "/admin/"


def public_without_cookies(get_response: Callable[[HttpRequest], HttpResponseBase]):
    """Take cookies and credentials away before anything can make the answer depend on them."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(STAFF):
            request.META.pop("HTTP_COOKIE", None)
            request.META.pop("HTTP_AUTHORIZATION", None)
        return get_response(request)

    return middleware
