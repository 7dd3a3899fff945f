"""Which units a question may mean: found by the index, the one that bears the very name first."""

from collections.abc import Iterable
from dataclasses import replace

from disclosures.publication.search.matching import entries_by_id, matching_entries
from disclosures.publication.search.models import EntryKind, SearchEntry
from disclosures.publication.search.query import Query, with_others, words_of
from disclosures.publication.search.words.asked import in_full
from disclosures.statements.models import Unit

MOST = 40  # that are put in order


def units_called(words: Iterable[str], asked: Query, most: int) -> list[Unit]:
    """The units whose names have all the words, in the region and year of the question; three queries, two for none.

    First the one of that very name or code, then those that end with it, then the shorter names.
    """
    parts = tuple(words)
    read = tuple(with_others(word, in_full(word.text)) for word in words_of(parts))
    query = replace(asked, text=" ".join(parts), words=read)
    found = entries_by_id(matching_entries(query, EntryKind.UNIT)[:MOST])
    best = sorted(found.values(), key=lambda entry: _distance(entry, "".join(parts)))[:most]
    keys = [entry.key.split("-", 1) for entry in best]
    units = (
        {
            unit.slug: unit
            for unit in Unit.objects.filter(
                region__in={region for region, _ in keys}, code__in={code for _, code in keys}
            ).select_related("region__parent__parent")
        }
        if keys
        else {}
    )
    return [units[entry.key] for entry in best if entry.key in units]


def _distance(entry: SearchEntry, name: str) -> tuple:
    titles = [title.partition("（")[0] for title in (entry.title, *entry.text.split("，"))]
    return name not in (entry.title, entry.key), not any(title.endswith(name) for title in titles), len(entry.title)
