"""Where a reader asks for mail, confirms and leaves; each in the language in which it is asked for."""

from urllib.parse import urlencode

from django.urls import reverse


def form(feed: str = "") -> str:
    """Where mail is asked for; with the address of a feed, about what that has."""
    return reverse("mail") + (f"?{urlencode({'feed': feed}, safe='/')}" if feed else "")


def sent() -> str:
    """What happens next, the same for everybody who asked."""
    return reverse("mail_sent")


def confirm(token: str) -> str:
    """Where who was written to says that it wants mail."""
    return reverse("mail_confirm", args=[token])


def leave(key: str) -> str:
    """Where who gets mail ends that."""
    return reverse("mail_leave", args=[key])
