"""Each request that Django answers: its number, its time, and its line in the log."""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.signals import request_finished
from django.http import HttpRequest, HttpResponseBase

from disclosures.operations.watched.metrics import ANSWERS, SECONDS
from disclosures.operations.watched.numbers import NOW, NUMBER, number_of

logger = logging.getLogger("site.requests")


def follow_requests(get_response: Callable[[HttpRequest], HttpResponseBase]):
    """The middleware; only staff are told the number, for what the public is told is kept and given to others."""

    def middleware(request: Any) -> HttpResponseBase:
        request.number = number_of(request)
        NOW.set(request.number)
        began, kind = time.perf_counter(), "staff" if request.path_info.startswith("/admin/") else "public"
        answer = get_response(request)
        _tell(request, kind, answer.status_code, time.perf_counter() - began)
        if kind == "staff":
            answer.headers[NUMBER] = request.number
        return answer

    return middleware


def _end(**kwargs: Any) -> None:
    """Not sooner: Django tells of an answer after all its middleware."""
    NOW.set("")


request_finished.connect(_end)


def _tell(request: HttpRequest, kind: str, status: int, seconds: float) -> None:
    ANSWERS.labels(kind, status).inc()
    SECONDS.labels(kind).observe(seconds)
    told = {"method": request.method, "path": request.path, "status": status, "milliseconds": round(seconds * 1000)}
    logger.info("%(method)s %(path)s %(status)s %(milliseconds)s ms", told, extra=told)
