"""How long somebody stays signed in: until nothing was done for SESSION_COOKIE_AGE, or the browser is closed."""

from functools import wraps
from time import time

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver

_RENEWED = "renewed_at"
_PAUSE = 300  # seconds between two renewals, so that not every page writes to the database


def renew_sessions(get_response):
    """Middleware: whoever works in the admin stays signed in."""

    def middleware(request):
        response = get_response(request)
        is_work = request.path.startswith(settings.SESSION_COOKIE_PATH) and not hasattr(response, "renews_nothing")
        if is_work and _is_due(request.session):
            request.session[_RENEWED] = int(time())
        return response

    return middleware


def _is_due(session) -> bool:
    return SESSION_KEY in session and time() - session.get(_RENEWED, 0) > _PAUSE


def renews_nothing(view):
    """For views that a page asks by itself, without anybody doing anything."""

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response.renews_nothing = True
        return response

    return wrapped


@receiver(user_logged_in)
def begin(request, **_kwargs):
    """From signing in on it is counted."""
    request.session[_RENEWED] = int(time())
