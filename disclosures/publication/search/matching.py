"""Asking the index: which entries of a kind, in which order, and how many there are."""

from django.db import connection

from disclosures.publication.search.dialects import DIALECTS, MOST, expression
from disclosures.publication.search.models import EntryKind, SearchEntry
from disclosures.publication.search.query import Query


def matching_entries(query: Query, kind: EntryKind) -> list[int]:
    """The ids of the entries, best first, `MOST` + 1 where there are more; one query, none without words.

    First those that bear the very name or key, then those whose name begins so; among these, rows with an amount
    before those of nothing but zeros, then the newest year.
    """
    if not query.words:
        return []
    dialect = DIALECTS[connection.vendor]
    text = query.text
    # As text, for Django's own takes longer to write this than a database to answer it.
    with connection.cursor() as cursor:
        cursor.execute(dialect.best, (expression(query, kind, dialect), MOST + 1, text, text, len(text), text))
        return [pk for (pk,) in cursor.fetchall()]


def entries_by_id(ids: list[int]) -> dict[int, SearchEntry]:
    """The entries with their disclosures and units, by id; one query."""
    return SearchEntry.objects.select_related("disclosure__unit").defer("tokens").in_bulk(ids)
