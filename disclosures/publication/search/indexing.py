"""Into the index with a publication, out of it with the next one or a withdrawal; belongs into their transaction."""

from django.db import transaction

from disclosures.publication.current import published
from disclosures.publication.search import shared
from disclosures.publication.search.models import SearchEntry
from disclosures.publication.search.parts import entries_of
from disclosures.statements.models import Disclosure


def add(disclosure: Disclosure) -> None:
    """All that a revision says, now that it is current."""
    SearchEntry.objects.bulk_create(entries_of(disclosure), batch_size=500)
    shared.add_terms(disclosure)
    shared.refresh_unit(disclosure.unit)


def remove(disclosure: Disclosure) -> None:
    """All that a revision says, now that it is not current any more."""
    SearchEntry.objects.filter(disclosure=disclosure).delete()
    shared.remove_terms(disclosure)
    shared.refresh_unit(disclosure.unit)


@transaction.atomic
def rebuild() -> int:
    """The whole index anew, older years first; how many disclosures are in it."""
    SearchEntry.objects.all().delete()
    current = published().order_by("year", "published_at", "pk")
    for disclosure in current.iterator():
        add(disclosure)
    return current.count()
