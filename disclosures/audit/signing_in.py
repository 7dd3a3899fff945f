"""Who signed in, out, or in vain, by Django's own signals; what was typed as a password is never looked at."""

from typing import Any

from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest

from disclosures.audit import recording
from disclosures.audit.acting import Acting, acting_now, address_of
from disclosures.audit.models import Kind


def begin() -> None:
    user_logged_in.connect(signed_in)
    user_logged_out.connect(signed_out)
    user_login_failed.connect(refused)
    user_locked_out.connect(locked_out)


def signed_in(request: HttpRequest | None, user: Any, **kwargs: Any) -> None:
    recording.note(Kind.SIGNED_IN, user.get_username(), by=_who(request, user))


def signed_out(request: HttpRequest | None, user: Any, **kwargs: Any) -> None:
    """A session that ends without anybody being signed in is no news."""
    if user is not None:
        recording.note(Kind.SIGNED_OUT, user.get_username(), by=_who(request, user))


def refused(credentials: dict, request: HttpRequest | None = None, **kwargs: Any) -> None:
    """The name as it was typed. Of whoever is locked out only the lock is told: a stranger must not fill the log."""
    if not (getattr(request, "axes_locked_out", False) and _failures(request) is None):
        recording.note(Kind.REFUSED, str(credentials.get("username") or ""), by=_who(request))


def locked_out(request: HttpRequest, username: str | None = "", **kwargs: Any) -> None:
    """The failure that locks, and none of those that come after it."""
    if _failures(request) is not None:
        recording.note(Kind.LOCKED_OUT, username or "", by=_who(request))


def _failures(request: HttpRequest | None) -> int | None:
    """What axes has counted with this failure; it counts none while it refuses."""
    return getattr(request, "axes_failures_since_start", None)


def _who(request: HttpRequest | None, user: Any = None) -> Acting:
    """With the address of the request at hand where there is no other."""
    now = acting_now()
    return Acting(user, now.address or (address_of(request) if request else ""), now.request)
