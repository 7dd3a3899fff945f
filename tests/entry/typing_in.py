"""What a clerk's browser does: open a page of the admin, change some inputs, send the form."""

from django.urls import reverse

from disclosures.statements.lines import Part
from disclosures.statements.models import Disclosure
from tests.entry.inputs import typed_in


def page_of(disclosure: Disclosure, part: type[Part]) -> str:
    return reverse("admin:statements_disclosure_part", args=[disclosure.pk, part._meta.model_name])


def saved(client, page: str, changes: dict[str, str]):
    """Open the page, change some inputs and save; gives the answer to that."""
    return client.post(page, typed_in(client.get(page), changes))
