"""Where the pages of a year lead."""

from django.urls import reverse
from django.utils.http import urlencode

from disclosures.statements.models import Disclosure


def year_href(year: int, **chosen: str) -> str:
    """The year at a glance, with what is chosen of it."""
    address = reverse("admin:statements_disclosure_year", args=[year])
    return f"{address}?{urlencode(chosen)}" if chosen else address


def page_of(disclosure: Disclosure) -> str:
    return reverse("admin:statements_disclosure_change", args=[disclosure.pk])


def step_of(disclosure: Disclosure, key: str) -> str:
    return reverse("admin:statements_disclosure_step", args=[disclosure.pk, key])
