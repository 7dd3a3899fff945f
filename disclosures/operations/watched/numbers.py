"""The number of a request, which the log, the audit log and the proxy in front share."""

import logging
import re
from contextvars import ContextVar
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest

NUMBER = "X-Request-ID"
NOW: ContextVar[str] = ContextVar("request", default="")  # that of the request which this thread answers
_GIVEN = re.compile(r"[0-9a-f]{32}")


class WithNumber(logging.Filter):
    """Gives every line of the log the number of the request that it belongs to."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_number = NOW.get()
        return True


def number_of(request: HttpRequest) -> str:
    """The proxy's own, where there is one of ours; else a new one."""
    given = request.headers.get(NUMBER, "")
    return given if settings.TRUSTED_PROXIES and _GIVEN.fullmatch(given) else uuid4().hex
