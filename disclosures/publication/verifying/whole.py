"""Everything that can be verified, in the order in which one thing is made of another."""

from collections.abc import Iterator

from disclosures.publication.steps import PUBLIC
from disclosures.publication.verifying.derived import derived_of, shared_entries
from disclosures.publication.verifying.guarded import missing_guards
from disclosures.publication.verifying.names import name_differences
from disclosures.publication.verifying.questions import question_differences
from disclosures.publication.verifying.revisions import revision_of, years_with_two
from disclosures.publication.verifying.signed import list_differences
from disclosures.publication.verifying.site import site_differences
from disclosures.publication.verifying.sources import source_differences
from disclosures.publication.verifying.standing import standing_differences
from disclosures.statements.models import Disclosure, State

_AT_ONCE = 100


def all_differences() -> Iterator[str]:
    """A sentence for each thing that is not as it was published; none where all is well."""
    yield from missing_guards()
    yield from source_differences()
    yield from years_with_two()
    revisions = Disclosure.objects.exclude(state=State.DRAFT).select_related("unit__region").order_by("pk")
    for disclosure in revisions.iterator(chunk_size=_AT_ONCE):
        if disclosure.state in PUBLIC:
            yield from revision_of(disclosure)
        yield from derived_of(disclosure)
    yield from shared_entries()
    yield from name_differences()
    yield from question_differences()
    yield from standing_differences()
    yield from site_differences()
    yield from list_differences()
