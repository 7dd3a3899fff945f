"""Asking the index: which entries of a kind, in which order, and how many there are."""

from django.db import connection

from disclosures.publication.search.dialects import DIALECTS, MOST, expression
from disclosures.publication.search.models import EntryKind, SearchEntry
from disclosures.publication.search.query import Query

FEW = 200  # of each kind are put in order where all kinds are shown, and much is found


def matching_entries(query: Query, kind: EntryKind, most: int = MOST) -> list[int]:
    """The ids of the entries, best first, `most` + 1 where there are more; one query, none without words.

    First those that bear the very name or key, then those whose name begins so; among these, rows with an amount
    before those of nothing but zeros, then the newest year.
    """
    return [pk for pk, _ in _best(query, kind, most)]


def entries_of_kinds(query: Query) -> dict[EntryKind, list[int]]:
    """The same of every kind, of each `FEW` at most; three queries, eight where much is found."""
    found = {kind: list[int]() for kind in EntryKind}
    found[EntryKind.UNIT] = matching_entries(query, EntryKind.UNIT)
    kinds = [kind for kind in EntryKind if kind != EntryKind.UNIT]
    if query.words and _is_much(query):
        return found | {kind: matching_entries(query, kind, FEW) for kind in kinds}
    best = _best(query, None, FEW)
    return found | {kind: [pk for pk, its_kind in best if its_kind == kind] for kind in kinds}


def _is_much(query: Query) -> bool:
    """Whether so much of all kinds together is found that they are asked for one by one."""
    dialect = DIALECTS[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(dialect.matches, (expression(query, None, dialect), FEW + 1))
        return len(cursor.fetchall()) > FEW


def _best(query: Query, kind: EntryKind | None, most: int) -> list[tuple[int, str]]:
    """The ids with their kinds, best first."""
    if not query.words:
        return []
    dialect = DIALECTS[connection.vendor]
    text = query.text
    # As text, for Django's own takes longer to write this than a database to answer it.
    with connection.cursor() as cursor:
        cursor.execute(dialect.best, (expression(query, kind, dialect), most + 1, text, text, len(text), text))
        return cursor.fetchall()


def entries_by_id(ids: list[int]) -> dict[int, SearchEntry]:
    """The entries with their disclosures and units, by id; one query."""
    return SearchEntry.objects.select_related("disclosure__unit").defer("tokens").in_bulk(ids)
