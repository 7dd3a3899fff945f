"""A form that cannot be taken because its session has ended: nothing of it is lost, it can be sent once more.

What was typed goes back into the page as hidden inputs and is nowhere stored. A form that another site has sent gets no
such page: its button would do what the token is there to prevent. The browser's own header tells the two apart.
"""

from django.conf import settings
from django.contrib import admin
from django.shortcuts import render

from disclosures.entry.drafts.saved import TYPIST

_NOT_KEPT = ("csrfmiddlewaretoken",)


def csrf_failure(request, reason=""):
    """Told instead of Django's page: the token of the page is not the one of the session, as after signing in anew."""
    is_ours = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    return _not_saved(request, _typed(request) if is_ours else [])


class KeepTyped:
    """Middleware: forms of the admin whose user is no longer signed in, or is somebody else by now, reach no view."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.method != "POST" or not request.path.startswith(settings.SESSION_COOKIE_PATH):
            return None
        if TYPIST not in request.POST or _who(request) == request.POST[TYPIST]:
            return None
        return _not_saved(request, _typed(request))


def _who(request) -> str:
    return str(request.user.pk) if admin.site.has_permission(request) else ""


def _typed(request) -> list[tuple[str, str]]:
    """Every input of a form that is kept, as it was sent; the settings limit how much. Files do not come back."""
    if TYPIST not in request.POST:
        return []
    return [
        (name, value)
        for name, values in request.POST.lists()
        if name not in _NOT_KEPT and "password" not in name
        for value in values
    ]


def _not_saved(request, typed: list[tuple[str, str]]):
    who = _who(request)
    context = {
        "title": "还没有保存",
        "site_header": admin.site.site_header,
        "site_title": admin.site.site_title,
        "typed": typed,
        "address": request.get_full_path(),
        "is_signed_in": bool(who),
        "is_another": bool(who and typed) and who != request.POST[TYPIST],
    }
    return render(request, "admin/drafts/not_saved.html", context, status=403)
