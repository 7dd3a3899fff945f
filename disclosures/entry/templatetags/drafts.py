"""What a form says of itself so that the browser can keep it, and which forms the server has saved."""

from typing import Any

from django import template

from disclosures.entry.drafts.saved import NAME, TYPIST, name_of, told_saved

register = template.Library()


@register.inclusion_tag("admin/drafts/_kept.html", takes_context=True)
def kept_in_browser(context) -> dict[str, Any]:
    """To stand within the form; `is_posted`: what is in its inputs was typed before and is stored nowhere."""
    request = context["request"]
    return {
        "names": {"form": NAME, "typist": TYPIST},
        "name": name_of(request),
        "typist": request.user.pk,
        "is_posted": request.method == "POST",
        "saved": told_saved(request),
    }
