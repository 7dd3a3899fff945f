"""Asking the index: which entries of a kind, in which order, and how many there are."""

from django.db import connection

from disclosures.publication.search.dialects import DIALECTS, MOST, best, expression
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
    if not query.words:
        return found
    found[EntryKind.UNIT] = matching_entries(query, EntryKind.UNIT)
    kinds = [kind for kind in EntryKind if kind != EntryKind.UNIT]
    latest = _latest(query)
    if len(latest) > FEW:
        return found | {kind: matching_entries(query, kind, FEW) for kind in kinds}
    best = _in_order(query, latest)
    return found | {kind: [pk for pk, its_kind in best if its_kind == kind] for kind in kinds}


def _latest(query: Query) -> list[int]:
    """The ids of what is found of all kinds but units, in the order of the index, one more than `FEW` at most."""
    dialect = DIALECTS[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(dialect.matches, (expression(query, None, dialect), FEW + 1))
        return [pk for (pk,) in cursor.fetchall()]


def _in_order(query: Query, ids: list[int]) -> list[tuple[int, str]]:
    """Those entries with their kinds, best first: what was found is not looked for twice."""
    if not ids:
        return []
    text = query.text
    with connection.cursor() as cursor:
        cursor.execute(best(", ".join(["%s"] * len(ids))), (*ids, text, text, len(text), text))
        return cursor.fetchall()


def _best(query: Query, kind: EntryKind, most: int) -> list[tuple[int, str]]:
    """The ids with their kinds, best first."""
    if not query.words:
        return []
    dialect = DIALECTS[connection.vendor]
    text = query.text
    # As text, for Django's own takes longer to write this than a database to answer it.
    with connection.cursor() as cursor:
        wanted = (expression(query, kind, dialect), most + 1)
        cursor.execute(best(dialect.matches), (*wanted, text, text, len(text), text))
        return cursor.fetchall()


def entries_by_id(ids: list[int]) -> dict[int, SearchEntry]:
    """The entries with their disclosures and units, by id; one query."""
    return SearchEntry.objects.select_related("disclosure__unit").defer("tokens").in_bulk(ids)
