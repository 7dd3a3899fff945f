"""How often somebody may try to sign in, and what is told to whoever tried too often.

A name is locked for one address alone: a stranger who guesses a clerk's password does not lock the clerk out. An
address that tries many names is locked as a whole, which also bounds what is kept of it.
"""

import math
from datetime import timedelta
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_username
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib import admin
from django.db.models import Max, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

MOST_FROM_ONE_ADDRESS = 100  # failures of all names within the time of a lock; an office has one address for everybody


class SignInLimits(AxesDatabaseHandler):
    """The limits of axes for a name from an address, and one for everything from that address."""

    def is_locked(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> bool:
        return super().is_locked(request, credentials) or _failures_from(request) >= MOST_FROM_ONE_ADDRESS


def _recent() -> Any:
    return AccessAttempt.objects.filter(attempt_time__gte=timezone.now() - settings.AXES_COOLOFF_TIME)


def _failures_from(request: Any) -> int:
    attempts = _recent().filter(ip_address=request.axes_ip_address)
    return attempts.aggregate(failures=Sum("failures_since_start"))["failures"] or 0


def forget_what_was_typed(sender: type[AccessAttempt], instance: AccessAttempt, **kwargs: Any) -> None:
    """Before an attempt is saved: people type passwords into wrong fields, and strangers send as much as they like."""
    instance.get_data = instance.post_data = instance.http_accept = ""


def locked_out(request: Any, response: HttpResponse, credentials: dict[str, Any] | None) -> HttpResponse:
    """The page that says until when nobody can sign in with that name from that address."""
    left = _left(request, get_client_username(request, credentials))
    told = {"minutes": math.ceil(left.total_seconds() / 60), "until": timezone.now() + left}
    page = render(request, "admin/locked_out.html", admin.site.each_context(request) | told, status=429)
    page.headers["Retry-After"] = str(math.ceil(left.total_seconds()))
    page.headers["Cache-Control"] = "no-store"
    return page


def _left(request: Any, name: str) -> timedelta:
    """How long the lock lasts from now on: as long as the last attempt that was counted is not older than a lock."""
    counted = _recent().filter(ip_address=request.axes_ip_address)
    last = counted.filter(username=name).aggregate(last=Max("attempt_time"))["last"]
    last = last or counted.aggregate(last=Max("attempt_time"))["last"] or timezone.now()
    return max(last + settings.AXES_COOLOFF_TIME - timezone.now(), timedelta(seconds=1))
