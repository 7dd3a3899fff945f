"""The next page names the forms that were saved, so that the browser drops what it kept of them, and no sooner.

Each form that is shown has a name of its own. It comes back with what was typed; once that is stored, the session
carries the name to the next page.
"""

import re
from uuid import uuid4

from django.contrib import admin

NAME, TYPIST = "draft", "typist"  # inputs of every form that is kept: the form's name, and for whom it was shown
_SAVED = "saved_drafts"  # in the session
_MOST = 20  # names that wait for a page; the browser finds out by itself about older ones
_POSSIBLE = re.compile(r"[0-9a-f]{32}")


def name_of(request) -> str:
    """The name of the form on this page: a new one, or, while it comes back with its errors, the one it had."""
    posted = request.POST.get(NAME, "")
    return posted if _POSSIBLE.fullmatch(posted) else uuid4().hex


def tell_saved(request) -> None:
    """What that request sent is stored now."""
    name = request.POST.get(NAME, "")
    if _POSSIBLE.fullmatch(name):
        request.session[_SAVED] = [*request.session.get(_SAVED, []), name][-_MOST:]


def told_saved(request) -> list[str]:
    """The names of what was saved since the last page; told once."""
    return request.session.pop(_SAVED, []) if _SAVED in request.session else []


class TellsWhatWasSaved(admin.ModelAdmin):
    """For admins whose forms are kept in the browser until they are saved."""

    def response_add(self, request, obj, post_url_continue=None):
        tell_saved(request)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        tell_saved(request)
        return super().response_change(request, obj)
