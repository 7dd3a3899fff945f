"""Asking the index: which entries of a kind, in which order, and how many there are."""

from django.db import connection
from django.db.models import Case, IntegerField, Q, Value, When
from django.db.models.expressions import RawSQL

from disclosures.publication.search.dialects import DIALECTS, MOST, expression
from disclosures.publication.search.models import EntryKind, SearchEntry
from disclosures.publication.search.query import Query

ZEROS = Case(When(kind=EntryKind.ROW, figures=[], then=Value(1)), default=Value(0), output_field=IntegerField())


def matching_entries(query: Query, kind: EntryKind) -> list[int]:
    """The ids of the entries, best first, `MOST` + 1 where there are more; one query, none without words.

    First those that bear the very name or key, then those whose name begins so; among these, rows with an amount
    before those of nothing but zeros, then the newest year.
    """
    if not query.words:
        return []
    dialect = DIALECTS[connection.vendor]
    matching = RawSQL(dialect.matches, [expression(query, kind, dialect), MOST + 1])
    entries = SearchEntry.objects.filter(pk__in=matching).annotate(distance=_distance(query.text), zeros=ZEROS)
    return list(entries.order_by("distance", "zeros", "-year", "pk").values_list("pk", flat=True))


def entries_by_id(ids: list[int]) -> dict[int, SearchEntry]:
    """The entries with their disclosures and units, by id; one query."""
    return SearchEntry.objects.select_related("disclosure__unit").defer("tokens").in_bulk(ids)


def _distance(text: str) -> Case:
    return Case(
        When(Q(title=text) | Q(key=text), then=Value(0)),
        When(title__startswith=text, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
